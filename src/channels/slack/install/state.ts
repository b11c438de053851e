import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { LANGUAGES, type Language } from '../../../domain/organisation/language.ts';
import { INSTALL_LIMITS } from './limits.ts';

/** What a browser takes along to Slack, and what it keeps. */
export interface Begun {
  readonly state: string;
  /** A secret of the browser: only it can come back with the state. */
  readonly cookie: string;
}

/**
 * Whether who comes back from Slack is who was sent there. `foreign`: it was begun in another browser, or never; `late`:
 * too long ago; `used`: it came back before. The language is that in which it was begun.
 */
export type Returned =
  | { readonly outcome: 'good'; readonly language: Language }
  | { readonly outcome: 'late' | 'used'; readonly language: Language }
  | { readonly outcome: 'foreign' };

/** Proves that an installation was begun here, in this browser, and lately. */
export class InstallStates {
  readonly #key: Buffer;
  /** Those that came back, until when they would be good (ms). After a restart Slack's code is still good only once. */
  readonly #used = new Map<string, number>();

  constructor(key: Buffer) {
    this.#key = key;
  }

  /** @param cookie what the browser keeps already, so that it can begin twice @param now ms since 1970 UTC */
  begin(language: Language, cookie: string | null, now: number): Begun {
    const kept = cookie !== null && SECRET.test(cookie) ? cookie : randomBytes(16).toString('base64url');
    const words = `${randomBytes(16).toString('base64url')}.${now}.${language}`;
    return { state: `${words}.${this.#sign(words, kept)}`, cookie: kept };
  }

  /** Good at most once. */
  finish(state: string, cookie: string | null, now: number): Returned {
    const [, words = '', at = '', language, sign = ''] = STATE.exec(state) ?? [];
    const known = LANGUAGES.find((each) => each === language);
    if (cookie === null || known === undefined || !isSame(sign, this.#sign(words, cookie)))
      return { outcome: 'foreign' };
    const until = Number(at) + INSTALL_LIMITS.stateMs;
    if (now > until) return { outcome: 'late', language: known };
    if (this.#used.has(words)) return { outcome: 'used', language: known };
    this.#remember(words, until, now);
    return { outcome: 'good', language: known };
  }

  #remember(words: string, until: number, now: number): void {
    for (const [other, end] of this.#used) if (end < now) this.#used.delete(other);
    const [oldest] = this.#used.keys();
    if (this.#used.size >= INSTALL_LIMITS.states && oldest !== undefined) this.#used.delete(oldest);
    this.#used.set(words, until);
  }

  #sign(words: string, cookie: string): string {
    return createHmac('sha256', this.#key).update(`${words}.${cookie}`).digest('base64url');
  }
}

const SECRET = /^[\w-]{22}$/;
const STATE = /^([\w-]{22}\.(\d{1,16})\.([a-z]{2}))\.([\w-]{43})$/;

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
