import type { TeamsOrganisations } from '../../organisations.ts';
import { type Activity, activityFrom, tenantOf } from './activity.ts';
import { isBot } from './ids.ts';
import { type Placed, placedIn } from './placed.ts';

/** An activity that was verified, and whose it is. */
export interface Found {
  readonly activity: Activity;
  readonly placed: Placed;
}

/** Reads what was verified; or why it is nobody's, in words with nothing in it of what was sent. */
export function foundIn(value: unknown, organisations: TeamsOrganisations): Found | string {
  const activity = activityFrom(value);
  const tenant = tenantOf(value);
  if (activity === null || tenant === null) return 'something that is needed is missing or malformed';
  if (isBot(activity, activity.from.id)) return 'from a bot';
  const placed = placedIn(activity, tenant, organisations);
  return placed === null ? 'no organisation has this tenant or team' : { activity, placed };
}
