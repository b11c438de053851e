import { expect } from 'chai';
import fc from 'fast-check';
import type { Pacing } from '../../src/channels/pace/pacing.ts';
import { type Asking, AT_ONCE, type Shares } from '../../src/channels/pace/window.ts';
import { APP_WINDOWS, THREAD_WINDOWS } from '../../src/channels/teams/connector/limits.ts';
import type { VirtualTime } from '../support/virtual-time.ts';
import { assertWithin, BROADCAST, share } from '../unit/channels/pace/stage.ts';

const MINUTE = 60_000;

/** A platform to which several processes write, each with a pacer, on one clock. */
export interface PacePlace {
  readonly time: VirtualTime;
  /** The pacers of two processes; the same twice where there is only one process. */
  readonly pacers: readonly [Pacing, Pacing];
}

/** Asks until it goes, by turns in one process and the other, as the outbox does. */
class Writer {
  readonly gone = new Map<string, number[]>();
  readonly #place: PacePlace;
  #turns = 0;

  constructor(place: PacePlace) {
    this.#place = place;
  }

  /** @returns how long that took, in ms */
  async send(shares: Shares, asking: Asking = AT_ONCE): Promise<number> {
    const { time, pacers } = this.#place;
    const begun = time.ms;
    for (let waited = asking.waited; ; waited = true) {
      const wait = (await pacers[this.#turns++ % 2]?.turn(shares, { ...asking, waited })) ?? 0;
      if (wait === 0) break;
      await new Promise<void>((resolve) => void time.after(Math.ceil(wait), resolve));
    }
    for (const part of [shares.whole, shares.part])
      if (part !== null) this.gone.set(part.key, [...this.of(part.key), time.ms]);
    return time.ms - begun;
  }

  of(key: string): readonly number[] {
    return this.gone.get(key) ?? [];
  }
}

/** What every way of pacing keeps to. @param runs how many random orders are tried */
export function paceContract(name: string, open: () => Promise<PacePlace>, runs: number): void {
  describe(`pacing (${name})`, () => {
    const thread = (key: string): Shares => ({
      whole: share('tenant', APP_WINDOWS),
      part: share(key, THREAD_WINDOWS),
    });
    const windows = fc.array(
      fc.record({ most: fc.integer({ min: 1, max: 5 }), ms: fc.integer({ min: 1, max: 4000 }) }),
      { minLength: 1, maxLength: 3 },
    );
    const requests = fc.array(
      fc.record({
        after: fc.integer({ min: 0, max: 300 }),
        whole: fc.constantFrom('w1', 'w2'),
        part: fc.constantFrom('a', 'b', 'c', null),
        priority: fc.constantFrom(0 as const, 1 as const),
      }),
      { maxLength: 40 },
    );

    it('lets everything go in the end, and never more than the windows allow, whoever asks', async () => {
      await fc.assert(
        fc.asyncProperty(windows, windows, requests, async (ofWhole, ofPart, asked) => {
          const place = await open();
          const writer = new Writer(place);
          const reserved = ofWhole.map((each) => ({ ...each, reserved: each.most > 2 ? 1 : 0 }));
          const sent: Promise<number>[] = [];
          for (const { after, whole, part, priority } of asked) {
            await place.time.pass(after);
            const ofIt = part === null ? null : share(`${whole}/${part}`, ofPart);
            sent.push(
              writer.send({ whole: share(whole, reserved), part: ofIt }, { priority, waited: false }),
            );
          }
          await place.time.passAll(100 * MINUTE);
          await Promise.all(sent);
          for (const [key, times] of writer.gone) assertWithin(times, key.includes('/') ? ofPart : ofWhole);
          const count = ['w1', 'w2'].flatMap((key) => writer.of(key)).length;
          expect(count).to.equal(asked.length);
        }),
        { numRuns: runs },
      );
    });

    it('takes a broadcast out at nearly the pace of the platform, and lets pass what somebody waits for', async () => {
      const place = await open();
      const writer = new Writer(place);
      const count = 250;
      const all = Array.from({ length: count }, (_, i) => writer.send(thread(`t${i}`), BROADCAST));
      const waited: Promise<number>[] = [];
      for (let i = 0; i < 4; i++) {
        await place.time.pass(1000);
        waited.push(writer.send(thread(`ping ${i}`)));
      }
      await place.time.passAll(2 * MINUTE);
      const floor = ((count + waited.length) / 50 - 1) * 1000;
      expect(Math.max(...(await Promise.all(all))) / floor).to.be.within(1, 1.25);
      for (const took of await Promise.all(waited)) expect(took).to.be.at.most(150);
      assertWithin(writer.of('tenant'), APP_WINDOWS);
    });

    it('gives away the place of what does not come back', async () => {
      const place = await open();
      const lost = Array.from({ length: 200 }, (_, i) =>
        place.pacers[i % 2]?.turn(thread(`l${i}`), BROADCAST),
      );
      await place.time.pass(MINUTE);
      await Promise.all(lost);
      const writer = new Writer(place);
      const took = Array.from({ length: 3 }, (_, i) => writer.send(thread(`n${i}`), BROADCAST));
      await place.time.pass(1000);
      expect(Math.max(...(await Promise.all(took)))).to.equal(0);
    });

    it('lets a tenant that waits hold up no other', async () => {
      const place = await open();
      const writer = new Writer(place);
      const all = Array.from({ length: 120 }, (_, i) => writer.send(thread(`t${i}`), BROADCAST));
      const other = writer.send({ whole: share('other', APP_WINDOWS), part: null }, BROADCAST);
      await place.time.passAll(MINUTE);
      expect(await other).to.equal(0);
      await Promise.all(all);
    });

    it('teaches every process what one was refused: the thread waits, then goes slower for a while', async () => {
      const { time, pacers } = await open();
      const [one, two] = pacers;
      const burst = async (): Promise<number> => {
        let count = 0;
        while ((await answer(time, two.turn(thread('x'), AT_ONCE))) === 0) {
          count++;
          await time.pass(60);
        }
        return count;
      };
      one.refused(thread('x'), 30_000);
      await time.pass(0);
      const wait = await answer(time, two.turn(thread('x'), AT_ONCE));
      expect(wait).to.equal(30_000);
      expect(await answer(time, two.turn(thread('y'), AT_ONCE))).to.equal(0);
      await time.pass(30_000);
      expect(await burst()).to.be.within(4, 5);
      await time.pass(2 * MINUTE);
      expect(await burst()).to.equal(7);
    });

    it('lets a tenant wait as a whole after three refusals in a row, whoever got them', async () => {
      for (const isTaken of [true, false]) {
        const place = await open();
        const [one, two] = place.pacers;
        for (const [i, pacer] of [one, two, one].entries()) {
          pacer.refused(thread(`t${i}`), 5000);
          await place.time.pass(0);
          if (isTaken) pacer.taken(thread('other'));
          await place.time.pass(0);
        }
        const took = new Writer(place).send(thread('other'));
        await place.time.passAll(MINUTE);
        expect(await took).to.equal(isTaken ? 0 : 5000);
      }
    });

    it('counts what was answered late from when it may have arrived', async () => {
      const { time, pacers } = await open();
      const [one, two] = pacers;
      const single: Shares = { whole: share('w', [{ most: 1, ms: 1000 }]), part: null };
      one.answered({ whole: share('else', []), part: null }, time.ms);
      expect(await answer(time, one.turn(single, AT_ONCE))).to.equal(0);
      const at = time.ms;
      await time.pass(600);
      one.answered(single, at);
      await time.pass(0);
      // 580 of the 600 ms: that an answer takes a little longer than the quickest is no lateness.
      const next = answer(time, two.turn(single, AT_ONCE));
      expect(await next).to.be.within(979, 981);
    });
  });
}

/** What is answered without any time passing. */
async function answer<T>(time: VirtualTime, asking: Promise<T>): Promise<T> {
  await time.pass(0);
  return asking;
}
