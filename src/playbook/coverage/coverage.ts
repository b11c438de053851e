import type { StandingAnswer } from '../../domain/contacts/answer.ts';
import { answersBetween } from '../../domain/contacts/who.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Millis, Segment } from '../../domain/timeline/timeline.ts';
import { type CoverageCase, coverageCases } from './cases.ts';

/** A stretch of time, from (inclusive) to (exclusive). */
export interface Stretch {
  readonly start: Millis;
  readonly end: Millis;
}

/** A local day: 23, 24 or 25 hours. */
export interface LocalDay extends Stretch {
  readonly date: Temporal.PlainDate;
}

/** What was proven for situations that get the same answers. */
export interface CaseCoverage extends CoverageCase {
  readonly segments: readonly Segment<StandingAnswer>[];
  /** Minutes without an answer. None in a playbook that loads. */
  readonly holes: readonly Stretch[];
  /** When only the last fallback answers. */
  readonly fallbackOnly: readonly Stretch[];
}

/** The proof for one playbook over [from, to). */
export interface Coverage {
  readonly from: Temporal.ZonedDateTime;
  readonly to: Temporal.ZonedDateTime;
  /** The local days in it. */
  readonly days: readonly LocalDay[];
  readonly cases: readonly CaseCoverage[];
}

/** Longest period that may be asked for, in days. */
export const MAX_COVERAGE_DAYS = 3660;

/**
 * Proves for every class, service, site and role that each minute of the days has an answer. The answers are whole
 * stretches between the instants at which anything can change, so nothing is sampled.
 */
export function coverageOf(playbook: Playbook, from: Temporal.ZonedDateTime, days: number): Coverage {
  const start = from.withTimeZone(playbook.timezone).startOfDay();
  const end = start.add({ days });
  const cases = coverageCases(playbook).map(({ situations }): CaseCoverage => {
    const segments = answersBetween(playbook, situations[0], start.epochMilliseconds, end.epochMilliseconds);
    return {
      situations,
      segments,
      holes: joined(segments, (answer) => !answers(answer)),
      fallbackOnly: joined(segments, (answer) => answer.onlyFallback),
    };
  });
  return { from: start, to: end, days: localDays(start, days), cases };
}

function localDays(first: Temporal.ZonedDateTime, count: number): LocalDay[] {
  const starts = Array.from({ length: count + 1 }, (_, i) => first.add({ days: i }));
  return starts.slice(0, -1).map((day, i) => ({
    date: day.toPlainDate(),
    start: day.epochMilliseconds,
    end: starts[i + 1]?.epochMilliseconds ?? day.epochMilliseconds,
  }));
}

/** Whether every step that is left has somebody to turn to, and at least one step is left. */
function answers(answer: StandingAnswer): boolean {
  return (
    answer.steps.length > 0 &&
    answer.steps.every((step) => step.contacts.some((contact) => contact.available))
  );
}

function joined(
  segments: readonly Segment<StandingAnswer>[],
  wanted: (answer: StandingAnswer) => boolean,
): Stretch[] {
  const result: Stretch[] = [];
  for (const { start, end, value } of segments) {
    if (!wanted(value)) continue;
    const last = result.at(-1);
    if (last?.end === start) result[result.length - 1] = { start: last.start, end };
    else result.push({ start, end });
  }
  return result;
}
