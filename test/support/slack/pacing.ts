import { FAKE_LIMITS } from './limits.ts';
import { METHODS, type Method, type MethodFacts, PER_MINUTE } from './methods.ts';

interface Bucket {
  left: number;
  at: number;
}

const MINUTE = 60_000;

/**
 * Slack's rates: each method of a workspace by its tier; messages 1 a second in each channel after a short burst, and in
 * all channels of a workspace several hundred in any minute.
 */
export class FakePacing {
  /** Off unless a test wants it: conversations on a clock that stands still would be held up for ever. */
  isOn = false;
  /** How often a rate was broken. */
  violations = 0;
  readonly #buckets = new Map<string, Bucket>();
  readonly #posts = new Map<string, number[]>();

  /** Whole seconds to wait; null: now is fine. @param now ms */
  take(method: Method, team: string, channel: string, now: number): number | null {
    if (!this.isOn) return null;
    const wait = this.#wait(method, team, channel, now);
    if (wait !== null) this.violations += 1;
    return wait;
  }

  #wait(method: Method, team: string, channel: string, now: number): number | null {
    const { tier }: MethodFacts = METHODS[method];
    if (tier !== 'post')
      return this.#draw(`${method} ${team}`, PER_MINUTE[tier], PER_MINUTE[tier] / MINUTE, now);
    const posts = (this.#posts.get(team) ?? []).filter((at) => at > now - MINUTE);
    const [first = now] = posts;
    if (posts.length >= FAKE_LIMITS.workspacePosts.max) return Math.ceil((first + MINUTE - now) / 1000);
    const wait = this.#draw(`${method} ${team} ${channel}`, FAKE_LIMITS.postBurst.max, 1 / 1000, now);
    if (wait === null) this.#posts.set(team, [...posts, now]);
    return wait;
  }

  #draw(key: string, most: number, perMs: number, now: number): number | null {
    const bucket = this.#buckets.get(key) ?? { left: most, at: now };
    const left = Math.min(most, bucket.left + (now - bucket.at) * perMs);
    const isFree = left >= 1;
    this.#buckets.set(key, { left: isFree ? left - 1 : left, at: now });
    return isFree ? null : Math.ceil((1 - left) / perMs / 1000);
  }
}
