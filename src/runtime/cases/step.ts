import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { LifeCommand, Lived } from '../../domain/reports/life/life.ts';
import { live } from '../../domain/reports/life/live.ts';
import type { Actor, Report } from '../../domain/reports/report.ts';
import type { CaseHappening } from './events.ts';

/** What came of an event of a report's own conversation: the report as it is now, and who is to be told. */
export type Came = Extract<Lived, { outcome: 'done' }>;

const NOBODY: Actor = { name: null, contact: null };

/** One step of a report, pure. */
export function caseStep(
  playbook: Playbook,
  report: Report,
  what: CaseHappening,
  now: Temporal.ZonedDateTime,
): Lived {
  const came = whatCame(playbook, report, what, now);
  if (came.outcome === 'refused') return came;
  const isToHand = came.news.some((news) => news.to === 'order' && news.what === 'make');
  if (!isToHand) return came;
  const supplier = playbook.handOffs.suppliers.get(came.report.life.supplier ?? '');
  return supplier === undefined ? byHand(playbook, came, now) : came;
}

function whatCame(
  playbook: Playbook,
  report: Report,
  what: CaseHappening,
  now: Temporal.ZonedDateTime,
): Lived {
  if (what.kind === 'told') {
    const { life } = report;
    if (life === undefined) return { outcome: 'refused', why: 'not-now' };
    return { outcome: 'done', report: { ...report, life }, news: what.news };
  }
  const by = what.kind === 'done' ? what.by : NOBODY;
  return live(playbook, report, commandOf(report, what), { now, by });
}

function commandOf(report: Report, what: Exclude<CaseHappening, { kind: 'told' }>): LifeCommand {
  switch (what.kind) {
    case 'changed':
      return { do: report.life === undefined ? 'begin' : 'reconcile' };
    case 'joined-by':
      return { do: 'be-joined', report: what.report };
    case 'main':
      return { do: 'follow', what: what.what };
    case 'order':
    case 'done':
      return what.command;
    case 'tick':
      return { do: 'tick' };
  }
}

/** What is to go to the supplier, and cannot by itself, is given to those who judge. */
function byHand(playbook: Playbook, came: Came, now: Temporal.ZonedDateTime): Came {
  const lived = live(playbook, came.report, { do: 'not-handed' }, { now, by: NOBODY });
  if (lived.outcome !== 'done') return came;
  // One card says it all.
  const news = came.news.filter((each) => !(each.to === 'judges' && each.what === 'update'));
  return { ...lived, news: [...news, ...lived.news] };
}
