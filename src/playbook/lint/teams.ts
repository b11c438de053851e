import { warning } from '../fault.ts';
import type { LintRule } from './context.ts';

const EVERYBODY_SPEAKS =
  'is the general channel of a team whose people belong here, so that all of them could speak for IT; name a channel where only IT writes';

/** A team is known by its general channel, in which every member may write. */
export const deskForAll: LintRule = ({ content: { teams } }) =>
  teams?.desk !== undefined && teams.teams?.includes(teams.desk)
    ? [warning(['teams', 'desk'], EVERYBODY_SPEAKS)]
    : [];
