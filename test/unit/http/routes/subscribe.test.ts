import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { pino } from 'pino';
import type { Server } from 'restify';
import { LinkKeys } from '../../../../src/http/link-key.ts';
import { subscribeRoutes } from '../../../../src/http/routes/subscribe.ts';
import { createHttpServer } from '../../../../src/http/server.ts';
import { Networks } from '../../../../src/http/status/networks.ts';
import { TURNSTILE_LIMITS } from '../../../../src/http/turnstile.ts';
import type { Inbound } from '../../../../src/runtime/inbound.ts';
import { shipped } from '../../../support/playbooks.ts';

const keys = new LinkKeys('a-secret-of-more-than-thirty-two-characters', true);
const playbooks = new Map([['itcentrum', shipped('itcentrum')]]);
const clock = { now: () => Temporal.Instant.from('2026-11-23T09:00:00+01:00') };
const TEN = { address: '10.0.0.0', prefix: 8, family: 'ipv4' } as const;
const PROXY = { address: '127.0.0.1', prefix: 32, family: 'ipv4' } as const;

describe('the form that asks for mail, behind a proxy and for some networks only', () => {
  let server: Server;
  let home: string;
  let accepted: Inbound[];
  beforeEach(async () => {
    accepted = [];
    const mail = {
      address: (text: string) => ({ address: text, shown: '…' }),
      conversationOf: (organisation: string, address: string) => `mail/${organisation}/${address}`,
      confirm: () => 'https://bot.example.org/confirm',
      confirmed: () => null,
      ended: () => null,
      accept: async (inbound: Inbound) => void accepted.push(inbound),
    };
    const networks = new Networks([TEN], [PROXY]);
    server = createHttpServer({
      ...{ playbooks, clock, keys, log: pino({ level: 'silent' }), ready: async () => undefined },
      routes: subscribeRoutes({ playbooks, clock, keys, networks, mail }),
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    home = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/status/itcentrum`;
  });
  afterEach(() => {
    server.close();
    server.server.closeAllConnections();
  });
  const asks = (page: string, from: string | null, body?: Record<string, string>) =>
    fetch(`${home}/${page}`, {
      headers: from === null ? {} : { 'x-forwarded-for': from },
      ...(body !== undefined && { method: 'POST', body: new URLSearchParams(body) }),
    });
  const subscribes = async (from: string | null) =>
    (await asks('subscribe', from, { address: 'anna@example.org' })).status;

  it('is there from within them, and from nowhere else', async () => {
    expect((await asks('subscribe', '10.1.2.3')).status).to.equal(200);
    expect(await subscribes('10.1.2.3')).to.equal(200);
    expect(accepted).to.have.length(1);
    for (const from of [null, '192.0.2.1', '10.1.2.3, 192.0.2.1']) {
      expect((await asks('subscribe', from)).status, `${from}`).to.equal(403);
      expect(await subscribes(from), `${from}`).to.equal(403);
    }
    expect(accepted).to.have.length(1);
  });

  it('opens with the key of a link, as the page itself does', async () => {
    const key = keys.keyFor('pages', 'itcentrum');
    expect((await asks(`subscribe?key=${key}`, '192.0.2.1')).status).to.equal(200);
  });

  it('leaves links out of letters alone: they are followed from anywhere', async () => {
    const answer = await asks('unsubscribe', '192.0.2.1', {});
    expect(await answer.text()).to.contain('Länken är inte hel.');
  });

  it('counts who asks, not the proxy', async () => {
    for (let i = 0; i < TURNSTILE_LIMITS.anHour; i++) expect(await subscribes('10.0.0.1')).to.equal(200);
    expect(await subscribes('10.0.0.1')).to.equal(429);
    expect(await subscribes('10.0.0.2')).to.equal(200);
  });
});
