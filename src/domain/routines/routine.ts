import type { LocalText } from '../organisation/language.ts';

/** One thing to do, and the contacts whose numbers belong to it. */
export interface RoutineStep {
  readonly text: LocalText;
  readonly contacts: readonly string[];
}

/** What people do while a system is down, and what they register afterwards (scenarios A2–A5). */
export interface Routine {
  readonly id: string;
  readonly name: LocalText;
  /** When it is used, in words. */
  readonly when: LocalText | null;
  /** Null lists mean everything and everybody. */
  readonly services: readonly string[] | null;
  readonly sites: readonly string[] | null;
  readonly roles: readonly string[] | null;
  /** Only once IT has declared that an outage will be long (scenario A4). */
  readonly onlyWhenDeclared: boolean;
  readonly steps: readonly RoutineStep[];
  readonly afterwards: readonly RoutineStep[];
}
