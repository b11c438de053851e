import { error, warning } from '../fault.ts';
import type { LintRule } from './context.ts';

const TWICE =
  'names a channel for the second time; keep one of the two, and list there all that it is to get';
const NO_WORKSPACE =
  'cannot be written to before somebody wrote to the bot there: nothing says in which workspace it is; name that under "slack", "workspaces"';

/** A channel gets a notice once, so it says in one place what it gets. */
export const channelsOnce: LintRule = ({ content: { notices } }) =>
  notices.channels.flatMap((channel, i) => {
    const platform = channel.teams === undefined ? 'slack' : 'teams';
    const first = notices.channels.findIndex((other) => other[platform] === channel[platform]);
    return first < i ? [error(['notices', 'channels', i, platform], TWICE)] : [];
  });

/** Teams has one tenant in which the bot is registered; of Slack only the playbook can say it. */
export const channelsWithHome: LintRule = ({ content: { notices, slack } }) =>
  notices.channels.flatMap(({ slack: channel }, i) =>
    channel !== undefined && (slack?.workspaces ?? []).length === 0
      ? [warning(['notices', 'channels', i, 'slack'], NO_WORKSPACE)]
      : [],
  );
