import type { Clock } from '../../../ports/clock.ts';
import { saying } from './answers.ts';
import { codeIn, meaningOf } from './codes.ts';
import type { Certain } from './failure.ts';
import type { Answered } from './http.ts';
import type { TokenSource } from './token.ts';

/** Remembers whether Teams refuses tokens, so that a 401 is tried again with a fresh one, and not for ever. */
export interface Refusals {
  /** How many tokens in a row were refused before now. To be asked before a token is fetched. */
  sofar(): number;
  /** Teams took a token. */
  taken(): void;
  /** What a 401 means for a request that began with `sofar` refusals. */
  refused(answer: Answered, sofar: number): Certain;
}

/** @param everyMs a token is thrown away at most so often: a fault of Teams' must not become a storm of logins */
export function refusals(tokens: TokenSource, clock: Clock, everyMs: number): Refusals {
  let inARow = 0;
  let renewedAt = Number.NEGATIVE_INFINITY;
  return {
    sofar: () => inARow,
    taken() {
      inARow = 0;
    },
    refused(answer, sofar) {
      const code = codeIn(answer.body);
      const said = saying(answer.status, code);
      const meaning = meaningOf(code);
      if (meaning?.isFinal) return { outcome: 'failed', reason: `${said}: ${meaning.says}` };
      const now = clock.now().epochMilliseconds;
      // Of several that were refused at once, the first has seen to it.
      if (sofar === inARow && now - renewedAt >= everyMs) {
        tokens.renew();
        renewedAt = now;
      }
      if (sofar === inARow) inARow += 1;
      return sofar === 0
        ? { outcome: 'retry', reason: `${said}: a fresh token is fetched`, afterMs: 0 }
        : {
            outcome: 'failed',
            reason: `${said}, to a fresh token too: check that the Azure Bot has this app id, this tenant, and the channel Teams`,
          };
    },
  };
}
