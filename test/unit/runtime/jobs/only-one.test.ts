import { expect } from 'chai';
import { OnlyOne } from '../../../../src/runtime/jobs/only-one.ts';
import { MemoryFellows } from '../../../support/memory-peers.ts';
import { VirtualTime } from '../../../support/virtual-time.ts';

const LONG = 12_000;

describe('what goes on in one of several processes', () => {
  let time: VirtualTime;
  let fellows: MemoryFellows;
  let going: Set<string>;
  let failures: unknown[];
  beforeEach(() => {
    time = new VirtualTime();
    [fellows, going, failures] = [new MemoryFellows(), new Set(), []];
  });

  /** A process, and whether it can see who is there. */
  async function started(worker: string) {
    const peers = fellows.process(worker);
    await peers.join();
    const sight = { isLost: false };
    const present = async () => {
      if (sight.isLost) throw new Error('Redis is away');
      return peers.present();
    };
    const one = new OnlyOne({
      ...{ peers: { present }, worker, alarm: time, failed: (cause) => failures.push(cause) },
      begin() {
        if (going.has(worker)) throw new Error(`${worker} begins it twice`);
        going.add(worker);
        return { stop: async () => void going.delete(worker) };
      },
    });
    one.start();
    await time.pass(LONG);
    return { one, peers, sight };
  }

  it('goes on in one, whoever comes', async () => {
    await started('b');
    expect([...going]).to.deep.equal(['b']);
    await started('c');
    expect([...going]).to.deep.equal(['b']);
    await started('a');
    expect([...going]).to.deep.equal(['a']);
    expect(failures).to.deep.equal([]);
  });

  it('goes on in another one once that is dead', async () => {
    const first = await started('a');
    await started('b');
    fellows.silence('a');
    await time.pass(LONG);
    expect(going.has('b')).to.equal(true);
    await first.one.stop();
    expect([...going]).to.deep.equal(['b']);
  });

  it('stays as it is as long as nobody can say who is there', async () => {
    const first = await started('a');
    const second = await started('b');
    first.sight.isLost = true;
    second.sight.isLost = true;
    await time.pass(LONG);
    expect([...going]).to.deep.equal(['a']);
    expect(failures).to.not.deep.equal([]);
  });

  it('ends with its process', async () => {
    const { one } = await started('a');
    await one.stop();
    await time.pass(LONG);
    expect([...going]).to.deep.equal([]);
  });
});
