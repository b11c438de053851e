import type { Playbook } from '../../organisation/playbook.ts';
import type { Millis } from '../../timeline/timeline.ts';
import type { LifeDueKind } from '../life/life.ts';
import type { Actor, Report } from '../report.ts';

/** Who has a report now, so that something is done about it. `contact`: those who hold one; `person`: somebody by name. */
export type HasIt =
  | { readonly who: 'contact'; readonly contact: string }
  | { readonly who: 'person'; readonly name: string }
  | { readonly who: 'reporter' }
  | { readonly who: 'another-report'; readonly report: string }
  | { readonly who: 'nobody' };

/** What happens next by itself, and when. `asks-reporter`: whether somebody was reached. */
export interface NextOf {
  readonly what: LifeDueKind | 'asks-reporter';
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

/**
 * @param reminds when the bot next asks the reporter by itself whether somebody was reached; null: it does not
 */
export function boardEntry(playbook: Playbook, report: Report, reminds: Millis | null): BoardEntry {
  const isOver = report.state === 'closed' || report.state === 'withdrawn';
  return {
    report,
    isOver,
    has: isOver ? { who: 'nobody' } : hasIt(playbook, report),
    next: isOver ? null : nextOf(report, reminds),
  };
}

function nextOf({ life, state }: Report, reminds: Millis | null): NextOf | null {
  if (life?.due != null) return life.due;
  return state === 'open' && reminds !== null ? { what: 'asks-reporter', at: reminds } : null;
}

function hasIt(playbook: Playbook, report: Report): HasIt {
  const { state, life } = report;
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
  if (by?.name != null) return { who: 'person', name: by.name };
  return by?.contact == null ? null : { who: 'contact', contact: by.contact };
}

/** Whom the reporter reached, as they said. */
function receivedBy({ history, state }: Report): HasIt {
  const last = state === 'received' ? history.findLast(({ what }) => what === 'received') : undefined;
  return last?.text == null ? { who: 'nobody' } : { who: 'person', name: last.text };
}
