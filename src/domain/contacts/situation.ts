import type { Playbook } from '../organisation/playbook.ts';
import { MATTER_CLASSES, type MatterClass } from './contact.ts';

/** What somebody asks about: how urgent, which service, which place, in which role. Null is "not said". */
export interface Situation {
  readonly class: MatterClass;
  readonly service: string | null;
  readonly site: string | null;
  readonly role: string | null;
  /** The escalation policy that a triage led to, instead of the routes. */
  readonly policy?: string | null;
}

/** A situation names something that the playbook does not have. */
export class UnknownSituationError extends Error {
  override readonly name = 'UnknownSituationError';
  readonly field: 'class' | 'service' | 'site' | 'role';

  constructor(field: 'class' | 'service' | 'site' | 'role', value: string, known: readonly string[]) {
    super(
      `unknown ${field} "${value}"; ${known.length === 0 ? `this playbook has no ${field}s` : `choose one of: ${known.join(', ')}`}`,
    );
    this.field = field;
  }
}

/** A situation as it comes from outside. */
export interface SituationInput {
  readonly class: string;
  readonly service?: string | null | undefined;
  readonly site?: string | null | undefined;
  readonly role?: string | null | undefined;
}

/**
 * Checks a situation against a playbook. Empty texts count as not said.
 * @throws UnknownSituationError naming the field and what may be chosen.
 */
export function situationIn(playbook: Playbook, input: SituationInput): Situation {
  const matterClass = MATTER_CLASSES.find((known) => known === input.class);
  if (matterClass === undefined) throw new UnknownSituationError('class', input.class, MATTER_CLASSES);
  return {
    class: matterClass,
    service: known('service', input.service, playbook.services),
    site: known('site', input.site, playbook.sites),
    role: known('role', input.role, playbook.roles),
  };
}

function known(
  field: 'service' | 'site' | 'role',
  value: string | null | undefined,
  all: ReadonlyMap<string, unknown>,
): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (!all.has(value)) throw new UnknownSituationError(field, value, [...all.keys()]);
  return value;
}
