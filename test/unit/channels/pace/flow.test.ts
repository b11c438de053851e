import { expect } from 'chai';
import fc from 'fast-check';
import { Flow } from '../../../../src/channels/pace/flow.ts';
import type { Share } from '../../../../src/channels/pace/window.ts';
import { THREAD_WINDOWS } from '../../../../src/channels/teams/connector/limits.ts';
import { assertWithin } from './stage.ts';

/** 0: it may go now, and is counted. Else how long to wait, in ms. */
function pacer() {
  const flow = new Flow(0);
  return {
    flow,
    take(shares: readonly Share[], time: number): number {
      const now = flow.at(time);
      const wait = Math.max(...shares.map((share) => flow.next(share, 0, now))) - now;
      if (wait > 0) return wait + (now - time);
      const [whole, part = null] = shares;
      if (whole !== undefined) flow.count({ whole, part }, now);
      return 0;
    },
  };
}

const windows = fc.array(
  fc.record({ most: fc.integer({ min: 1, max: 5 }), ms: fc.integer({ min: 1, max: 200 }) }),
  {
    minLength: 1,
    maxLength: 4,
  },
);
/** How long it is until the next request, and of which thread it is. */
const steps = fc.array(
  fc.record({ after: fc.integer({ min: 0, max: 60 }), thread: fc.constantFrom('a', 'b', 'c') }),
  {
    maxLength: 200,
  },
);

describe('sliding windows', () => {
  it('never lets more through than the windows of a thread and of the app allow', () => {
    fc.assert(
      fc.property(windows, windows, steps, (ofThread, ofApp, asked) => {
        const pace = pacer();
        const gone = new Map<string, number[]>([['app', []]]);
        let now = 0;
        for (const { after, thread } of asked) {
          now += after;
          const shares = [
            { key: 'app', windows: ofApp },
            { key: thread, windows: ofThread },
          ];
          if (pace.take(shares, now) > 0) continue;
          for (const { key } of shares) gone.set(key, [...(gone.get(key) ?? []), now]);
        }
        for (const [key, times] of gone) assertWithin(times, key === 'app' ? ofApp : ofThread);
      }),
      { numRuns: 500 },
    );
  });

  it('says exactly how long to wait: not a ms too short, and not one too long', () => {
    fc.assert(
      fc.property(windows, steps, (allowed, asked) => {
        const pace = pacer();
        const shares: Share[] = [{ key: 'a', windows: allowed }];
        const gone: number[] = [];
        let now = 0;
        for (const { after } of asked) {
          now += after;
          const wait = pace.take(shares, now);
          if (wait > 1) expect(pace.take(shares, now + wait - 1)).to.equal(1);
          now += wait;
          if (wait > 0) expect(pace.take(shares, now)).to.equal(0);
          gone.push(now);
        }
        assertWithin(gone, allowed);
      }),
      { numRuns: 500 },
    );
  });

  it('counts nothing of what may not go', () => {
    const pace = pacer();
    const full: Share = { key: 'full', windows: [{ most: 1, ms: 100 }] };
    const free: Share = { key: 'free', windows: [{ most: 1, ms: 100 }] };
    expect(pace.take([full], 0)).to.equal(0);
    expect(pace.take([full, free], 10)).to.equal(90);
    expect(pace.take([free], 10)).to.equal(0);
  });

  it('is not fooled by a clock that goes backwards', () => {
    fc.assert(
      fc.property(
        windows,
        fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 100 }),
        (allowed, times) => {
          const pace = pacer();
          const gone: number[] = [];
          let latest = 0;
          for (const time of times) {
            latest = Math.max(latest, time);
            const wait = pace.take([{ key: 'a', windows: allowed }], time);
            if (wait === 0) gone.push(latest);
            else expect(wait).to.be.greaterThan(latest - time);
          }
          assertWithin(gone, allowed);
        },
      ),
    );
  });

  it('lets exactly 1800 an hour into one thread, and remembers no more', () => {
    const pace = pacer();
    let gone = 0;
    for (let now = 0; now < 3_600_000; now += 100)
      if (pace.take([{ key: 'a', windows: THREAD_WINDOWS }], now) === 0) gone += 1;
    expect(gone).to.equal(1800);
  });

  it('counts what was answered late from when it may have arrived', () => {
    const flow = new Flow(0);
    const whole: Share = { key: 'a', windows: [{ most: 2, ms: 1000 }] };
    const shares = { whole, part: null };
    flow.count(shares, 0);
    flow.count(shares, 0);
    flow.answered(shares, 0, 10);
    expect(flow.next(whole, 0, 900)).to.equal(1000);
    flow.answered(shares, 0, 310);
    expect(flow.next(whole, 0, 900)).to.equal(1000);
    flow.count(shares, 1000);
    // The second one may have arrived 300 ms later than the quickest.
    expect(flow.next(whole, 0, 1000)).to.be.within(1279, 1280);
  });

  it('forgets threads in which nothing happened for an hour', () => {
    const pace = pacer();
    const thread = (key: string): Share => ({ key, windows: THREAD_WINDOWS });
    for (let i = 0; i < 10_000; i += 1) pace.take([thread(`${i}`)], i);
    expect(pace.flow.keys).to.equal(10_000);
    pace.take([thread('0')], 10_000);
    pace.take([thread('new')], 3_600_000 + 9999);
    expect(pace.flow.keys).to.equal(2);
  });
});
