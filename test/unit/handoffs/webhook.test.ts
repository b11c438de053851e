import { expect } from 'chai';
import fc from 'fast-check';
import { isSigned, REPLAY_WINDOW_S } from '../../../src/handoffs/webhook/sign.ts';
import { WebhookHandoff } from '../../../src/handoffs/webhook/webhook.ts';
import { LETTER } from '../../contracts/handoff.contract.ts';
import { FakeWebhook } from '../../support/suppliers/webhook.ts';

const SECRET = 'a secret of at least thirty-two characters';
const FIRST = { receipt: null, unsure: false };

describe('a webhook', () => {
  let webhook: FakeWebhook;
  let now = Date.parse('2026-11-23T08:15:00.700Z');
  let handoff: WebhookHandoff;
  beforeEach(async () => {
    webhook = await FakeWebhook.start();
    const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(now) };
    handoff = new WebhookHandoff({ address: webhook.address, key: 'k1', secret: SECRET }, clock);
  });
  afterEach(() => webhook.stop());

  it('is signed with its time, and holds the order as data', async () => {
    const sending = await handoff.hand(LETTER, FIRST);
    expect(sending).to.deep.equal({
      outcome: 'sent',
      receipt: { reference: 'N-77', url: 'https://nemesys.example/77', confirms: false, lost: [] },
    });
    const [call] = webhook.calls;
    const signed = {
      seconds: Number(call?.headers['driftvakt-timestamp']),
      signature: String(call?.headers['driftvakt-signature']).replace('v1=', ''),
      body: call?.body ?? '',
    };
    expect(isSigned(SECRET, signed, now)).to.equal(true);
    expect(isSigned(SECRET, { ...signed, body: `${signed.body} ` }, now)).to.equal(false);
    expect(isSigned(`${SECRET}!`, signed, now)).to.equal(false);
    expect(isSigned(SECRET, signed, now + (REPLAY_WINDOW_S + 1) * 1000)).to.equal(false);
    expect(isSigned(SECRET, { ...signed, seconds: signed.seconds + 1 }, now)).to.equal(false);
    expect(call?.headers['driftvakt-key']).to.equal('k1');
    expect(JSON.parse(signed.body)).to.include({
      ...{ version: 1, id: 'porsanger/K7M2-QX4P/order', word: 'order', supplier: 'topdesk' },
      at: '2026-11-23T08:15:00Z',
    });
  });

  it('has the same key and the same body at every try, and a time of its own', async () => {
    webhook.faults.push(500);
    await handoff.hand(LETTER, FIRST);
    now += 60_000;
    await handoff.hand(LETTER, FIRST);
    const [first, second] = webhook.calls;
    expect(second?.headers['idempotency-key']).to.equal(first?.headers['idempotency-key']);
    expect(second?.body).to.equal(first?.body);
    expect(second?.headers['driftvakt-signature']).to.not.equal(first?.headers['driftvakt-signature']);
  });

  it('says what came of each answer', async () => {
    const outcomes: string[] = [];
    for (const status of [202, 301, 400, 401, 403, 404, 408, 409, 422, 429, 500, 503]) {
      webhook.faults.push(status);
      const sending = await handoff.hand(LETTER, FIRST);
      outcomes.push(`${status} ${sending.outcome}${'doubt' in sending ? ` ${sending.doubt}` : ''}`);
    }
    expect(outcomes).to.deep.equal([
      ...['202 sent', '301 failed', '400 failed', '401 failed', '403 failed', '404 failed', '408 retry open'],
      ...['409 sent', '422 failed', '429 retry', '500 retry open', '503 retry open'],
    ]);
  });

  it('is never taken for signed by a signature of another form', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), (signature, seconds) => {
        expect(isSigned(SECRET, { seconds, signature, body: '{}' }, now)).to.equal(false);
      }),
    );
  });
});
