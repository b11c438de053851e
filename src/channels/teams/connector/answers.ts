import { codeIn, meaningOf, PARTS } from './codes.ts';
import type { Failure, Gone } from './failure.ts';
import type { Answered, Exchange } from './http.ts';
import { CONNECTOR_LIMITS } from './limits.ts';
import { retryAfterMs } from './retry-after.ts';

/**
 * What an answer other than 2xx and 401 means, in the one place where that is decided; the table is in
 * docs/decisions/0011-teams-connector.md.
 * @param about what a bare 404 says is gone
 */
export function failureIn(answer: Answered, about: Gone, now: Temporal.Instant): Failure {
  const code = codeIn(answer.body);
  const said = saying(answer.status, code);
  switch (answer.status) {
    case 400:
    case 413:
      return { outcome: 'not-taken', reason: `${said}: it does not take this content` };
    case 403:
      return forbidden(said, code);
    case 404:
    case 410:
      return goneFrom(said, code, about);
    case 409:
    case 421:
      return { outcome: 'retry', reason: said, afterMs: askedFor(answer, now) };
    case 412:
    case 429:
      return { outcome: 'retry', reason: said, afterMs: askedFor(answer, now), why: 'refused' };
    default:
      return unforeseen(said, answer.status);
  }
}

/** Teams answered with what says that nothing was decided, or with what it is not known to answer. */
function unforeseen(said: string, status: number): Failure {
  if (status === 408 || status >= 500)
    return { outcome: 'ambiguous', reason: `${said}: nobody can say whether it was done` };
  const what =
    status < 400 ? 'redirects are not followed' : 'this is not how its interface is known to answer';
  return { outcome: 'failed', reason: `${said}: ${what}; check the service address` };
}

function forbidden(said: string, code: string | null): Failure {
  const meaning = meaningOf(code);
  if (meaning === null)
    return {
      outcome: 'failed',
      reason: `${said}: the bot may not do this; check its permissions in this tenant`,
    };
  const reason = `${said}: ${meaning.says}`;
  return meaning.isGone ? { outcome: 'gone', what: 'conversation', reason } : { outcome: 'failed', reason };
}

function goneFrom(said: string, code: string | null, about: Gone): Failure {
  const what = code !== null && Object.hasOwn(PARTS, code) ? (PARTS[code] ?? about) : about;
  return { outcome: 'gone', what, reason: `${said}: the ${what} is not there any more` };
}

/** What it means that no answer came. */
export function failureWithout(lost: Exclude<Exchange, Answered>, answerMs: number): Failure {
  const how = lost.isLate ? `no answer within ${answerMs / 1000} s` : lost.cause;
  return lost.kind === 'unsent'
    ? { outcome: 'retry', reason: `Teams could not be reached (${how})`, afterMs: 0 }
    : { outcome: 'ambiguous', reason: `Teams took the request and did not answer (${how})` };
}

/** "Teams answered 403 (BotDisabledByAdmin)". */
export function saying(status: number, code: string | null): string {
  return `Teams answered ${status}${code === null ? '' : ` (${code})`}`;
}

function askedFor({ retryAfter }: Answered, now: Temporal.Instant): number {
  return retryAfterMs(retryAfter, now, CONNECTOR_LIMITS.retryAfterMs);
}
