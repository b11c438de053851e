import type { Millis } from '../timeline/timeline.ts';
import { type Actor, REPORT_LIMITS, type Report, type ReportHappening } from './report.ts';

/** A report changed, with what happened in its history. Of a very long history the middle goes. */
export function happened(
  report: Report,
  at: Millis,
  what: ReportHappening,
  change: Partial<Report> = {},
  text: string | null = null,
  by: Actor | null = null,
): Report {
  const [first, ...rest] = [...report.history, { at, what, text, ...(by !== null && { by }) }];
  const newest = rest.slice(-(REPORT_LIMITS.history - 1));
  return { ...report, ...change, history: first === undefined ? newest : [first, ...newest] };
}
