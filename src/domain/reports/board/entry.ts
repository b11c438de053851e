import type { Playbook } from '../../organisation/playbook.ts';
import type { Millis } from '../../timeline/timeline.ts';
import type { LifeDueKind } from '../life/life.ts';
import type { Actor, Report, ReportHappening } from '../report.ts';

/**
 * Who has a report now, so that something is done about it. `contact`: those who hold one; `person`: somebody by name;
 * `asked`: nobody yet, and these are pinged.
 */
export type HasIt =
  | { readonly who: 'asked'; readonly contacts: readonly string[] }
  | { readonly who: 'contact'; readonly contact: string }
  | { readonly who: 'person'; readonly name: string; readonly contact: string | null }
  | { readonly who: 'reporter' }
  | { readonly who: 'another-report'; readonly report: string }
  | { readonly who: 'nobody' };

/** What happens next by itself, and when. `asks-reporter`: whether somebody was reached; `pings`: the same again, or the next. */
export interface NextOf {
  readonly what: LifeDueKind | 'asks-reporter' | 'pings';
  readonly at: Millis;
}

/** A report as the board shows it, on the page and in the chat alike. */
export interface BoardEntry {
  readonly report: Report;
  readonly isOver: boolean;
  readonly has: HasIt;
  /** Null: nothing by itself. */
  readonly next: NextOf | null;
}

/** People who are pinged for a report, and when that goes on. */
export interface Pinging {
  readonly contacts: readonly string[];
  readonly at: Millis;
}

/** What goes on beside the reports. */
export interface BoardAround {
  /** When the bot next asks a reporter by itself whether somebody was reached, by their conversation. */
  readonly reminds: Readonly<Record<string, Millis>>;
  /** Who is pinged, by report. */
  readonly pings: Readonly<Record<string, Pinging>>;
}

export function boardEntry(playbook: Playbook, report: Report, around: BoardAround): BoardEntry {
  const reminds = around.reminds[report.conversation] ?? null;
  const pinging = around.pings[report.id] ?? null;
  const isOver = report.state === 'closed' || report.state === 'withdrawn';
  return {
    report,
    isOver,
    has: isOver ? { who: 'nobody' } : hasIt(playbook, report, pinging),
    next: isOver ? null : nextOf(report, reminds, pinging),
  };
}

function nextOf({ life, state }: Report, reminds: Millis | null, pinging: Pinging | null): NextOf | null {
  if (pinging !== null) return { what: 'pings', at: pinging.at };
  if (life?.due != null) return life.due;
  return state === 'open' && reminds !== null ? { what: 'asks-reporter', at: reminds } : null;
}

function hasIt(playbook: Playbook, report: Report, pinging: Pinging | null): HasIt {
  const { state, life } = report;
  if (pinging !== null) return { who: 'asked', contacts: pinging.contacts };
  switch (state) {
    case 'joined':
      return life?.joined == null ? { who: 'nobody' } : { who: 'another-report', report: life.joined };
    case 'asked':
    case 'solved':
      return { who: 'reporter' };
    case 'handed-on':
    case 'in-work':
      return life?.supplier == null ? { who: 'nobody' } : { who: 'contact', contact: life.supplier };
    case 'looking':
      return lookedAtBy(report) ?? judges(playbook);
    case 'waiting':
    case 'handing-on':
      return judges(playbook);
    default:
      return life?.due != null ? judges(playbook) : receivedBy(report);
  }
}

/** Those who judge, where the organisation follows reports up. */
function judges({ followUp }: Playbook): HasIt {
  return followUp?.judge == null ? { who: 'nobody' } : { who: 'contact', contact: followUp.judge };
}

function lookedAtBy({ history }: Report): HasIt | null {
  return actor(history.findLast(({ what }) => what === 'looks-first')?.by);
}

function actor(by: Actor | undefined): HasIt | null {
  if (by?.name != null) return { who: 'person', name: by.name, contact: by.contact };
  return by?.contact == null ? null : { who: 'contact', contact: by.contact };
}

/** Whom the reporter reached, as they said, or who answered a ping. */
function receivedBy({ history, state }: Report): HasIt {
  if (state !== 'received') return { who: 'nobody' };
  const last = history.findLast(({ what }) => TAKES.has(what));
  const named = last?.text == null ? null : ({ who: 'person', name: last.text, contact: null } as const);
  return actor(last?.by) ?? named ?? { who: 'nobody' };
}

const TAKES: ReadonlySet<ReportHappening> = new Set(['received', 'acknowledged', 'on-it']);
