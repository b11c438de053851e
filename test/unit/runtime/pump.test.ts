import { expect } from 'chai';
import { type Follow, Pump, UNKNOWN } from '../../../src/runtime/pump.ts';
import { HandAlarm } from '../../support/engine.ts';

/** A pump over a list, whose work ends when the test says so. */
function pumping(items: number[], slots: number, room = 0) {
  const alarm = new HandAlarm();
  const running = new Map<number, (cause?: unknown, follow?: Follow<number>) => void>();
  const mayFollow: boolean[] = [];
  const failures: unknown[] = [];
  const asked: number[] = [];
  const pump = new Pump<number>({
    ...{ slots, room, alarm, random: () => 0 },
    claim: async (limit) => {
      asked.push(limit);
      return items.splice(0, limit);
    },
    work: (item, may) =>
      new Promise((resolve, reject) => {
        running.set(item, (cause, follow = UNKNOWN) => {
          running.delete(item);
          mayFollow.push(may());
          if (cause === undefined) resolve(follow);
          else reject(cause);
        });
      }),
    failed: (cause) => failures.push(cause),
  });
  const settle = () => new Promise(setImmediate);
  const end = async (item: number, cause?: unknown, follow?: Follow<number>): Promise<void> => {
    running.get(item)?.(cause, follow);
    await settle();
  };
  return { pump, alarm, running, failures, end, settle, asked, mayFollow };
}

describe('the pump', () => {
  it('does as much at a time as there are slots, and more as they get free', async () => {
    const { pump, running, end, settle } = pumping([1, 2, 3, 4], 2);
    pump.wake();
    await settle();
    expect([...running.keys()]).to.deep.equal([1, 2]);
    await end(2);
    expect([...running.keys()]).to.deep.equal([1, 3]);
    for (const item of [1, 3, 4]) await end(item);
    await pump.idle();
    expect(pump.done).to.equal(4);
  });

  it('begins few at once, so that others get a turn in between, and more without being woken', async () => {
    const items = Array.from({ length: 40 }, (_, i) => i);
    const { pump, running, settle, asked } = pumping(items, 64);
    pump.wake();
    await settle();
    expect(running.size).to.equal(40);
    expect(Math.max(...asked)).to.equal(16);
  });

  it('does not ask in vain', async () => {
    const { pump, settle, asked } = pumping([], 2);
    for (let i = 0; i < 5; i++) pump.wake();
    await settle();
    const before = asked.length;
    await settle();
    expect(before).to.be.at.most(2);
    expect(asked).to.have.length(before);
  });

  it('rests after a failure, longer each time, and then goes on', async () => {
    const { pump, alarm, running, failures, end, settle } = pumping([1, 2, 3], 1);
    pump.wake();
    await settle();
    await end(1, new Error('full'));
    expect([...running.keys(), ...alarm.waits]).to.deep.equal([500]);
    pump.wake();
    await settle();
    expect(running.size).to.equal(0);
    alarm.ringAll();
    await settle();
    await end(2, new Error('full'));
    expect(alarm.waits).to.deep.equal([1000]);
    alarm.ringAll();
    await settle();
    await end(3);
    expect([failures.length, pump.done]).to.deep.equal([2, 3]);
  });

  it('ends what was begun, and begins nothing more', async () => {
    const { pump, running, end, settle } = pumping([1, 2], 1);
    pump.wake();
    await settle();
    let stopped = false;
    const stopping = pump.stop().then(() => {
      stopped = true;
    });
    await settle();
    expect(stopped).to.equal(false);
    await end(1);
    await stopping;
    pump.wake();
    await settle();
    expect(running.size).to.equal(0);
  });

  describe('takes what is handed over', () => {
    const nothing: Follow<number> = { next: null, mayWait: false };

    it('as long as there is a place, and does it without asking for more', async () => {
      const { pump, running, end, settle, asked } = pumping([], 1, 1);
      const [first, second] = [pump.reserve(), pump.reserve()];
      expect(pump.reserve()).to.equal(null);
      first?.(1);
      second?.(2);
      await settle();
      expect([...running.keys()]).to.deep.equal([1]);
      await end(1, undefined, nothing);
      expect([...running.keys()]).to.deep.equal([2]);
      await end(2, undefined, nothing);
      await pump.idle();
      expect([pump.done, asked]).to.deep.equal([2, []]);
    });

    it('not where others wait for a place: they come first', async () => {
      const { pump, running, end, settle, mayFollow } = pumping([2], 1, 5);
      pump.reserve()?.(1);
      await settle();
      pump.wake();
      expect(pump.reserve()).to.equal(null);
      await end(1, undefined, nothing);
      await settle();
      expect([...running.keys()]).to.deep.equal([2]);
      await end(2);
      expect(mayFollow).to.deep.equal([false, false]);
      expect(pump.reserve()).to.not.equal(null);
    });

    it('beside what waits for a claim, where there are slots for both', async () => {
      const slots = 20;
      const { pump, running, settle } = pumping(
        Array.from({ length: 16 }, (_, i) => 100 + i),
        slots,
      );
      for (let i = 0; i < 3; i++) pump.reserve()?.(i);
      pump.wake();
      pump.wake();
      await settle();
      // Those that were claimed are in work: a place among the last 16 is kept for others that wait.
      expect(running.size).to.equal(19);
      pump.wake();
      pump.wake();
      expect(pump.reserve()).to.equal(null);
    });

    it('and what follows a piece, as long as those who wait find a slot too', async () => {
      const { pump, end, settle, mayFollow } = pumping([], 40, 0);
      for (let i = 0; i < 4; i++) pump.reserve()?.(i);
      await settle();
      pump.wake();
      pump.wake();
      expect(pump.reserve()).to.not.equal(null);
      await end(0, undefined, nothing);
      expect(mayFollow).to.deep.equal([true]);
    });

    it('and again once nobody waits any more: asking does not go on for ever because it was begun', async () => {
      const { pump, end, settle, mayFollow, asked } = pumping([2], 2, 5);
      pump.reserve()?.(1);
      await settle();
      pump.wake();
      await settle();
      await settle();
      await end(1, undefined, nothing);
      await end(2, undefined, nothing);
      await pump.idle();
      expect(mayFollow).to.deep.equal([false, true]);
      expect(asked).to.deep.equal([1, 1]);
    });

    it('and what follows a piece, behind what waits already', async () => {
      const { pump, running, end, settle } = pumping([], 1, 2);
      for (const item of [1, 2]) pump.reserve()?.(item);
      await settle();
      await end(1, undefined, { next: 3, mayWait: false });
      expect([...running.keys()]).to.deep.equal([2]);
      await end(2, undefined, nothing);
      expect([...running.keys()]).to.deep.equal([3]);
    });

    it('and lets a place go that nothing came for', async () => {
      const { pump } = pumping([], 1);
      const place = pump.reserve();
      expect(pump.reserve()).to.equal(null);
      place?.(null);
      await pump.idle();
      expect(pump.reserve()).to.not.equal(null);
    });

    it('after a rest, and at the end only what was begun', async () => {
      const { pump, alarm, running, end, settle } = pumping([], 1, 5);
      for (const item of [1, 2, 3]) pump.reserve()?.(item);
      await settle();
      await end(1, new Error('full'));
      expect([...running.keys()]).to.deep.equal([]);
      alarm.ringAll();
      await settle();
      expect([...running.keys()]).to.deep.equal([2]);
      const stopping = pump.stop();
      await end(2, undefined, nothing);
      await stopping;
      expect([...running.keys()]).to.deep.equal([]);
    });
  });
});
