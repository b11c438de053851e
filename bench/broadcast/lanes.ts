import type { Destination } from '../../test/support/broadcast/destinations.ts';
import { FAKE_LIMITS } from '../../test/support/slack/limits.ts';
import { TEAMS_RATES } from '../../test/support/teams/connector-limits.ts';

/** What counts towards one limit: all that goes to one tenant or workspace, and how many may go in which time. */
export interface LaneLoad {
  readonly destinations: readonly Destination[];
  readonly most: number;
  readonly ms: number;
}

const MINUTE = 60_000;

/** The destinations of each tenant and workspace. */
export function lanesOf(destinations: readonly Destination[]): readonly LaneLoad[] {
  const byHome = Map.groupBy(destinations, ({ home }) => home);
  return [...byHome.values()].map((here): LaneLoad => {
    const [app] = TEAMS_RATES.app;
    const inTeams = here[0]?.platform === 'teams';
    return inTeams && app !== undefined
      ? { destinations: here, ...app }
      : { destinations: here, most: FAKE_LIMITS.workspacePosts.max, ms: MINUTE };
  });
}

/** The time, in ms, below which nobody can be: each window is filled in its first instant. */
export function floorOf(lanes: readonly LaneLoad[]): number {
  return Math.max(
    ...lanes.map(({ destinations, most, ms }) => (Math.ceil(destinations.length / most) - 1) * ms),
  );
}
