import { paced } from '../../pace/paced.ts';
import type { Pacing } from '../../pace/pacing.ts';
import { type Asking, AT_ONCE, type Shares } from '../../pace/window.ts';
import type { Certain } from './failure.ts';
import { CHANNEL_WINDOWS, TIERS, WORKSPACE_WINDOWS } from './limits.ts';
import { type MethodName, methodOf } from './methods.ts';

/** What a call counts towards: a method in a workspace, and for messages the channel. */
export interface Counted {
  readonly method: MethodName;
  readonly team: string;
  readonly channel: string | null;
  /** Left out: somebody waits for it. */
  readonly asking?: Asking;
}

/** Runs a call when its turn has come, or says that Slack would not take it now, without asking Slack. */
export type Pace = <T extends { readonly outcome: string }>(
  counted: Counted,
  run: () => Promise<T>,
) => Promise<T | Certain>;

/**
 * Keeps below Slack's limits, and out of where Slack asked to wait: after a 429 the same method in the same workspace
 * waits, and of messages only those to the same channel. Others go on.
 */
export function slackPace(pacer: Pacing): Pace {
  return (counted, run) => {
    const { asking = AT_ONCE } = counted;
    return paced(pacer, sharesOf(counted), { asking, reason: 'more than Slack takes at once' }, run);
  };
}

function sharesOf({ method, team, channel }: Counted): Shares {
  const { tier } = methodOf(method);
  if (tier !== 'post') return { whole: { key: `${method} ${team}`, windows: TIERS[tier] }, part: null };
  return {
    whole: { key: `workspace ${team}`, windows: WORKSPACE_WINDOWS },
    part: { key: `${method} ${team} ${channel}`, windows: CHANNEL_WINDOWS },
  };
}
