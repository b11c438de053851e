import { expect } from 'chai';
import { NEW_CONVERSATION } from '../../../../src/conversation/state.ts';
import { heard, inbound, replyOf, saying, wordsOf } from '../../../support/engine.ts';
import { Processes } from '../../../support/processes.ts';
import { committing, delivery } from '../../../support/store-arrange.ts';

const said = (text: string) => ({ kind: 'said', text, pictures: [] }) as const;

describe('several processes on one store', () => {
  let town: Processes;
  beforeEach(() => {
    town = new Processes(
      saying(heard, (event, now) => {
        const due = now.epochMilliseconds + 60_000;
        const reminder = { id: 'r', due, about: { kind: 'reached', report: 'R', times: 1 } } as const;
        return heard(event) === 'remind'
          ? { state: { reminders: [reminder] } }
          : { state: { reminders: [] } };
      }),
    );
  });
  afterEach(() => town.end());

  const texts = (): string[] => town.sent.map((each) => wordsOf(replyOf(each).message));
  /** Messages that were committed while nobody looked. */
  const lie = (...ids: string[]) =>
    committing(town.store, {
      deliveries: ids.map((id) =>
        delivery(id, { destination: 'web/porsanger/anna', notBefore: town.time.ms }),
      ),
    });

  it('answer what one person writes to all of them once, and in order', async () => {
    const all = [await town.start(), await town.start(), await town.start()];
    const words = Array.from({ length: 30 }, (_, i) => `text ${i}`);
    for (const [i, text] of words.entries()) await all[i % 3]?.engine.accept(inbound(`e${i}`, said(text)));
    await town.pass(3000);
    expect(texts()).to.deep.equal(words);
  });

  it('share what many write at once, so that each is answered once', async () => {
    const [one, two] = [await town.start(), await town.start()];
    const people = Array.from({ length: 400 }, (_, i) => `p${i}`);
    await Promise.all(
      people.map((name, i) =>
        (i % 2 === 0 ? one : two).engine.accept(
          inbound(name, said(name), { conversation: `web/porsanger/${name}` }),
        ),
      ),
    );
    await town.pass(3000);
    expect(texts().toSorted()).to.deep.equal(people.toSorted());
    expect(one.sender.texts.length).to.be.greaterThan(0);
    expect(two.sender.texts.length).to.be.greaterThan(0);
  });

  it('try again what a platform refused when it is time, in whichever process, and let nothing pass it', async () => {
    const [one, two] = [await town.start(), await town.start()];
    const busy = () => ({ outcome: 'retry', reason: 'busy', afterMs: 5000 }) as const;
    one.sender.next.push(busy);
    two.sender.next.push(busy);
    await one.engine.accept(inbound('a', said('first')));
    await two.engine.accept(inbound('b', said('second')));
    await town.pass(4900);
    expect(texts()).to.deep.equal([]);
    await one.engine.stop();
    await town.pass(12_000);
    expect(texts()).to.deep.equal(['first', 'second']);
  });

  it('find what was lost between its commit and its job', async () => {
    await town.start();
    await town.pass(200);
    await lie('a', 'b', 'c');
    await town.pass(1500);
    expect(town.sent, 'a job is waited for').to.deep.equal([]);
    await town.pass(2500);
    expect(town.sent.map(({ id }) => id)).to.deep.equal(['a', 'b', 'c']);
  });

  it('relay what a process leaves when it ends', async () => {
    const one = await town.start();
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    one.sender.next.push(async () => {
      await gate;
      return { outcome: 'sent', receipt: null };
    });
    for (const text of ['first', 'second', 'third']) await one.engine.accept(inbound(text, said(text)));
    await town.pass(100);
    const stopping = one.engine.stop();
    open();
    await stopping;
    expect(texts()).to.deep.equal(['first']);
    await town.start();
    await town.pass(300);
    expect(texts(), 'without waiting until it is found lying').to.deep.equal(['first', 'second', 'third']);
  });

  it('ring a timer once and on time, though whoever set it is gone', async () => {
    const one = await town.start();
    await one.engine.accept(inbound('a', said('remind')));
    await town.pass(500);
    await one.engine.stop();
    await town.start();
    await town.start();
    await town.pass(59_000);
    expect(texts()).to.deep.equal(['remind']);
    await town.pass(1000);
    expect(texts()).to.deep.equal(['remind', 'due']);
    await town.pass(60_000);
    expect(texts()).to.deep.equal(['remind', 'due']);
  });

  it('ring it also if its job was lost', async () => {
    const one = await town.start();
    await one.engine.accept(inbound('a', said('remind')));
    await town.pass(500);
    town.queue.lose();
    await town.pass(61_000);
    expect(texts()).to.deep.equal(['remind', 'due']);
  });

  it('take over what one of them had in hand when it died', async () => {
    const one = await town.start();
    const two = await town.start();
    const { promise: never, resolve: letGo } = Promise.withResolvers<void>();
    one.sender.next.push(() => never.then(() => ({ outcome: 'sent', receipt: null })));
    two.sender.settled = { outcome: 'retry', reason: 'it is not there', afterMs: 0, doubt: 'absent' };
    await one.engine.accept(inbound('a', said('first')));
    await one.engine.accept(inbound('b', said('second')));
    await town.pass(3000);
    expect(texts()).to.deep.equal([]);
    town.fellows.silence('process-0');
    await town.pass(6000);
    expect(two.sender.asked, 'the platform is asked what became of it').to.equal(1);
    expect(texts()).to.deep.equal(['first', 'second']);
    letGo();
  });

  describe('of two versions side by side', () => {
    const waiting = async () => (await town.store.health()).waitingEvents;
    const event = (what: object, organisation = 'porsanger') => ({
      ...{ id: 'new', conversation: 'web/porsanger/anna', receivedAt: town.time.ms },
      body: { schema: 1, organisation, from: { user: 'anna', desk: false }, what, ahead: 0 } as never,
    });

    for (const [name, what, organisation] of [
      ['a kind of event that it does not know', { kind: 'sung' }, 'porsanger'],
      ['an organisation for which it has no playbook', said('hei'), 'bergen'],
    ] as const)
      it(`leave to the other ${name}, and set it aside when nobody takes it for ten minutes`, async () => {
        await town.start();
        await town.store.receive(event(what, organisation));
        await town.pass(20_000);
        expect(await waiting()).to.equal(1);
        expect(town.faults).to.deep.equal([]);
        await town.pass(600_000, 5000);
        expect(await waiting()).to.equal(0);
        expect(town.faults.map((fault) => (fault as { msg: string }).msg).join()).to.contain('dropped');
      });

    it('leave to the other a conversation that it has gone on with', async () => {
      const one = await town.start();
      const conversation = 'web/porsanger/anna';
      const state = { at: 0, failures: 0, state: { ...NEW_CONVERSATION, schema: 1000 } } as never;
      await town.store.receive({ ...event(said('before')), id: 'before' });
      await town.store.commit({ event: 'before', conversation, expected: 0, state, at: town.time.ms });
      await one.engine.accept(inbound('a', said('hei')));
      await town.pass(10_000);
      expect(await waiting()).to.equal(1);
      expect(town.faults).to.deep.equal([]);
    });
  });

  it('enter themselves on the roll, and strike themselves off it at the end', async () => {
    const roll = async () => {
      const search = { organisation: '@processes', kind: 'process', order: 'oldest', limit: 9 } as const;
      return (await town.store.findRecords(search)).items.map(({ id }) => id);
    };
    const one = await town.start();
    await town.start();
    expect(await roll()).to.deep.equal(['process-0', 'process-1']);
    await one.engine.stop();
    expect(await roll()).to.deep.equal(['process-1']);
    town.fellows.silence('process-1');
    await town.start();
    expect(await roll(), 'whoever starts strikes the dead').to.deep.equal(['process-2']);
  });

  it('end in their time though the store is away and nobody can be told', async () => {
    const one = await town.start();
    const recover = town.store.recover.bind(town.store);
    town.store.recover = () => Promise.reject(new Error('the store is away'));
    town.fellows.hangs = true;
    let ended = false;
    void one.engine.stop().then(() => {
      ended = true;
    });
    await town.pass(1400);
    expect(ended).to.equal(false);
    await town.pass(200);
    expect(ended).to.equal(true);
    town.fellows.hangs = false;
    town.store.recover = recover;
  });

  it('have no fault to tell of', async () => {
    const one = await town.start();
    await one.engine.accept(inbound('a', said('hei')));
    await town.pass(2000);
    expect(town.faults).to.deep.equal([]);
  });
});
