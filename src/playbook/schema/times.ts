import { z } from 'zod';
import { DUTY_LIMITS } from '../../domain/duties/duty.ts';
import { HoursSyntaxError, parseHours, parseTimes } from '../../domain/hours/parse.ts';
import { FOLLOW_UP_LIMITS } from '../../domain/reports/life/rules.ts';
import { LIMITS } from '../limits.ts';

function parsed<T>(parse: (text: string) => T) {
  return (text: string, context: z.core.$RefinementCtx<string>): T => {
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof HoursSyntaxError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
      return z.NEVER;
    }
  };
}

/** Hours in the subset of the OSM notation (docs/hours.md). */
export const notation = z
  .string('is no text; write the hours in quotes, as in "Mo-Fr 08:00-16:00; PH off"')
  .transform(parsed(parseHours));

/** Times of a dated exception, or `off`. */
export const times = z.string('is no text; write "08:00-12:00" or off').transform(parsed(parseTimes));

/** A calendar day, 2026-12-24. */
export const date = z
  .string('is no date; write it as 2026-12-24')
  .refine(
    (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && isDate(value),
    'is no date; write it as 2026-12-24',
  );

/** A calendar day, of one year or of every year: 2026-12-24 or 12-24. */
export const yearlyDate = z
  .string('is no date; write 2026-12-24, or "12-24" for every year')
  .refine(
    (value) =>
      (/^\d{4}-\d{2}-\d{2}$/.test(value) && isDate(value)) ||
      (/^\d{2}-\d{2}$/.test(value) && isDate(`2024-${value}`)),
    'is no date; write 2026-12-24, or "12-24" for every year',
  );

/** A day, or a local time on a day, in the organisation's time zone. */
export const moment = z
  .string('is no time; write 2026-12-24 or 2026-12-24T16:00')
  .refine(
    (value) => /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/.test(value) && isDate(value),
    'is no time; write 2026-12-24 or 2026-12-24T16:00, in local time without an offset',
  );

const LONGEST_WAIT_HOURS = 7 * 24;

/** ISO 8601: PT10M, PT24H, P1D. */
function durationUpTo(hours: number) {
  return z
    .string('is no duration; write PT10M for ten minutes, PT24H for a day')
    .refine(
      (value) => isDuration(value, hours),
      `is no duration between one minute and ${hours} hours; write PT10M for ten minutes, PT24H for a day`,
    )
    .transform((value) => Temporal.Duration.from(value));
}

/** How long to wait for an answer. */
export const wait = durationUpTo(LONGEST_WAIT_HOURS);

/** Within which time several reports may be one outage. */
export const outageTime = durationUpTo(LIMITS.outageHours);

/** How long before a maintenance window people are reminded of it. */
export const reminderTime = durationUpTo(LIMITS.reminderHours);

/** How long something of a report's life waits. */
export const followUpTime = durationUpTo(FOLLOW_UP_LIMITS.hours);

/** How long before its end a duty is said again. */
export const dutyAgain = durationUpTo(DUTY_LIMITS.againHours);

const UNKNOWN_ZONE = 'is not a known time zone; write an IANA name such as Europe/Stockholm';

/** An IANA time zone. */
export const timezone = z.string(UNKNOWN_ZONE).refine(isTimezone, UNKNOWN_ZONE);

/** A country by its ISO code; whether its holidays are known is checked with the meaning. */
export const country = z.string('is no country; write an ISO code such as SE, NO or NL').max(60);

function isDate(value: string): boolean {
  return succeeds(() => Temporal.PlainDateTime.from(value, { overflow: 'reject' }));
}

function isDuration(value: string, most: number): boolean {
  return succeeds(() => {
    const hours = Temporal.Duration.from(value).total({ unit: 'hour', relativeTo: '2026-01-01' });
    if (hours < 1 / 60 || hours > most) throw new RangeError('out of range');
  });
}

function isTimezone(value: string): boolean {
  return (
    /^[A-Z]/.test(value) &&
    succeeds(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value))
  );
}

function succeeds(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return false;
    throw error;
  }
}
