import { expect } from 'chai';
import { Pacer } from '../../../../src/channels/pace/pacer.ts';
import {
  type Asking,
  AT_ONCE,
  type Share,
  type Shares,
  type Window,
} from '../../../../src/channels/pace/window.ts';
import { seeded } from '../../../support/store-kill.ts';
import { VirtualTime } from '../../../support/virtual-time.ts';

/** No stretch of a window's length holds more than it allows. */
export function assertWithin(times: readonly number[], windows: readonly Window[]): void {
  for (const { most, ms } of windows)
    for (const [i, time] of times.entries()) {
      const before = times[i - most];
      if (before !== undefined) expect(time - before).to.be.at.least(ms);
    }
}

export const share = (key: string, windows: readonly Window[]): Share => ({ key, windows });

/** A pacer, and an outbox that comes back when it is told to. */
export class PaceStage {
  readonly time = new VirtualTime();
  readonly pacer: Pacer;
  /** When what went, by key, in the order in which it went. */
  readonly gone = new Map<string, number[]>();
  /** When each question was asked. */
  readonly asked: number[] = [];
  readonly begun = this.time.ms;

  constructor(spareMs = 0) {
    this.pacer = new Pacer({ clock: this.time, alarm: this.time, random: seeded(1), spareMs });
  }

  /** Asks until it goes. @returns how long that took, in ms */
  async send(shares: Shares, asking: Asking = AT_ONCE): Promise<number> {
    const begun = this.time.ms;
    for (let waited = asking.waited; ; waited = true) {
      this.asked.push(this.time.ms);
      const wait = await this.pacer.turn(shares, { ...asking, waited });
      if (wait === 0) break;
      await new Promise<void>((resolve) => void this.time.after(Math.ceil(wait), resolve));
    }
    for (const part of [shares.whole, shares.part])
      if (part !== null) this.gone.set(part.key, [...this.of(part.key), this.time.ms]);
    return this.time.ms - begun;
  }

  of(key: string): readonly number[] {
    return this.gone.get(key) ?? [];
  }
}

export const BROADCAST: Asking = { priority: 1, waited: false };
