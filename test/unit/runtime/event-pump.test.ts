import { expect } from 'chai';
import type { Receipt } from '../../../src/ports/store/inbox.ts';
import { EventPump } from '../../../src/runtime/event-pump.ts';
import { Handover } from '../../../src/runtime/handover.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

describe('events that come in', () => {
  const event = { id: 'e', conversation: 'web/porsanger/anna', receivedAt: 0, body: null };
  let asked = 0;
  beforeEach(() => {
    asked = 0;
  });

  /** One that has so many places, over a store that answers so. */
  function pump(receipt: Receipt, slots: number): EventPump {
    const hand = () => ({ worker: 'w', now: 0, leaseMs: 1000 });
    const store = {
      receive: async () => receipt,
      async claimEvents() {
        asked++;
        return [];
      },
    };
    const commit = async () => {
      throw new Error('nothing is committed here');
    };
    return new EventPump({
      ...{ store, hand, slots, alarm: new VirtualTime(), random: () => 0.5 },
      failed: (cause) => {
        throw cause;
      },
      request: (limit) => ({ ...hand(), limit }),
      process: async () => ({ deliveries: [], dueAt: null }),
      handover: new Handover({ store: { commit }, hand, reserve: () => null }),
      processed: async () => undefined,
    });
  }

  it('are not asked for behind another one of their conversation: whoever has that takes what follows', async () => {
    const events = pump({ outcome: 'new' }, 4);
    for (let i = 0; i < 5; i++) await events.receive(event);
    await events.idle();
    expect(asked).to.equal(0);
  });

  it('are not asked for when they are known', async () => {
    const events = pump({ outcome: 'duplicate', by: 'id', of: event }, 4);
    await events.receive(event);
    await events.idle();
    expect(asked).to.equal(0);
  });

  it('are asked for where no place could be kept for them', async () => {
    const events = pump({ outcome: 'new' }, 4);
    events.wake();
    await events.receive(event);
    await events.idle();
    expect(asked).to.be.greaterThan(0);
  });
});
