import type { SupportTime } from '../../../domain/notices/notice.ts';
import type { LineFault } from './faults.ts';
import { type ReadingContext, type ReadPart, readParts } from './parse-part.ts';
import { MOST_OCCURRENCES } from './recurrence.ts';
import { readSupport } from './support.ts';

/** One window as its author's lines tell it. */
export interface ReadWindow {
  readonly parts: readonly ReadPart[];
  readonly support: readonly SupportTime[];
}

/** What some lines tell, by the field that they stand in. */
export interface ReadWindows {
  /** One; or of what comes again one for each of its days, at most `MOST_OCCURRENCES`. */
  readonly windows: readonly ReadWindow[];
  readonly recurs: boolean;
  readonly faults: { readonly parts: readonly LineFault[]; readonly support: readonly LineFault[] };
}

/** The windows that its author's lines tell. */
export function readWindows(context: ReadingContext, parts: string, support: string): ReadWindows {
  const read = readParts(context, parts);
  const supported = readSupport(context, support, read.parts);
  const faults = { parts: read.faults, support: supported.faults };
  const whole = { parts: read.parts, support: supported.support };
  if (!read.recurs) return { windows: [whole], recurs: false, faults };
  const dayOf = (at: number): string =>
    Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(context.now.timeZoneId)
      .toPlainDate()
      .toString();
  const days = [...new Set(read.parts.map(({ from }) => dayOf(from)))].sort().slice(0, MOST_OCCURRENCES);
  const windows = days.map((day) => ({
    parts: read.parts.filter(({ from }) => dayOf(from) === day),
    support: supported.support.filter(({ from }) => dayOf(from) === day),
  }));
  return { windows, recurs: true, faults };
}
