import { dutySubject } from '../../domain/duties/duty.ts';
import { type DutyEntry, type DutyMonth, monthOf } from '../../domain/duties/month.ts';
import { type DayNumber, plainDate } from '../../domain/hours/days.ts';
import type { Json } from '../../ports/store/json.ts';
import type { RecordChange } from '../../ports/store/records.ts';
import type { Store } from '../../ports/store.ts';
import { KINDS } from '../record-codecs.ts';

/** Which month of which unit's duty. */
export type MonthName = Pick<DutyMonth, 'duty' | 'site' | 'month'>;

/** A month with the version of its record; 0: nothing is kept of it. */
export interface KeptMonth {
  readonly month: DutyMonth;
  readonly version: number;
}

export async function readMonth(
  store: Pick<Store, 'record'>,
  organisation: string,
  name: MonthName,
): Promise<KeptMonth> {
  const record = await store.record({ organisation, kind: KINDS.duty, id: idOf(name) });
  if (record === null) return { month: { ...name, days: {} }, version: 0 };
  // Written below from the same type.
  return { month: record.body as unknown as DutyMonth, version: record.version };
}

/** What is kept of a day; null: nothing. */
export function entryOf({ month }: KeptMonth, day: DayNumber): DutyEntry | null {
  return month.days[plainDate(day).toString()] ?? null;
}

/** A month in which a day is as it is now, over the version that it was computed from. */
export function withEntry({ month, version }: KeptMonth, day: DayNumber, entry: DutyEntry): KeptMonth {
  return { version, month: { ...month, days: { ...month.days, [plainDate(day).toString()]: entry } } };
}

/** @param at by the duty's clock, in ms */
export function monthRecord(organisation: string, { month, version }: KeptMonth, at: number): RecordChange {
  return {
    ...{ change: 'write', organisation, kind: KINDS.duty, id: idOf(month), at, expected: version },
    keys: { duty: month.duty, site: month.site, month: month.month },
    body: month as unknown as Json,
  };
}

export function monthName(duty: string, site: string, day: DayNumber): MonthName {
  return { duty, site, month: monthOf(day) };
}

function idOf({ duty, site, month }: MonthName): string {
  return `${dutySubject(duty, site)}.${month}`;
}
