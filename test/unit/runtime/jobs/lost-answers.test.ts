import { expect } from 'chai';
import { StoreError } from '../../../../src/ports/store/error.ts';
import { inbound, replyOf, saying, wordsOf } from '../../../support/engine.ts';
import { Processes } from '../../../support/processes.ts';

const said = (text: string) => ({ kind: 'said', text, pictures: [] }) as const;

/** The store does what it is asked once, and its answer is lost. */
function loseAnswer(town: Processes, method: 'receive' | 'commit' | 'claimEvents'): void {
  const { store } = town;
  const real = store[method].bind(store) as (...words: unknown[]) => Promise<unknown>;
  Object.defineProperty(store, method, {
    configurable: true,
    async value(...words: unknown[]) {
      Reflect.deleteProperty(store, method);
      await real(...words);
      throw new StoreError('io', 'the answer was lost');
    },
  });
}

describe('a process to which an answer of the store did not come', () => {
  let town: Processes;
  beforeEach(() => {
    town = new Processes(saying((event) => (event.what.kind === 'said' ? event.what.text : '')));
  });
  afterEach(() => town.end());
  const texts = (): string[] => town.sent.map((each) => wordsOf(replyOf(each).message));

  for (const method of ['receive', 'commit', 'claimEvents'] as const)
    it(`(${method}) finds what it holds once the store can be used again, and answers it once`, async () => {
      const { engine } = await town.start();
      await engine.accept(inbound('a', said('first')));
      await town.pass(1000);
      loseAnswer(town, method);
      await engine.accept(inbound('b', said('second'))).catch(() => undefined);
      await town.pass(3000);
      await Promise.all([engine.regain(), town.pass(6000)]);
      expect((await engine.accept(inbound('b', said('second')))).outcome).to.equal('duplicate');
      expect(texts()).to.deep.equal(['first', 'second']);
    });

  for (const isDone of [false, true])
    it(`sends nothing twice of which the store ${isDone ? 'took, and did not say so,' : 'did not take'} that it was sent`, async () => {
      const { engine } = await town.start();
      await engine.accept(inbound('a', said('first')));
      await town.pass(1000);
      let refused = 0;
      for (const method of ['settle', 'settleAndNext'] as const) {
        const real = town.store[method].bind(town.store) as (...words: unknown[]) => Promise<unknown>;
        Object.defineProperty(town.store, method, {
          configurable: true,
          async value(...words: unknown[]) {
            refused++;
            if (isDone) await real(...words);
            throw new StoreError('io', 'the store is away');
          },
        });
      }
      await engine.accept(inbound('b', said('second')));
      await town.pass(500);
      expect(refused, 'the test reaches what it is about').to.be.above(0);
      for (const method of ['settle', 'settleAndNext']) Reflect.deleteProperty(town.store, method);
      await Promise.all([engine.regain(), town.pass(6000)]);
      await engine.accept(inbound('c', said('third')));
      await town.pass(6000);
      expect(texts()).to.deep.equal(['first', 'second', 'third']);
    });

  it('takes nothing back that is being sent', async () => {
    const { engine, sender } = await town.start();
    const { promise, resolve } = Promise.withResolvers<void>();
    const send = sender.send.bind(sender);
    sender.send = async (delivery) => {
      await promise;
      return send(delivery);
    };
    await engine.accept(inbound('a', said('first')));
    await town.pass(500);
    await Promise.all([engine.regain(), town.pass(2000)]);
    resolve();
    await town.pass(3000);
    expect(texts()).to.deep.equal(['first']);
  });
});
