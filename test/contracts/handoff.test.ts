import { smtpPost } from '../../src/channels/mail/post.ts';
import { MailHandoff } from '../../src/handoffs/mail/mail.ts';
import { TopdeskApi } from '../../src/handoffs/topdesk/api.ts';
import { TopdeskHandoff } from '../../src/handoffs/topdesk/topdesk.ts';
import { WebhookHandoff } from '../../src/handoffs/webhook/webhook.ts';
import { headerOf, MailServer, wordsOf } from '../support/mail-server.ts';
import { FakeTopdesk, OPERATOR } from '../support/suppliers/topdesk.ts';
import { FakeWebhook } from '../support/suppliers/webhook.ts';
import { type HandoffStage, handoffContract, readPicture } from './handoff.contract.ts';

const FROM = 'Driftvakt <drift@example.org>';
const CLOCK = { now: () => Temporal.Instant.from('2026-11-23T08:15:00Z') };

handoffContract('mail', async (): Promise<HandoffStage> => {
  const server = await MailServer.start();
  let post = smtpPost(server.addressFor(), FROM);
  return {
    handoff: new MailHandoff({
      post: { send: (letter) => post.send(letter) },
      host: 'example.org',
      readPicture,
    }),
    taken: () =>
      server.letters.map((letter) => {
        const [, name, order] = /^<([a-z0-9-]+)\.([^.]+)\./.exec(headerOf(letter, 'Message-ID') ?? '') ?? [];
        return `${order}/${name}`;
      }),
    words: () => server.letters.map(wordsOf).join('\n'),
    async fail(how) {
      if (how === 'busy') server.faults.push({ at: 'end', status: 451 });
      if (how === 'refuses-it') server.faults.push({ at: 'recipient', status: 550 });
      if (how === 'cut') server.faults.push({ at: 'cut' });
      if (how === 'gone') post = smtpPost('smtp://127.0.0.1:1/', FROM);
      else post = smtpPost(server.addressFor(how === 'refuses-us' ? 'bot:wrong@' : ''), FROM);
    },
    stop: () => server.stop().catch(() => undefined),
  };
});

handoffContract('TOPdesk', async (): Promise<HandoffStage> => {
  const topdesk = await FakeTopdesk.start();
  const api = new TopdeskApi({ address: topdesk.address, ...OPERATOR });
  return {
    handoff: new TopdeskHandoff({ api, readPicture }),
    taken: () =>
      topdesk.incidents.flatMap(({ fields, actions }) => [
        `${fields.externalNumber}/order`,
        ...actions.map((action) => action.split('<br/>').at(-1) ?? ''),
      ]),
    words: () => topdesk.incidents.flatMap(({ fields, actions }) => [fields.request, ...actions]).join('\n'),
    async fail(how) {
      if (how === 'busy') topdesk.faults.push({ on: 'create', status: 429 });
      if (how === 'refuses-us') topdesk.faults.push({ on: 'find', status: 401 });
      if (how === 'refuses-it')
        topdesk.faults.push({ on: 'create', status: 400 }, { on: 'create', status: 400 });
      if (how === 'cut') topdesk.faults.push({ on: 'create', cut: true });
      if (how === 'gone') await topdesk.stop();
    },
    stop: () => topdesk.stop().catch(() => undefined),
  };
});

handoffContract('webhook', async (): Promise<HandoffStage> => {
  const webhook = await FakeWebhook.start();
  const account = {
    address: webhook.address,
    key: 'k1',
    secret: 'a secret of at least thirty-two characters',
  };
  return {
    handoff: new WebhookHandoff(account, CLOCK),
    taken: () => [...webhook.taken.keys()].map((key) => key.replace('porsanger/', '')),
    words: () => [...webhook.taken.values()].map(({ body }) => body).join('\n'),
    async fail(how) {
      if (how === 'busy') webhook.faults.push(429);
      if (how === 'refuses-us') webhook.faults.push(401);
      if (how === 'refuses-it') webhook.faults.push(422);
      if (how === 'cut') webhook.faults.push('cut');
      if (how === 'gone') await webhook.stop();
    },
    stop: () => webhook.stop().catch(() => undefined),
  };
});
