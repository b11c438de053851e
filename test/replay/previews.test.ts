import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { pino } from 'pino';
import { MailLinks } from '../../src/channels/mail/links.ts';
import { LinkKeys } from '../../src/http/link-key.ts';
import { subscribeRoutes } from '../../src/http/routes/subscribe.ts';
import { createHttpServer } from '../../src/http/server.ts';
import { Networks } from '../../src/http/status/networks.ts';
import type { Inbound } from '../../src/runtime/inbound.ts';
import { BoardPages } from '../support/board-pages.ts';
import { Watch } from '../support/escalations/watch.ts';
import { preview } from '../support/link-previews.ts';
import { shipped } from '../support/playbooks.ts';

describe('programs that fetch links before anybody presses them', () => {
  it('do not use up the link that opens the board, nor do anything on its pages', async () => {
    const watch = new Watch(shipped('porsanger'), '2026-11-23T22:00');
    const pages = await BoardPages.start(watch);
    try {
      await watch.holder('economy-head');
      const nurse = watch.person('nurse', { site: 'helse-omsorg' });
      await nurse.say('Pasientjournalen er nede, hele avdelingen står');
      await nurse.pressLabel('Full stans i produksjonen for en hel avdeling');
      const id = (await watch.reports()).at(-1)!.id;
      const before = [await watch.report(id), await watch.escalation(id)];

      const token = await pages.link({ user: 'economy-head', role: 'economy-head', language: 'nb' });
      const link = `${pages.home}/board/porsanger/sign-in?token=${token}`;
      await preview(link);
      const signedIn = await pages.post('/board/porsanger/sign-in', { token });
      expect(signedIn.status).to.equal(303);
      const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';

      const report = `/board/porsanger/reports/${id}`;
      const approve = `${report}/ping/${id}`;
      const filled = `?deed=approve&once=${'o'.repeat(20)}`;
      const addresses = [report, `${report}?answered=approve`, approve, approve + filled, report + filled];
      for (const path of [...addresses, '/board/porsanger/sign-out']) {
        await preview(pages.home + path);
        await preview(pages.home + path, cookie);
      }
      await watch.engine.workThrough();
      expect([await watch.report(id), await watch.escalation(id)]).to.deep.equal(before);
      expect(await pages.page(report, cookie)).to.include('<button>Godkjenn overtid</button>');
    } finally {
      pages.stop();
      await watch.store.close();
    }
  });

  it('neither confirm an address nor end a subscription: the button of the page does, or the mail program', async () => {
    const accepted: Inbound[] = [];
    const keys = new LinkKeys('a-secret-of-more-than-thirty-two-characters', true);
    const playbooks = new Map([['itcentrum', shipped('itcentrum')]]);
    const clock = { now: () => Temporal.Instant.from('2026-11-23T09:00:00+01:00') };
    let home = '';
    const links = new MailLinks(() => home, keys);
    const mail = {
      address: (text: string) => ({ address: text, shown: '…' }),
      conversationOf: (organisation: string, address: string) => links.conversationOf(organisation, address),
      confirm: (organisation: string, of: string, at: number) => links.confirm(organisation, of, at),
      confirmed: (organisation: string, query: URLSearchParams, now: number) =>
        links.confirmed(organisation, query, now),
      ended: (organisation: string, query: URLSearchParams) => links.ended(organisation, query),
      accept: async (inbound: Inbound) => void accepted.push(inbound),
    };
    const server = createHttpServer({
      ...{ playbooks, clock, keys, log: pino({ level: 'silent' }), ready: async () => undefined },
      routes: subscribeRoutes({ playbooks, clock, keys, networks: new Networks([], []), mail }),
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    home = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/`;
    try {
      const conversation = links.conversationOf('itcentrum', 'anna@example.org');
      const confirm = links.confirm('itcentrum', conversation, clock.now().epochMilliseconds);
      const end = links.unsubscribe('itcentrum', conversation);
      for (const address of [confirm, end]) await preview(address);
      expect(accepted).to.deep.equal([]);
      const press = (address: string, fields: Record<string, string>) =>
        fetch(address, { method: 'POST', body: new URLSearchParams(fields) });
      expect((await press(confirm, {})).status).to.equal(200);
      // As a mail program does it for its reader (RFC 8058).
      expect((await press(end, { 'List-Unsubscribe': 'One-Click' })).status).to.equal(200);
      expect(accepted.map(({ what }) => what.kind)).to.deep.equal(['mail-confirmed', 'mail-ended']);
    } finally {
      server.close();
      server.server.closeAllConnections();
    }
  });
});
