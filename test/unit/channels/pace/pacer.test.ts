import { expect } from 'chai';
import fc from 'fast-check';
import { PACE_LIMITS } from '../../../../src/channels/pace/limits.ts';
import { AT_ONCE, type Shares, type Window } from '../../../../src/channels/pace/window.ts';
import { WORKSPACE_WINDOWS } from '../../../../src/channels/slack/api/limits.ts';
import { APP_WINDOWS, THREAD_WINDOWS } from '../../../../src/channels/teams/connector/limits.ts';
import { assertWithin, BROADCAST, PaceStage, share } from './stage.ts';

const MINUTE = 60_000;
const windows = fc.array(
  fc.record({ most: fc.integer({ min: 1, max: 5 }), ms: fc.integer({ min: 1, max: 4000 }) }),
  { minLength: 1, maxLength: 3 },
);
/** How long it is until the next request, whose it is, where, and whether somebody waits for it. */
const requests = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 300 }),
    whole: fc.constantFrom('w1', 'w2'),
    part: fc.constantFrom('a', 'b', 'c', null),
    priority: fc.constantFrom(0 as const, 1 as const),
  }),
  { maxLength: 80 },
);

describe('pacing', () => {
  it('lets everything go in the end, and never more than the windows allow at any instant', async () => {
    await fc.assert(
      fc.asyncProperty(windows, windows, requests, async (ofWhole, ofPart, asked) => {
        const stage = new PaceStage();
        const reserved = ofWhole.map((window) => ({ ...window, reserved: window.most > 2 ? 1 : 0 }));
        const sent: Promise<number>[] = [];
        for (const { after, whole, part, priority } of asked) {
          await stage.time.pass(after);
          const shares: Shares = {
            whole: share(whole, reserved),
            part: part === null ? null : share(`${whole}/${part}`, ofPart),
          };
          sent.push(stage.send(shares, { priority, waited: false }));
        }
        await stage.time.passAll(100 * MINUTE);
        await Promise.all(sent);
        for (const [key, times] of stage.gone) assertWithin(times, key.includes('/') ? ofPart : ofWhole);
        const count = ['w1', 'w2'].flatMap((key) => stage.of(key)).length;
        expect(count).to.equal(asked.length);
      }),
      { numRuns: 200 },
    );
  });

  /** A broadcast to so many threads of one tenant. */
  function broadcast(stage: PaceStage, count: number, ofWhole: readonly Window[]): Promise<number[]> {
    const shares = (i: number): Shares => ({
      whole: share('whole', ofWhole),
      part: share(`thread ${i}`, THREAD_WINDOWS),
    });
    return Promise.all(Array.from({ length: count }, (_, i) => stage.send(shares(i), BROADCAST)));
  }

  it('a broadcast takes at most 1.05 times as long as Teams’ limits dictate, and asks the outbox but little', async () => {
    const stage = new PaceStage();
    const took = broadcast(stage, 5000, APP_WINDOWS);
    await stage.time.passAll(3 * MINUTE);
    const floor = 99_000;
    expect(Math.max(...(await took)) / floor).to.be.within(1, 1.05);
    assertWithin(stage.of('whole'), APP_WINDOWS);
    expect(stage.asked.length / 5000).to.be.below(3);
    // After the beginning, when all of it is new, what comes back comes spread out.
    const late = stage.asked.filter((at) => at > stage.begun + 1000);
    expect(mostWithin(late, 100)).to.be.below(80);
  });

  it('so it does while people write to the bot, with the spare time of the real service; they wait 60 ms at most', async () => {
    const stage = new PaceStage(PACE_LIMITS.spareMs);
    const took = broadcast(stage, 5000, APP_WINDOWS);
    const waited: Promise<number>[] = [];
    for (let i = 0; i < 50; i += 1) {
      await stage.time.pass(2000);
      // Typing, and an answer.
      const part = share(`ping ${i}`, THREAD_WINDOWS);
      for (let n = 0; n < 2; n += 1) waited.push(stage.send({ whole: share('whole', APP_WINDOWS), part }));
    }
    await stage.time.passAll(3 * MINUTE);
    expect(Math.max(...(await took)) / 99_000).to.be.within(1, 1.05);
    expect(Math.max(...(await Promise.all(waited)))).to.be.at.most(60);
  });

  it('so does one in Slack, a minute’s burst at a time', async () => {
    const stage = new PaceStage();
    const took = broadcast(stage, 1400, WORKSPACE_WINDOWS);
    await stage.time.passAll(10 * MINUTE);
    const times = await took;
    expect(Math.max(...times)).to.be.within(4 * MINUTE, 1.05 * 4 * MINUTE);
    assertWithin(stage.of('whole'), WORKSPACE_WINDOWS);
    expect(stage.asked.length / 1400).to.be.below(3);
  });

  it('what somebody waits for goes within a second in the middle of a broadcast', async () => {
    for (const ofWhole of [APP_WINDOWS, WORKSPACE_WINDOWS]) {
      const stage = new PaceStage();
      const all = broadcast(stage, 2000, ofWhole);
      const waited: Promise<number>[] = [];
      for (let i = 0; i < 12; i += 1) {
        await stage.time.pass(1000 + i * 37);
        waited.push(stage.send({ whole: share('whole', ofWhole), part: share(`ping ${i}`, THREAD_WINDOWS) }));
      }
      await stage.time.passAll(20 * MINUTE);
      for (const took of await Promise.all(waited)) expect(took).to.be.at.most(1000);
      await all;
      assertWithin(stage.of('whole'), ofWhole);
    }
  });

  it('whenever somebody writes, and however much goes out: they wait a second at most, and nothing starves', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 4 });
    const pauses = fc.array(fc.integer({ min: 1100, max: 4000 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(sizes, pauses, fc.integer({ max: 5000, min: 0 }), async (notices, between, gap) => {
        const stage = new PaceStage();
        const all: Promise<number>[] = [];
        let parts = 0;
        for (const size of notices) {
          for (let i = 0; i < size; i += 1) {
            const part = share(`t${parts++}`, THREAD_WINDOWS);
            all.push(stage.send({ whole: share('whole', APP_WINDOWS), part }, BROADCAST));
          }
          await stage.time.pass(gap);
        }
        const waited: Promise<number>[] = [];
        for (const ms of between) {
          await stage.time.pass(ms);
          const part = share(`p${parts++}`, THREAD_WINDOWS);
          waited.push(stage.send({ whole: share('whole', APP_WINDOWS), part }));
        }
        await stage.time.passAll(10 * MINUTE);
        for (const took of await Promise.all(waited)) expect(took).to.be.at.most(1000);
        // Each waits for those before it, each ping takes one place, and a promise may be a little late.
        const most = (Math.ceil(parts / 49) + 2) * 1000;
        for (const took of await Promise.all(all)) expect(took).to.be.at.most(most);
        assertWithin(stage.of('whole'), APP_WINDOWS);
      }),
      { numRuns: 30 },
    );
  });

  it('a tenant that waits holds up no other, and new ones do not starve those that were told to come back', async () => {
    const stage = new PaceStage();
    const one = broadcast(stage, 600, APP_WINDOWS);
    const other = stage.send({ whole: share('other', APP_WINDOWS), part: null }, BROADCAST);
    expect(await other).to.equal(0);
    const latecomers: Promise<number>[] = [];
    for (let i = 0; i < 300; i += 1) {
      await stage.time.pass(20);
      const part = share(`late ${i}`, THREAD_WINDOWS);
      latecomers.push(stage.send({ whole: share('whole', APP_WINDOWS), part }, BROADCAST));
    }
    await stage.time.passAll(MINUTE);
    // Twelve seconds are what 600 take by themselves.
    expect(Math.max(...(await one))).to.be.at.most(15_000);
    await Promise.all(latecomers);
  });

  it('after a pause that the platform asked for all get new times, and do not come at once', async () => {
    const stage = new PaceStage();
    const took = broadcast(stage, 1500, APP_WINDOWS);
    await stage.time.pass(1000);
    for (let i = 0; i < 3; i += 1)
      stage.pacer.refused(
        { whole: share('whole', APP_WINDOWS), part: share(`r${i}`, THREAD_WINDOWS) },
        20_000,
      );
    const asked = stage.asked.length;
    await stage.time.pass(19_999);
    expect(stage.of('whole').filter((at) => at > stage.begun + 1000)).to.deep.equal([]);
    expect(stage.asked.length - asked).to.be.below(1500);
    await stage.time.passAll(2 * MINUTE);
    await took;
    expect(stage.asked.length / 1500).to.be.below(4);
    expect(
      mostWithin(
        stage.asked.filter((at) => at > stage.begun + 21_000),
        100,
      ),
    ).to.be.below(120);
  });

  it('gives away the place of what does not come back', async () => {
    const stage = new PaceStage();
    const ofWhole = [{ most: 50, ms: 1000, reserved: 1 }];
    const shares = (i: number): Shares => ({ whole: share('whole', ofWhole), part: share(`t${i}`, []) });
    const gone = await Promise.all(
      Array.from({ length: 400 }, (_, i) => Promise.race([stage.pacer.turn(shares(i), BROADCAST), 'held'])),
    );
    expect(gone.filter((wait) => wait === 0)).to.have.lengthOf(49);
    await stage.time.pass(MINUTE);
    const took = await Promise.all(
      Array.from({ length: 40 }, (_, i) => stage.send(shares(1000 + i), BROADCAST)),
    );
    expect(Math.max(...took)).to.equal(0);
  });
});

