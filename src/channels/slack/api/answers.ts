import { z } from 'zod';
import { jsonOf } from '../../teams/connector/codes.ts';
import type { Answered, Exchange } from '../../teams/connector/http.ts';
import { retryAfterMs } from '../../teams/connector/retry-after.ts';
import { type Meaning, meaningOf } from './codes.ts';
import type { Failure } from './failure.ts';
import { API_LIMITS } from './limits.ts';

/** What Slack says beside `ok: false`. What cannot be shown counts as not said. */
const code = z.string().regex(/^[a-z0-9_]{1,60}$/);
const scopes = z.string().regex(/^[a-z0-9_.:,\s-]{1,200}$/);
const complaint = z.object({
  error: code.nullable().catch(null),
  needed: scopes.nullable().catch(null),
  response_metadata: z.object({ messages: z.array(z.string()).catch([]) }).catch({ messages: [] }),
});
const success = z.looseObject({ ok: z.literal(true) });

/** What Slack answered with `ok: true`, to be read by whoever asked; a token that was refused; or another failure. */
export type Answer =
  | { readonly outcome: 'ok'; readonly body: object }
  | { readonly outcome: 'refused'; readonly code: string; readonly reason: string }
  | Failure;

/** What an answer means, in the one place where that is decided; the table is in docs/decisions/0018-slack-api.md. */
export function answerIn(answered: Answered, now: Temporal.Instant): Answer {
  const body = jsonOf(answered.body);
  const read = success.safeParse(body);
  if (isSuccess(answered.status) && read.success) return { outcome: 'ok', body: read.data };
  const said = complaint.safeParse(body).data ?? null;
  const saying = sayingOf(answered.status, said?.error ?? null);
  if (answered.status === 429) return busyFor(answered, now, `${saying}: more than Slack takes at once`);
  const meaning = meaningOf(said?.error ?? null);
  if (meaning !== null && answered.status < 500) return meant(meaning, said, saying, answered, now);
  return unforeseen(answered.status, said?.error ?? null, saying);
}

type Said = z.output<typeof complaint> | null;

function meant(
  meaning: Meaning,
  said: Said,
  saying: string,
  answered: Answered,
  now: Temporal.Instant,
): Answer {
  const reason = `${saying}: ${meaning.says}`;
  switch (meaning.means) {
    case 'busy':
      return meaning.afterMs > 0
        ? { outcome: 'retry', reason, afterMs: meaning.afterMs, why: 'refused' }
        : busyFor(answered, now, reason);
    case 'gone':
      return { outcome: 'gone', what: meaning.what, reason };
    case 'content':
      return { outcome: 'not-taken', reason: `${reason}${placeIn(said)}` };
    case 'token':
      return { outcome: 'refused', code: said?.error ?? '', reason };
    case 'unsure':
      return { outcome: 'ambiguous', reason };
    default:
      return { outcome: 'failed', about: meaning.means, reason: `${reason}${neededIn(said)}` };
  }
}

/** Slack answered with what says that nothing was decided, or with what it is not known to answer. */
function unforeseen(status: number, code: string | null, saying: string): Failure {
  const isUnreadable = isSuccess(status) && code === null;
  if (status === 408 || status >= 500 || isUnreadable)
    return { outcome: 'ambiguous', reason: `${saying}: nobody can say whether it was done` };
  if (status === 413) return { outcome: 'not-taken', reason: `${saying}: it is too long` };
  const what = isSuccess(status)
    ? 'this answer is not known here; look it up in Slack’s reference'
    : 'this is not how Slack’s interface is known to answer; check SLACK_API_URL';
  return { outcome: 'failed', about: 'request', reason: `${saying}: ${what}` };
}

/** What it means that no answer came. */
export function failureWithout(lost: Exclude<Exchange, Answered>, answerMs: number): Failure {
  const how = lost.isLate ? `no answer within ${answerMs / 1000} s` : lost.cause;
  return lost.kind === 'unsent'
    ? { outcome: 'retry', reason: `Slack could not be reached (${how})`, afterMs: 0 }
    : { outcome: 'ambiguous', reason: `Slack took the request and did not answer (${how})` };
}

function busyFor({ retryAfter }: Answered, now: Temporal.Instant, reason: string): Failure {
  const asked = retryAfterMs(retryAfter, now, API_LIMITS.retryAfterMs);
  return { outcome: 'retry', reason, afterMs: Math.max(asked, API_LIMITS.busyMs), why: 'refused' };
}

/** "Slack answered 200 (channel_not_found)". */
function sayingOf(status: number, code: string | null): string {
  return `Slack answered ${status}${code === null ? '' : ` (${code})`}`;
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function neededIn(said: Said): string {
  return said?.needed == null ? '' : ` (${said.needed})`;
}

/** Where in the blocks the fault is: `[json-pointer:/blocks/3/text/text]`. Its words could hold what was sent. */
function placeIn(said: Said): string {
  const places = (said?.response_metadata.messages ?? []).map(
    (message) => /\[json-pointer:(\/[a-z0-9_/]{1,80})\]/.exec(message)?.[1],
  );
  const place = places.find((each) => each !== undefined);
  return place === undefined ? '' : ` (at ${place})`;
}
