import type { Clock } from '../../../ports/clock.ts';
import { exchange } from '../../teams/connector/http.ts';
import { type Answer, answerIn, failureWithout } from './answers.ts';
import { repeatable } from './failure.ts';
import { API_LIMITS, type ApiLimits } from './limits.ts';
import { type MethodName, methodOf } from './methods.ts';

/** Arguments of a method, as Slack names them; what is undefined is left out. */
export type Arguments = Readonly<Record<string, unknown>>;

/** Calls one method with one token: exactly one request. Never rejects but for faults of the program. */
export type Call = (method: MethodName, token: string, args: Arguments) => Promise<Answer>;

export interface CallParts {
  /** Where the Web API is, `https://slack.com/api/`; plain http only on this machine, for tests. */
  readonly apiUrl: string;
  readonly clock: Clock;
  /** Breaks off what is under way, at the end. */
  readonly signal?: AbortSignal;
  /** Smaller limits, for tests. */
  readonly limits?: Partial<ApiLimits>;
}

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/** @throws TypeError if the address is none that a token may be sent to */
export function slackCall({ apiUrl, clock, signal, limits }: CallParts): Call {
  const base = baseOf(apiUrl);
  const all = { ...API_LIMITS, ...limits };
  const addresses = new Map<MethodName, URL>();
  const addressOf = (name: MethodName): URL => {
    const known = addresses.get(name) ?? new URL(name, base);
    addresses.set(name, known);
    return known;
  };
  return async (name, token, args) => {
    const { verb, once } = methodOf(name);
    const url = verb === 'GET' ? new URL(name, base) : addressOf(name);
    if (verb === 'GET') url.search = queryOf(args);
    const body = verb === 'GET' ? null : JSON.stringify(args);
    const answered = await exchange({ method: verb, url, token, body }, all, signal);
    const answer =
      answered.kind === 'answered' ? answerIn(answered, clock.now()) : failureWithout(answered, all.answerMs);
    if (once || answer.outcome === 'ok' || answer.outcome === 'refused') return answer;
    return repeatable(answer);
  };
}

/**
 * The address of the Web API, with a slash at its end.
 * @throws TypeError if it is none that a secret may be sent to
 */
export function baseOf(apiUrl: string): URL {
  const url = URL.parse(apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  if (url === null || !isSafe || url.username !== '' || url.password !== '')
    throw new TypeError('the address of Slack’s Web API has to be https, or http on this machine');
  return url;
}

function queryOf(args: Arguments): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(args)) if (value !== undefined) query.set(name, String(value));
  return query.toString();
}
