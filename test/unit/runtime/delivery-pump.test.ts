import { expect } from 'chai';
import type { Sending } from '../../../src/ports/sender.ts';
import { heard, inbound, saying, TestEngine } from '../../support/engine.ts';
import { committing, delivery } from '../../support/store-arrange.ts';

describe('messages of two priorities', () => {
  it('go out beside each other: what goes to many takes no place of what somebody waits for', async () => {
    const service = new TestEngine(saying(heard));
    const arrivals: ((sending: Sending) => void)[] = [];
    // More than there are slots, and none of them comes to an end.
    for (let i = 0; i < 64; i++)
      service.sender.next.push(() => new Promise((resolve) => void arrivals.push(resolve)));
    await committing(service.store, {
      deliveries: Array.from({ length: 100 }, (_, i) =>
        delivery(`n${i}`, { destination: `web/porsanger/${i}`, priority: 1, notBefore: 0 }),
      ),
    });
    await service.engine.run();
    while (arrivals.length < 64) await new Promise(setImmediate);
    await committing(service.store, {
      deliveries: [delivery('ping', { destination: 'web/porsanger/ping', notBefore: 0 })],
    });
    // What the next turn brings is handed over; what came by another way is found by looking around.
    await service.engine.accept({
      ...{ id: 'e', organisation: 'porsanger', conversation: 'web/porsanger/anna', ahead: 0 },
      from: { user: 'anna', desk: false, locale: null, role: null, site: null },
      what: { kind: 'said', text: 'hei', pictures: [] },
    });
    service.alarm.ringAll();
    while (service.sender.deliveries.length < 2) await new Promise(setImmediate);
    expect(service.sender.deliveries.map(({ priority }) => priority)).to.deep.equal([0, 0]);
    const { items } = await service.store.findDeliveries({ state: 'sending', limit: 200 });
    expect(items.filter(({ priority }) => priority === 1)).to.have.length(64);
    for (const arrive of arrivals) arrive({ outcome: 'sent', receipt: null });
    await service.engine.stop();
    await service.store.close();
  });

  it('wake at the moment when one becomes due that was put off', async () => {
    const service = new TestEngine(saying(heard));
    service.sender.next.push(() => ({ outcome: 'later', reason: 'others are first', afterMs: 40 }));
    await service.say('a', 'hei');
    expect(service.alarm.waits).to.include(40);
    service.now += 40;
    service.alarm.ringAll();
    while (service.sender.texts.length === 0) await new Promise(setImmediate);
    expect(service.sender.texts).to.deep.equal(['hei']);
    await service.engine.stop();
    await service.store.close();
  });

  it('wait at the start until all that had come in is heeded: it may take back what waits', async () => {
    const service = new TestEngine(saying(heard));
    await committing(service.store, {
      deliveries: [delivery('old', { destination: 'web/porsanger/other', notBefore: 0 })],
    });
    for (let i = 0; i < 40; i++)
      await service.engine.accept(inbound(`e${i}`, { kind: 'said', text: `${i}`, pictures: [] }));
    const heeded: (number | undefined)[] = [];
    service.sender.next.push(async () => {
      heeded.push((await service.store.load('web/porsanger/anna'))?.version);
      return { outcome: 'sent', receipt: null };
    });
    await service.engine.run();
    while (heeded.length === 0) await new Promise(setImmediate);
    expect(heeded).to.deep.equal([40]);
    await service.engine.stop();
    await service.store.close();
  });
});
