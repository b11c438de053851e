import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { commanded, keepNotice, outageDraft } from '../../test/support/notices-kept.ts';
import { at, shipped } from '../../test/support/playbooks.ts';
import { StatusServer } from '../../test/support/status-server.ts';

// The status page with many notices of history, and beside it a static file, both from one server, for bench/status.

const playbook = shipped('itcentrum');
const NOTICES = Number(process.env.NOTICES);
const DAY_MINUTES = 24 * 60;

/** An outage of some hours, with two words, each some days after the one before. */
function outage(i: number) {
  const begun = at(playbook, '2026-11-22T08:00').subtract({
    minutes: i * Math.floor((85 * DAY_MINUTES) / NOTICES),
  });
  const local = (hours: number) => begun.add({ hours }).toPlainDateTime().toString();
  const services = [[...playbook.services.keys()][i % playbook.services.size] ?? ''];
  const sites = [[...playbook.sites.keys()][i % playbook.sites.size] ?? ''];
  const draft = outageDraft({
    services,
    sites,
    since: begun.epochMilliseconds,
    text: { sv: 'Inloggningen svarar inte.' },
  });
  const words = { sv: 'En växel i serverhallen har gått sönder. Den byts nu, och det tar en timme till.' };
  let notice = commanded(playbook, null, { do: 'publish-outage', draft }, local(0), `A${i}`);
  notice = commanded(
    playbook,
    notice,
    { do: 'update', text: words, phase: 'identified', important: true },
    local(1),
  );
  return commanded(
    playbook,
    notice,
    { do: 'resolve', text: { sv: 'Växeln är bytt.' }, retrospect: {} },
    local(3),
  );
}

const server = await StatusServer.start([playbook], {
  port: Number(process.env.PORT),
  more: [
    {
      method: 'GET',
      path: '/static.html',
      async handle(_request, response: ServerResponse) {
        const body = await readFile(process.env.STATIC_FILE ?? '');
        response.writeHead(200, {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Length': body.length,
        });
        response.end(body);
      },
    },
  ],
});
for (let i = 0; i < NOTICES; i++) await keepNotice(server.store, outage(i));
server.isReady = true;
