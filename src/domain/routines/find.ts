import type { Playbook } from '../organisation/playbook.ts';
import { siteLine } from '../organisation/site.ts';
import type { Routine } from './routine.ts';

/** Whom a routine is wanted for. Null is "not known". */
export interface RoutineQuestion {
  readonly service: string | null;
  readonly role: string | null;
  readonly site: string | null;
  /** IT has declared that the outage will be long. */
  readonly declaredLong: boolean;
}

/**
 * The routines that fit, the most specific first: those for the service, then those for the nearest site, then those
 * for the role; else in the order of the file. A routine for certain roles fits where the role is not known, after those
 * that fit for sure. A routine for certain services or sites fits these only.
 */
export function routineFor(playbook: Playbook, asked: RoutineQuestion): readonly Routine[] {
  const line = siteLine(playbook.sites, asked.site).map(({ id }) => id);
  return [...playbook.routines.values()]
    .filter((routine) => fits(routine, asked, line))
    .map((routine) => ({ routine, rank: rankOf(routine, asked, line) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ routine }) => routine);
}

/** Whether people in a role use a routine; where the role is not known, they may. */
export function isFor({ roles }: Routine, role: string | null): boolean {
  return roles === null || role === null || roles.includes(role);
}

function fits(routine: Routine, asked: RoutineQuestion, line: readonly string[]): boolean {
  const { service } = asked;
  return (
    (asked.declaredLong || !routine.onlyWhenDeclared) &&
    isFor(routine, asked.role) &&
    (routine.services === null || (service !== null && routine.services.includes(service))) &&
    (routine.sites === null || routine.sites.some((site) => line.includes(site)))
  );
}

/** The lower, the more specific. */
function rankOf(routine: Routine, asked: RoutineQuestion, line: readonly string[]): number[] {
  const levels = (routine.sites ?? []).map((site) => line.indexOf(site)).filter((level) => level >= 0);
  const ofRole = asked.role === null ? 2 : 0;
  return [
    routine.services === null ? 1 : 0,
    Math.min(line.length, ...levels),
    routine.roles === null ? 1 : ofRole,
  ];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [i, rank] of a.entries()) if (rank !== b[i]) return rank - (b[i] ?? 0);
  return 0;
}
