import type { Absence } from '../absence/announcements.ts';
import type { HoursReason } from '../hours/day-plan.ts';
import type { HoursState } from '../hours/schedule.ts';
import { remembered } from '../timeline/chunked.ts';
import { combine, stretches, type Timeline } from '../timeline/timeline.ts';
import type { Contact } from './contact.ts';

/** Whether a contact can be reached at an instant. */
export interface Availability {
  readonly available: boolean;
  /** Reached often, not surely: outside the core time or with reduced availability (scenario D4). */
  readonly often: boolean;
  readonly reason: HoursReason;
  /** The absence in force, if that is why. */
  readonly absence: Absence | null;
}

/** A contact's availability over time: its hours, the hours in which it is often there, and its announced absences. */
export function availabilityOf(contact: Contact, absences: readonly Absence[]): Timeline<Availability> {
  const own = absences.filter((absence) => absence.contact === contact.id);
  const away = stretches(own);
  const reachable = reachableAt(contact);
  if (own.length === 0) return reachable;
  const both: Timeline<Availability> = {
    segmentAt(at) {
      const [there, absent] = [reachable.segmentAt(at), away.segmentAt(at)];
      return {
        start: Math.max(there.start, absent.start),
        end: Math.min(there.end, absent.end),
        value: reduce(there.value, absent.value),
      };
    },
  };
  return remembered(both, sameAvailability);
}

/** What does not depend on absences is worked out once for a contact, whatever is announced. */
const reachables = new WeakMap<Contact, Timeline<Availability>>();

function reachableAt(contact: Contact): Timeline<Availability> {
  const hours =
    contact.often === null || isAlwaysSure(contact) ? [contact.hours] : [contact.hours, contact.often];
  const known =
    reachables.get(contact) ??
    remembered(
      combine(hours, ([sure, often]) => reach(sure, often)),
      sameAvailability,
    );
  reachables.set(contact, known);
  return known;
}

/** Whoever is surely there round the clock is so whatever the hours say in which they often are: no change is looked for, ten years ahead. */
function isAlwaysSure({ hours }: Contact): boolean {
  const { start, end, value } = hours.segmentAt(0);
  return value.open && start === Number.NEGATIVE_INFINITY && end === Number.POSITIVE_INFINITY;
}

/** Whether two availabilities are the same for the caller. */
export function sameAvailability(a: Availability, b: Availability): boolean {
  return (
    a.available === b.available && a.often === b.often && a.reason === b.reason && a.absence === b.absence
  );
}

/** Whether both say "call" or both say "do not", with the same certainty. */
export function sameReach(a: Availability, b: Availability): boolean {
  return a.available === b.available && a.often === b.often;
}

function reach(sure: HoursState | undefined, often: HoursState | undefined): Availability {
  const reason = sure?.reason ?? 'outside-hours';
  if (sure?.open) return { available: true, often: false, reason, absence: null };
  if (often?.open) return { available: true, often: true, reason: 'open', absence: null };
  return { available: false, often: false, reason, absence: null };
}

function reduce(there: Availability, absences: readonly Absence[]): Availability {
  const whole = absences.find((absence) => !absence.reduced);
  if (whole !== undefined) {
    return {
      available: false,
      often: false,
      reason: there.available ? 'announced-absence' : there.reason,
      absence: whole,
    };
  }
  const partly = absences[0];
  return partly === undefined || !there.available ? there : { ...there, often: true, absence: partly };
}
