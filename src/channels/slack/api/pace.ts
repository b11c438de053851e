import type { Clock } from '../../../ports/clock.ts';
import { type Pacer, pacer, type Share } from '../../teams/connector/pace.ts';
import type { Certain } from './failure.ts';
import { CHANNEL_WINDOWS, TIERS, WORKSPACE_WINDOWS } from './limits.ts';
import { type MethodName, methodOf } from './methods.ts';

/** What a call counts towards: a method in a workspace, and for messages the channel. */
export interface Counted {
  readonly method: MethodName;
  readonly team: string;
  readonly channel: string | null;
}

/** Runs a call, or says that Slack would not take it now, without asking Slack. */
export type Pace = <T extends { readonly outcome: string }>(
  counted: Counted,
  run: () => Promise<T>,
) => Promise<T | Certain>;

/**
 * Keeps below Slack's limits, and out of where Slack asked to wait: after a 429 the same method in the same workspace
 * waits, and of messages only those to the same channel. Others go on.
 */
export function slackPace(clock: Clock, windows: Pacer = pacer()): Pace {
  const pauses = new Map<string, number>();
  return async (counted, run) => {
    const now = clock.now().epochMilliseconds;
    const key = pauseKey(counted);
    const afterMs = waitOf(pauses, key, now) || windows.take(sharesOf(counted), now);
    if (afterMs > 0) return { outcome: 'retry', reason: 'more than Slack takes at once', afterMs };
    const answer = await run();
    const asked = 'afterMs' in answer && typeof answer.afterMs === 'number' ? answer.afterMs : 0;
    if (asked > 0) pauses.set(key, clock.now().epochMilliseconds + asked);
    return answer;
  };
}

/** What has passed is forgotten, so that no more is kept than waits. */
function waitOf(pauses: Map<string, number>, key: string, now: number): number {
  for (const [other, until] of pauses) if (until <= now) pauses.delete(other);
  return Math.max(0, (pauses.get(key) ?? now) - now);
}

function pauseKey({ method, team, channel }: Counted): string {
  return methodOf(method).tier === 'post' ? `${method} ${team} ${channel}` : `${method} ${team}`;
}

function sharesOf(counted: Counted): readonly Share[] {
  const { method, team } = counted;
  const { tier } = methodOf(method);
  if (tier !== 'post') return [{ key: `${method} ${team}`, windows: TIERS[tier] }];
  return [
    { key: `workspace ${team}`, windows: WORKSPACE_WINDOWS },
    { key: pauseKey(counted), windows: CHANNEL_WINDOWS },
  ];
}
