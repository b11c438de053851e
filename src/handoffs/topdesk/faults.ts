import type { Cause } from '../../domain/notices/cause.ts';
import { HANDOFF_LIMITS } from '../../ports/handoff.ts';
import type { Sending } from '../../ports/sender.ts';
import { type Answered, NoAnswerError } from '../ask.ts';

/** TOPdesk did not do what was asked. The message is for the log and for the manager: no words of the report. */
export class TopdeskError extends Error {
  override readonly name = 'TopdeskError';
  /** `refused`: this request, whoever sends it; `permanent`: all, until the operator acts; `unclear`: it may be done. */
  readonly kind: 'retry' | 'refused' | 'permanent' | 'unclear';
  readonly afterMs: number;
  readonly #cause: Cause;

  constructor(kind: TopdeskError['kind'], message: string, afterMs = 0, cause: Cause = 'refused') {
    super(message);
    this.#cause = cause;
    this.kind = kind;
    this.afterMs = afterMs;
  }

  toSending(): Sending {
    const { kind, message: reason, afterMs } = this;
    if (kind === 'unclear')
      return { outcome: 'retry', reason, afterMs: Math.max(afterMs, HANDOFF_LIMITS.restMs), doubt: 'open' };
    return kind === 'retry'
      ? { outcome: 'retry', reason, afterMs }
      : { outcome: 'failed', reason, cause: this.#cause };
  }
}

const LOGIN =
  'TOPdesk refuses the login (401): look at the operator and the application password in DRIFTVAKT_TOPDESK_…; the application password may have expired';
const RIGHTS =
  'TOPdesk refuses it (403): give the operator of DRIFTVAKT_TOPDESK_… the rights to read, write and create first line calls, and REST API';
const MOVED =
  'TOPdesk answers from another address: write the one that it leads to into DRIFTVAKT_TOPDESK_…, for a login is never sent on';
const NOT_THERE =
  'there is no TOPdesk at the address of DRIFTVAKT_TOPDESK_… (404): write it as https://operator:password@example.topdesk.net';

/** What an answer that is no success means. @param writes whether it may have been done all the same */
export function faultOf({ status, body, retryAfterMs }: Answered, writes: boolean): TopdeskError {
  if (status === 401) return new TopdeskError('permanent', LOGIN, 0, 'login');
  if (status === 403) return new TopdeskError('permanent', RIGHTS, 0, 'login');
  if (status === 404) return new TopdeskError('permanent', NOT_THERE, 0, 'not-set-up');
  if (status >= 300 && status < 400) return new TopdeskError('permanent', MOVED, 0, 'not-set-up');
  if (status === 429) return new TopdeskError('retry', 'TOPdesk is busy (429)', retryAfterMs ?? 0);
  if (status === 503 && retryAfterMs !== null)
    return new TopdeskError(writes ? 'unclear' : 'retry', 'TOPdesk is down (503)', retryAfterMs);
  if (status >= 500) return new TopdeskError(writes ? 'unclear' : 'retry', `TOPdesk has a fault (${status})`);
  return new TopdeskError('refused', `TOPdesk refuses it (${status})${fieldsIn(body)}`);
}

/** Nothing came back. */
export function noAnswer(cause: unknown, writes: boolean): TopdeskError {
  if (!(cause instanceof NoAnswerError)) throw cause;
  const reason = `TOPdesk does not answer (${cause.code})`;
  return new TopdeskError(writes && cause.sent ? 'unclear' : 'retry', reason);
}

/** Fields of ours that a refusal may name. Its own words are left out: they may quote the report. */
const FIELDS = [
  'callerLookup.email',
  'callerLookup',
  'caller.branch',
  'caller',
  'briefDescription',
  'request',
];

function fieldsIn(body: string): string {
  const named = FIELDS.filter((field) => body.includes(field));
  const [first] = named;
  return first === undefined ? '' : `, and names ${first}`;
}
