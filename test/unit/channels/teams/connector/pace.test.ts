import { expect } from 'chai';
import fc from 'fast-check';
import {
  APP_WINDOWS,
  THREAD_WINDOWS,
  type Window,
} from '../../../../../src/channels/teams/connector/limits.ts';
import { pacer, type Share } from '../../../../../src/channels/teams/connector/pace.ts';
import { pacedConnector } from '../../../../../src/channels/teams/connector/paced-connector.ts';
import { APP, MESSAGE, Stage, TENANT } from './stage.ts';

/** No stretch of a window's length holds more than it allows. */
function assertWithin(times: readonly number[], windows: readonly Window[]): void {
  for (const { most, ms } of windows)
    for (const [i, time] of times.entries()) {
      const before = times[i - most];
      if (before !== undefined) expect(time - before).to.be.at.least(ms);
    }
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

describe('keeping to what Teams takes', () => {
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

  it('forgets threads in which nothing happened for an hour', () => {
    const pace = pacer();
    const thread = (key: string): Share => ({ key, windows: THREAD_WINDOWS });
    for (let i = 0; i < 10_000; i += 1) pace.take([thread(`${i}`)], i);
    expect(pace.keys).to.equal(10_000);
    pace.take([thread('0')], 10_000);
    pace.take([thread('new')], 3_600_000 + 9999);
    expect(pace.keys).to.equal(2);
  });
});

describe('the paced connector', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.start();
  });
  afterEach(() => stage.stop());
  const paced = () => pacedConnector(stage.connector, pacer(), { now: () => stage.now });

  it('asks Teams nothing beyond its limits, and says when it may', async () => {
    const connector = paced();
    for (let i = 0; i < 6; i += 1) expect((await connector.post(stage.to, MESSAGE)).outcome).to.equal('sent');
    expect((await connector.post(stage.to, { type: 'typing' })).outcome).to.equal('sent');
    const other = { ...stage.to, conversation: stage.to.conversation.replace(/\d+$/, '17') };
    for (const to of [stage.to, other])
      expect(await connector.post(to, MESSAGE)).to.deep.equal({
        outcome: 'retry',
        reason: 'more than Teams takes at once',
        afterMs: 1000,
      });
    expect((await connector.update(stage.to, '1', MESSAGE)).outcome).to.equal('retry');
    expect(stage.fake.requests()).to.equal(7);
    stage.now = stage.now.add({ seconds: 1 });
    expect((await connector.post(other, MESSAGE)).outcome).to.equal('sent');
  });

  it('reads a roster twice as often, and counts it for itself', async () => {
    const connector = paced();
    for (let i = 0; i < 7; i += 1) await connector.post(stage.to, MESSAGE);
    for (let i = 0; i < 14; i += 1) expect((await connector.member(stage.to, 'x')).outcome).to.equal('gone');
    expect((await connector.member(stage.to, 'x')).outcome).to.equal('retry');
  });

  it('sends no more than 50 a second in all', async () => {
    const connector = paced();
    const who = (i: number) => ({ bot: `28:${APP}`, member: `29:${i}`, tenant: TENANT });
    const opening = Array.from({ length: 60 }, (_, i) =>
      connector.openPersonal(stage.fake.serviceUrl, who(i)),
    );
    const opened = (await Promise.all(opening)).filter(({ outcome }) => outcome === 'opened');
    expect([opened.length, stage.fake.requests(), APP_WINDOWS[0]?.most]).to.deep.equal([50, 50, 50]);
  });
});
