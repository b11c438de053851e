import type { Weekday } from './days.ts';

/** Minutes on the wall clock since 00:00 of the day a span starts on; over 1440 it runs into the next day. */
export type Minute = number;
export const MINUTES_PER_DAY = 1440;

/** Open from (inclusive) to (exclusive), by the clock on the wall. `to` is at most 2880. */
export interface Span {
  readonly from: Minute;
  readonly to: Minute;
}

/** A month and day without a year; compared as month * 100 + day. */
export type MonthDay = number;

/** Every year from one month-day to another, both included; may run over New Year. */
export interface MonthDayRange {
  readonly from: MonthDay;
  readonly to: MonthDay;
}

/** Which days a rule speaks of. A day must match one of `dates` (if any) and one of `weekdays` or `holidays` (if any). */
export interface DaySelector {
  readonly dates: readonly MonthDayRange[];
  readonly weekdays: ReadonlySet<Weekday>;
  /** Offsets in days from a red day: 0 is the red day itself (`PH`), -1 the day before (`PH -1 day`). */
  readonly holidays: readonly number[];
}

/** One rule of the notation. No spans means closed. A later rule that matches a day replaces the earlier ones. */
export interface HoursRule {
  readonly days: DaySelector;
  readonly spans: readonly Span[];
}

/** The parsed notation with its source text. */
export interface HoursNotation {
  readonly text: string;
  readonly rules: readonly HoursRule[];
}

/** Longest accepted notation, in characters. */
export const MAX_NOTATION_LENGTH = 500;
/** Most rules in one notation. */
export const MAX_RULES = 40;
/** Most spans in one rule. */
export const MAX_SPANS = 12;

/** Whether a span of the day covers this minute of it. */
export function covers(spans: readonly Span[], minute: Minute): boolean {
  return spans.some((span) => span.from <= minute && minute < span.to);
}

/** Minutes open in all spans together; spans of one rule do not overlap. */
export function openMinutes(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.to - span.from, 0);
}
