import { expect } from 'chai';
import { pino } from 'pino';
import type { Sender, Sending } from '../../../src/ports/sender.ts';
import type { Delivery, Priority } from '../../../src/ports/store/outbox.ts';
import { DeliveryWorker } from '../../../src/runtime/delivery-worker.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import { asking, committing, delivery, NOON } from '../../support/store-arrange.ts';

const UNKNOWN: Sending = { outcome: 'ambiguous', reason: 'nobody can say' };

/** A channel that cannot be asked what it has, and dies at a moment of the test's choice. */
class Channel implements Sender {
  readonly begins: boolean;
  readonly die: 'before' | 'after';
  sent = 0;

  constructor(die: 'before' | 'after', begins = true) {
    this.die = die;
    this.begins = begins;
  }

  async send(_delivery: Delivery, begin?: () => Promise<boolean>): Promise<Sending> {
    if (this.die === 'before') return new Promise(() => undefined);
    if ((await begin?.()) === false) return { outcome: 'later', reason: 'in other hands', afterMs: 0 };
    this.sent += 1;
    return new Promise(() => undefined);
  }

  async settle(): Promise<Sending> {
    return UNKNOWN;
  }
}

describe('a message in hand when the process dies', () => {
  /** Its state once the next process has looked. */
  async function afterDeath(channel: Sender, priority: Priority): Promise<string> {
    const store = openSqliteStore({ file: ':memory:' });
    const worker = () =>
      new DeliveryWorker({
        ...{
          store,
          senders: new Map([['anna', channel]]),
          random: () => 0.5,
          log: pino({ level: 'silent' }),
        },
        clock: { now: () => Temporal.Instant.fromEpochMilliseconds(NOON) },
        carriers: new Map([['notice', { carried: async (each: Delivery) => each }]]),
      });
    await committing(store, { deliveries: [delivery('a1', { destination: 'anna', priority })] });
    for (const each of await store.claimDeliveries(asking())) void worker().send(each);
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    for (const each of await store.recover({ worker: 'w1', now: NOON }))
      await worker().settleInterrupted(each);
    const found = await store.delivery('a1');
    await store.close();
    return `${found?.state}, ${found?.tries} tries`;
  }

  it('of a broadcast was surely not sent before it began, and waits as if nothing had been', async () => {
    expect(await afterDeath(new Channel('before'), 1)).to.equal('pending, 0 tries');
    expect(await afterDeath(new Channel('after'), 1)).to.equal('ambiguous, 1 tries');
  });

  it('of others, or in a channel that does not say when it begins, may have been sent', async () => {
    expect(await afterDeath(new Channel('before'), 0)).to.equal('ambiguous, 1 tries');
    expect(await afterDeath(new Channel('before', false), 1)).to.equal('ambiguous, 1 tries');
  });

  it('is not sent once somebody else has taken it over', async () => {
    const channel = new Channel('after');
    const store = openSqliteStore({ file: ':memory:' });
    await committing(store, { deliveries: [delivery('a1', { destination: 'anna', priority: 1 })] });
    const [claimed] = await store.claimDeliveries(asking());
    const about = { id: 'a1', attempt: 1, reason: 'a lease ran out', now: NOON, notBefore: NOON };
    await store.settle({ ...about, state: 'pending' });
    const worker = new DeliveryWorker({
      ...{ store, senders: new Map([['anna', channel]]), random: () => 0.5, log: pino({ level: 'silent' }) },
      clock: { now: () => Temporal.Instant.fromEpochMilliseconds(NOON) },
      carriers: new Map([['notice', { carried: async (each: Delivery) => each }]]),
    });
    if (claimed !== undefined) await worker.send(claimed);
    expect(channel.sent).to.equal(0);
    await store.close();
  });
});