describe('learning from refusals', () => {
  const shares: Shares = { whole: share('tenant', APP_WINDOWS), part: share('thread', THREAD_WINDOWS) };
  const other: Shares = { whole: share('tenant', APP_WINDOWS), part: share('other', THREAD_WINDOWS) };

  it('the thread waits as long as Teams says, and goes slower for a while; others go on', async () => {
    const stage = new PaceStage();
    await stage.send(shares);
    stage.pacer.refused(shares, 30_000);
    expect(await stage.pacer.turn(shares, { priority: 0, waited: false })).to.equal(30_000);
    expect(await stage.send(other)).to.equal(0);
    await stage.time.pass(30_000);
    let burst = 0;
    while ((await stage.pacer.turn(shares, { priority: 0, waited: false })) === 0) burst += 1;
    // 7 a second is what Teams documents. Half of it was left, and a quarter has come back since.
    expect(burst).to.be.within(4, 5);
    await stage.time.pass(2 * MINUTE);
    burst = 0;
    while ((await stage.pacer.turn(shares, { priority: 0, waited: false })) === 0) burst += 1;
    expect(burst).to.equal(7);
  });

  it('a tenant that refuses three in a row waits as a whole, one that takes something between does not', async () => {
    for (const isTaken of [true, false]) {
      const stage = new PaceStage();
      const parts = [1, 2, 3].map((i): Shares => ({ ...shares, part: share(`t${i}`, THREAD_WINDOWS) }));
      for (const each of parts) {
        await stage.send({ ...shares, part: null });
        stage.pacer.refused(each, 5000);
        if (isTaken) stage.pacer.taken(other);
      }
      const took = stage.send(other);
      await stage.time.passAll(MINUTE);
      expect(await took).to.equal(isTaken ? 0 : 5000);
    }
  });

  it('many that were under way when the first was refused slow a tenant down once', async () => {
    const stage = new PaceStage();
    for (let i = 0; i < 20; i += 1)
      stage.pacer.refused({ ...shares, part: share(`t${i}`, THREAD_WINDOWS) }, 1);
    await stage.time.pass(1000);
    let burst = 0;
    for (let i = 0; i < 60; i += 1)
      void stage.pacer.turn({ ...shares, part: share(`n${i}`, THREAD_WINDOWS) }, AT_ONCE).then((wait) => {
        burst += wait === 0 ? 1 : 0;
      });
    await stage.time.pass(0);
    expect(burst).to.equal(45);
  });

  it('never goes slower than a quarter, however often it is refused, and forgets in two minutes', async () => {
    const stage = new PaceStage();
    for (let i = 0; i < 40; i += 1) {
      stage.pacer.refused({ ...shares, part: share(`t${i}`, THREAD_WINDOWS) }, 1);
      await stage.time.pass(1000);
    }
    const go = async (key: string) =>
      stage.pacer.turn({ ...shares, part: share(key, THREAD_WINDOWS) }, { priority: 0, waited: false });
    const atOnce = async (key: string): Promise<number> => {
      let count = 0;
      for (let i = 0; i < 60; i += 1) void go(`${key}${i}`).then((wait) => (count += wait === 0 ? 1 : 0));
      await stage.time.pass(0);
      return count;
    };
    expect(await atOnce('a')).to.equal(12);
    await stage.time.pass(3 * MINUTE);
    expect(await atOnce('b')).to.equal(50);
  });
});

/** The most that fall into any stretch of so many ms. */
function mostWithin(times: readonly number[], ms: number): number {
  let most = 0;
  for (let first = 0, last = 0; last < times.length; last += 1) {
    while ((times[last] ?? 0) - (times[first] ?? 0) >= ms) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
