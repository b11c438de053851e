import type { Arguments, Call } from './call.ts';
import type { Certain, Failure } from './failure.ts';
import type { MethodName } from './methods.ts';
import type { Counted, Pace } from './pace.ts';
import type { Workspace, WorkspaceTokens } from './tokens.ts';

/** Slack did it. */
export interface Ok {
  readonly outcome: 'ok';
  readonly body: object;
  /** Whose token it was: the bot's users in the workspace. */
  readonly botUsers: readonly string[];
}

/** What is asked of Slack. */
export interface Asked {
  readonly of: Workspace;
  readonly method: MethodName;
  /** Whose limits it counts towards, where a channel has its own. */
  readonly channel: string | null;
  readonly args: Arguments;
}

/** Asks in a workspace's name, as fast as Slack takes it. */
export type Ask = (asked: Asked) => Promise<Ok | Failure>;

export function asking({ tokens, call, pace }: { tokens: WorkspaceTokens; call: Call; pace: Pace }): Ask {
  return async ({ of, method, channel, args }) => {
    const access = await tokens.tokenFor(of);
    if (access.outcome !== 'token') return access;
    const { token, botUsers } = access;
    const answer = await pace(countedOf({ of, method, channel }), () => call(method, token, args));
    if (answer.outcome === 'refused') return refused(answer.reason, await tokens.renew(of, token));
    return answer.outcome === 'ok' ? { ...answer, botUsers } : answer;
  };
}

function countedOf({ of: { team, asking }, method, channel }: Omit<Asked, 'args'>): Counted {
  return { method, team, channel, ...(asking && { asking }) };
}

/** With a fresh token it may be taken; else an operator has to see to it. Slack did nothing either way. */
function refused(reason: string, isRenewable: boolean): Certain {
  return isRenewable
    ? { outcome: 'retry', reason: `${reason}; a fresh token is fetched`, afterMs: 0 }
    : { outcome: 'failed', about: 'installation', reason };
}
