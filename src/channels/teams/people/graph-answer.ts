import { z } from 'zod';
import type { Managed } from '../../../ports/directory.ts';
import { codeIn, jsonOf } from '../connector/codes.ts';
import type { Answered } from '../connector/http.ts';
import { retryAfterMs } from '../connector/retry-after.ts';
import { GRAPH_LIMITS } from './limits.ts';

/** What an answer of Graph's means, and how long nobody should ask it again, in ms; 0: one may. */
export interface GraphMeaning {
  readonly managed: Managed;
  readonly restMs: number;
}

const text = z.string().nullable().default(null).catch(null);
const texts = z.array(z.unknown()).default([]).catch([]);
const person = z.object({ displayName: text, mail: text, mobilePhone: text, businessPhones: texts });

/**
 * https://learn.microsoft.com/graph/api/user-list-manager and https://learn.microsoft.com/graph/errors. 401 is not
 * among them: whether a new token helps is not in the answer.
 */
export function meaningOf(answer: Answered, now: Temporal.Instant): GraphMeaning {
  switch (answer.status) {
    case 200:
      return { managed: managerIn(answer), restMs: 0 };
    case 404:
      return { managed: { outcome: 'none' }, restMs: 0 };
    case 403:
      return refused(
        `${said(answer)}: give the app the application permission User.Read.All in Entra, with admin consent`,
      );
    case 429:
      return busy(answer, now, GRAPH_LIMITS.busyMs);
    default:
      return answer.status >= 500 || answer.status === 408
        ? busy(answer, now, 0)
        : refused(unforeseen(answer));
  }
}

/** "Microsoft Graph answered 403 (Authorization_RequestDenied)". */
export function said({ status, body }: Answered): string {
  const code = codeIn(body);
  return `Microsoft Graph answered ${status}${code === null ? '' : ` (${code})`}`;
}

export function failed(reason: string): Managed {
  return { outcome: 'failed', reason };
}

export function refused(reason: string): GraphMeaning {
  return { managed: failed(reason), restMs: GRAPH_LIMITS.refusedMs };
}

function busy(answer: Answered, now: Temporal.Instant, atLeastMs: number): GraphMeaning {
  const asked = retryAfterMs(answer.retryAfter, now, GRAPH_LIMITS.retryAfterMs);
  return { managed: failed(said(answer)), restMs: asked === 0 ? atLeastMs : asked };
}

function unforeseen(answer: Answered): string {
  return `${said(answer)}: this is not how it is known to answer; check its address`;
}

/** Where the app may read too little, Graph answers 200 with a manager of whom it tells nothing. */
function managerIn(answer: Answered): Managed {
  const read = person.safeParse(jsonOf(answer.body)).data;
  if (read === undefined) return failed(`${said(answer)} with what cannot be read`);
  const { displayName: name, mail: email, mobilePhone, businessPhones } = read;
  if (name === null || name.trim() === '')
    return failed(
      `${said(answer)} without a name: the app may lack the application permission User.Read.All`,
    );
  const phones = [mobilePhone, ...businessPhones].filter((phone) => typeof phone === 'string');
  return { outcome: 'found', manager: { name, email, phones: phones.slice(0, GRAPH_LIMITS.phones) } };
}
