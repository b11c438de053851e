import type { Clock } from '../../../ports/clock.ts';
import type { Directory, Managed } from '../../../ports/directory.ts';
import { type Answered, type Exchange, exchange } from '../connector/http.ts';
import type { TokenSource } from '../connector/token.ts';
import { failed, meaningOf, refused, said } from './graph-answer.ts';
import { GRAPH_LIMITS, type GraphLimits } from './limits.ts';

/** Where Microsoft Graph is, in the public cloud. */
export const GRAPH_ADDRESS = 'https://graph.microsoft.com';

export interface GraphParts {
  /** For `<address>/.default`. */
  readonly tokens: TokenSource;
  readonly clock: Clock;
  /** Of another cloud; without a path. */
  readonly address?: string;
  /** Whether tokens may go to plain http on this machine; for tests. */
  readonly allowLoopback?: boolean;
  /** Breaks off what is under way, at the end. */
  readonly signal?: AbortSignal;
  /** Smaller limits, for tests. */
  readonly limits?: Partial<GraphLimits>;
}

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/** Whether Microsoft Entra may know somebody by this id. */
export function isEntraId(id: string): boolean {
  return GUID.test(id);
}

/** Microsoft Graph as a directory: one question is one request, and none while it asked for a pause. */
export function graphDirectory(parts: GraphParts): Directory {
  const { tokens, clock, signal } = parts;
  const limits = { ...GRAPH_LIMITS, ...parts.limits };
  const pause = pauses(clock);
  let renewedAt = Number.NEGATIVE_INFINITY;

  function meaning(answer: Answered): Managed {
    const now = clock.now();
    const renews = answer.status === 401 && now.epochMilliseconds - renewedAt >= limits.renewEveryMs;
    if (renews) {
      renewedAt = now.epochMilliseconds;
      tokens.renew();
      return failed(`${said(answer)}: a fresh token is fetched`);
    }
    const reason = `${said(answer)}, to a fresh token too: check the address of Graph and the app’s tenant`;
    const { managed, restMs } = answer.status === 401 ? refused(reason) : meaningOf(answer, now);
    if (managed.outcome === 'failed' && restMs > 0) pause.begin(managed.reason, restMs);
    return managed;
  }

  return {
    async managerOf(user) {
      if (!isEntraId(user)) return { outcome: 'none' };
      const url = addressOf(parts, user);
      if (url === null) return failed('the address of Microsoft Graph is no https address');
      const resting = pause.reason();
      if (resting !== null) return failed(resting);
      const access = await tokens.token();
      if (access.outcome !== 'token') return failed(access.reason);
      if (access.token === null) return failed('there are no credentials for Microsoft Graph');
      const answer = await exchange({ method: 'GET', url, token: access.token, body: null }, limits, signal);
      return answer.kind === 'answered' ? meaning(answer) : failed(lost(answer, limits.answerMs));
    },
  };
}

/** How long Graph is left alone, and why. */
function pauses(clock: Clock) {
  let pause: { readonly reason: string; readonly until: number } | null = null;
  return {
    begin(reason: string, ms: number): void {
      pause = { reason, until: clock.now().epochMilliseconds + ms };
    },
    reason: () => (pause !== null && clock.now().epochMilliseconds < pause.until ? pause.reason : null),
  };
}

function addressOf(parts: GraphParts, user: string): URL | null {
  return addressIn(parts, `/v1.0/users/${user}/manager?$select=displayName,mail,businessPhones,mobilePhone`);
}

/** Something of Graph; null: it is at no address to which a token may go. */
export function addressIn(
  { address = GRAPH_ADDRESS, allowLoopback = false }: GraphParts,
  path: string,
): URL | null {
  const base = URL.parse(address);
  const isLocal = base !== null && allowLoopback && LOOPBACK.includes(base.hostname);
  if (base === null || (base.protocol !== 'https:' && !(isLocal && base.protocol === 'http:'))) return null;
  return new URL(path, base.origin);
}

/** Why nothing came back. */
export function lost({ cause, isLate }: Exclude<Exchange, Answered>, answerMs: number): string {
  const how = isLate ? `no answer within ${answerMs / 1000} s` : cause;
  return `Microsoft Graph could not be read (${how})`;
}
