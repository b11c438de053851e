import { expect } from 'chai';
import type { Sending } from '../../../src/ports/sender.ts';
import { heard, inbound, saying, TestEngine } from '../../support/engine.ts';

const said = (text: string) => ({ kind: 'said', text, pictures: [] }) as const;

describe('the outbox', () => {
  let service: TestEngine;
  beforeEach(() => {
    service = new TestEngine(saying(heard));
  });
  afterEach(() => service.store.close());

  const stateOf = async (id: string) => {
    const delivery = await service.store.delivery(id);
    return `${delivery?.state}: ${delivery?.reason}`;
  };

  it('tries again when that can help, later each time, and in order', async () => {
    const busy: Sending = { outcome: 'retry', reason: 'busy', afterMs: 0 };
    service.sender.next.push(
      () => busy,
      () => busy,
    );
    await service.engine.accept(inbound('a', said('first')));
    await service.say('b', 'second');
    expect(await stateOf('web/porsanger/anna/1.1')).to.equal('pending: busy');
    expect(service.sender.texts).to.deep.equal([]);
    service.now += 750;
    await service.engine.workThrough();
    service.now += 750;
    await service.engine.workThrough();
    expect(service.sender.texts).to.deep.equal([]);
    service.now += 750;
    await service.engine.workThrough();
    expect(service.sender.texts).to.deep.equal(['first', 'second']);
  });

  it('waits as long as the platform asks for', async () => {
    service.sender.next.push(() => ({ outcome: 'retry', reason: 'slow down', afterMs: 30_000 }));
    await service.say('a', 'hei');
    service.now += 29_999;
    await service.engine.workThrough();
    expect(service.sender.texts).to.deep.equal([]);
    service.now += 1;
    await service.engine.workThrough();
    expect(service.sender.texts).to.deep.equal(['hei']);
  });

  it('gives up after twenty tries, and tells so', async () => {
    service.sender.next.push(
      ...Array.from({ length: 30 }, () => () => ({ outcome: 'retry', reason: 'busy', afterMs: 0 }) as const),
    );
    await service.say('a', 'hei');
    for (let i = 0; i < 25; i++) {
      service.now += 300_000;
      await service.engine.workThrough();
    }
    expect(await stateOf('web/porsanger/anna/1.1')).to.equal(
      'failed: given-up: given up after 20 tries: busy',
    );
    expect(service.log.at(-1)).to.include({
      msg: 'a message did not go out',
      delivery: 'web/porsanger/anna/1.1',
    });
  });

  it('counts no try where a message only waits for its turn', async () => {
    const turn: Sending = { outcome: 'later', reason: 'others are first', afterMs: 250 };
    service.sender.next.push(...Array.from({ length: 50 }, () => () => turn), () => ({
      outcome: 'retry',
      reason: 'busy',
      afterMs: 0,
    }));
    await service.say('a', 'hei');
    for (let i = 0; i < 50; i++) {
      expect(service.sender.texts).to.deep.equal([]);
      service.now += 250;
      await service.engine.workThrough();
    }
    expect(await service.store.delivery('web/porsanger/anna/1.1')).to.deep.include({
      ...{ state: 'pending', reason: 'busy', attempt: 51, tries: 1 },
    });
    service.now += 1000;
    await service.engine.workThrough();
    expect(service.sender.texts).to.deep.equal(['hei']);
  });

  for (const outcome of ['failed', 'ambiguous', 'skipped'] as const) {
    it(`keeps what is ${outcome}, with the reason, and goes on`, async () => {
      service.sender.next.push(() => ({ outcome, reason: 'because' }));
      await service.say('a', 'first');
      await service.say('b', 'second');
      expect(await stateOf('web/porsanger/anna/1.1')).to.equal(`${outcome}: because`);
      expect(service.sender.texts).to.deep.equal(['second']);
    });
  }

  it('keeps what the platform said about a message', async () => {
    service.sender.next.push(() => ({ outcome: 'sent', receipt: { activity: '7' } }));
    await service.say('a', 'hei');
    expect((await service.store.delivery('web/porsanger/anna/1.1'))?.receipt).to.deep.equal({
      activity: '7',
    });
  });

  it('does not hold a message up whose receipt does not fit', async () => {
    service.sender.next.push(() => ({ outcome: 'sent', receipt: 'x'.repeat(300_000) }));
    await service.say('a', 'hei');
    expect(await stateOf('web/porsanger/anna/1.1')).to.equal(
      'sent: sent; what the platform said about it did not fit',
    );
  });

  it('skips what no channel here can carry', async () => {
    await service.say('a', 'hei', { conversation: 'fax/porsanger/anna' });
    expect(await stateOf('fax/porsanger/anna/1.1')).to.equal(
      'skipped: no-channel: no channel "fax" runs here',
    );
  });

  it('asks a sender that threw what became of the message', async () => {
    service.sender.next.push(() => Promise.reject(new Error('a fault')));
    await service.say('a', 'hei');
    expect(service.sender.asked).to.equal(1);
    expect(await stateOf('web/porsanger/anna/1.1')).to.equal('sent: sent');
  });

  it('finds out after a crash what became of a message, and sends it if it did not go out', async () => {
    // The sender never comes back: the process dies over it.
    service.sender.next.push(() => new Promise(() => undefined));
    await service.engine.accept(inbound('a', said('first')));
    void service.engine.workThrough();
    while ((await service.store.delivery('web/porsanger/anna/1.1'))?.state !== 'sending')
      await new Promise(setImmediate);
    const next = new TestEngine(saying(heard), { store: service.store });
    next.sender.settled = { outcome: 'retry', reason: 'it never arrived', afterMs: 0 };
    await next.say('b', 'second');
    next.now += 1000;
    await next.engine.workThrough();
    expect([next.sender.asked, ...next.sender.texts]).to.deep.equal([1, 'first', 'second']);
  });

  it('settles what was held for longer than a lease, but not what is still being sent', async () => {
    let arrive: (sending: Sending) => void = () => undefined;
    service.sender.next.push(() => new Promise((resolve) => (arrive = resolve)));
    await service.engine.accept(inbound('a', said('slow')));
    const working = service.engine.workThrough();
    while ((await service.store.delivery('web/porsanger/anna/1.1'))?.state !== 'sending')
      await new Promise(setImmediate);
    service.now += 3_600_000;
    await service.engine.run();
    expect(service.sender.asked).to.equal(0);
    arrive({ outcome: 'sent', receipt: null });
    await working;
    expect(await stateOf('web/porsanger/anna/1.1')).to.equal('sent: sent');
    await service.engine.stop();
  });

  it('lets go of what ended a month ago', async () => {
    await service.say('a', 'hei');
    service.now += 31 * 24 * 3_600_000;
    await service.engine.workThrough();
    expect(await service.store.delivery('web/porsanger/anna/1.1')).to.equal(null);
  });
});
