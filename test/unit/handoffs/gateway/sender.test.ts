import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { GatewaySender, type GatewayTo } from '../../../../src/handoffs/gateway/sender.ts';
import { isSigned } from '../../../../src/handoffs/webhook/sign.ts';
import type { Delivery } from '../../../../src/ports/store/outbox.ts';
import { NINE } from '../../../support/engine.ts';

const SECRET = 'a secret of at least 32 characters';
const TO: Omit<GatewayTo, 'address'> = { contact: 'it-lead', role: 'IT-leder', phone: '+4700000001' };

describe('the gateway for SMS and voice', () => {
  let server: Server;
  let answer: { status: number; headers?: Record<string, string> };
  let asked: { headers: IncomingMessage['headers']; body: string }[];
  let address: string;
  beforeEach(async () => {
    answer = { status: 202 };
    asked = [];
    server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      asked.push({ headers: request.headers, body });
      // Where restify was loaded, writeHead returns nothing.
      response.writeHead(answer.status, answer.headers);
      response.end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pings`;
  });
  afterEach(() => server.close());

  const sender = (to: GatewayTo | null = { ...TO, address }) =>
    new GatewaySender({
      secret: SECRET,
      clock: { now: () => Temporal.Instant.fromEpochMilliseconds(NINE) },
      to: () => to,
    });
  const delivery = (replaces: string | null = null): Delivery => {
    const message = {
      ...{
        kind: 'receipt',
        language: 'nb',
        title: 'Kritisk: du trengs',
        reference: 'K7M2-QX4P',
        state: 'Ingen',
      },
      ...{ tone: 'warning', facts: [], pictures: [], history: [], notes: [], choices: [] },
    };
    const conversation = 'ping-gateway/porsanger/it-lead';
    const reply = { key: replaces === null ? 'p-K-1' : 'p-K-1-r2', replaces, message };
    const body = { organisation: 'porsanger', conversation, at: NINE, asked: false, reply };
    return { kind: 'message', body } as unknown as Delivery;
  };

  it('gets a signed request that names whom to reach, and a key by which it knows a repetition', async () => {
    expect(await sender().send(delivery())).to.deep.equal({ outcome: 'sent', receipt: null });
    const [{ headers, body }] = asked as [(typeof asked)[0]];
    expect(JSON.parse(body)).to.deep.include({
      ...TO,
      kind: 'ping',
      replaces: null,
      reference: 'K7M2-QX4P',
      language: 'nb',
    });
    expect(headers['idempotency-key']).to.equal('ping-gateway/porsanger/it-lead/p-K-1');
    const signature = String(headers['driftvakt-signature']).slice('v1='.length);
    const seconds = Number(headers['driftvakt-timestamp']);
    expect(isSigned(SECRET, { seconds, signature, body }, NINE)).to.equal(true);
    expect(isSigned(SECRET, { seconds, signature, body: `${body} ` }, NINE)).to.equal(false);
    expect(body).to.not.contain(address);
  });

  it('is told that it is over, and what', async () => {
    await sender().send(delivery('p-K-1'));
    expect(JSON.parse(asked[0]!.body)).to.include({
      kind: 'over',
      replaces: 'ping-gateway/porsanger/it-lead/p-K-1',
    });
  });

  const answers: [number, Record<string, string>, object][] = [
    [409, {}, { outcome: 'sent' }],
    [429, { 'retry-after': '7' }, { outcome: 'retry', afterMs: 7000 }],
    [503, {}, { outcome: 'retry', doubt: 'open' }],
    [401, {}, { outcome: 'failed' }],
    [400, {}, { outcome: 'failed' }],
  ];
  for (const [status, headers, sending] of answers) {
    it(`answers ${status}`, async () => {
      answer = { status, headers };
      expect(await sender().send(delivery())).to.deep.include(sending);
    });
  }

  it('is not asked for what nobody wants any more by then', async () => {
    const sending = await sender().send(delivery(), async () => false);
    expect([sending.outcome, asked.length]).to.deep.equal(['later', 0]);
  });

  it('is tried again where no connection was there, surely without a doubt', async () => {
    server.close();
    await once(server, 'close');
    const sending = await sender().send(delivery());
    expect(sending).to.include({ outcome: 'retry' }).and.not.have.property('doubt');
  });

  it('is asked for nobody who is not there any more', async () => {
    expect(await sender(null).send(delivery())).to.include({ outcome: 'skipped' });
  });
});
