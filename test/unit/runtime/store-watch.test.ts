import { expect } from 'chai';
import { pino } from 'pino';
import { StoreError } from '../../../src/ports/store/error.ts';
import type { StoreHealth } from '../../../src/ports/store.ts';
import { StoreWatch } from '../../../src/runtime/store-watch.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

const WELL = {} as StoreHealth;

describe('who watches a store', () => {
  function watched(diagnose?: () => Promise<string | null>) {
    const time = new VirtualTime();
    const lines: { level: number; msg: string; code?: string; sign?: string }[] = [];
    const store = { health: async () => WELL };
    const watch = new StoreWatch({
      ...{ store, now: () => time.now().epochMilliseconds, alarm: time },
      ...(diagnose !== undefined && { diagnose }),
      log: pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) }),
    });
    return {
      time,
      store,
      watch,
      told: () => lines.map(({ msg, sign }) => `${msg.split(';')[0]} ${sign ?? ''}`),
    };
  }
  const full = () => new StoreError('disk-full', 'full', undefined, 'OOM');

  it('tells once that it cannot be used, however often it fails, and once that it can', async () => {
    const { time, store, watch, told } = watched();
    store.health = () => Promise.reject(full());
    for (let i = 0; i < 5; i++) watch.began()(full());
    expect(watch.trouble).to.deep.include({ code: 'disk-full', sign: 'OOM' });
    await time.pass(10_000);
    store.health = async () => WELL;
    await time.pass(1000);
    expect(watch.trouble).to.equal(null);
    expect(told()).to.deep.equal(['the store cannot be used OOM', 'the store can be used again ']);
  });

  it('is not misled by faults of the call, nor by what began before it was well again', async () => {
    const { time, watch } = watched();
    watch.began()(new StoreError('too-large', 'large'));
    expect(watch.trouble).to.equal(null);
    const old = watch.began();
    watch.began()(full());
    await time.pass(1000);
    expect(watch.trouble).to.equal(null);
    old(full());
    expect(watch.trouble).to.equal(null);
  });

  it('finds out that nothing is answered before anybody is refused', async () => {
    const { time, store, watch } = watched();
    store.health = () => new Promise(() => undefined);
    watch.began();
    await time.pass(5000);
    expect(watch.trouble).to.deep.include({ code: 'io', sign: 'SLOW' });
  });

  it('asks the servers what it is, where the fault has no name', async () => {
    const { time, store, watch, told } = watched(async () => 'LOADING');
    store.health = () => Promise.reject(new StoreError('io', 'gone'));
    watch.began()(new StoreError('io', 'gone'));
    await time.pass(2000);
    expect(watch.trouble?.sign).to.equal('LOADING');
    expect(told()).to.deep.equal(['the store cannot be used LOADING']);
  });

  it('does not tell each failure of a store that says that it is well', async () => {
    const { time, watch, told } = watched();
    for (let second = 0; second < 120; second++) {
      watch.began()(full());
      await time.pass(1000);
    }
    expect(told().length).to.be.below(6);
  });

  it('tells whoever wants to know it that it can be used again', async () => {
    const { time, watch } = watched();
    let mended = 0;
    watch.whenMended(() => {
      mended++;
    });
    watch.began()(full());
    await time.pass(1000);
    expect(mended).to.equal(1);
  });
});
