import { heldBy } from '../../../domain/people/holders.ts';
import type { LifeCommand, Lived } from '../../../domain/reports/life/life.ts';
import { live } from '../../../domain/reports/life/live.ts';
import type { Actor, Report } from '../../../domain/reports/report.ts';
import type { Talk } from '../../talk.ts';

/** Whether the speaker is one of those who judge reports, by what is known of them for certain at this moment. */
export function mayJudge(talk: Talk): boolean {
  const judge = talk.playbook.followUp?.judge ?? null;
  if (judge === null) return false;
  return heldBy(talk.playbook, talk.event.from, talk.event.known.identity).includes(judge);
}

/** The speaker, as one who judges. */
export function asJudge(talk: Talk): Actor {
  return { name: nameOf(talk), contact: talk.playbook.followUp?.judge ?? null };
}

/** The speaker, as nobody in particular: the reporter, or somebody who may not. */
export function asPerson(talk: Talk): Actor {
  return { name: nameOf(talk), contact: null };
}

function nameOf({ event: { from, known } }: Talk): string | null {
  return from.desk ? null : (known.identity?.name ?? null);
}

/** Does something to a report, and has whoever it concerns told. What the speaker did themselves they are not told. */
export function lead(talk: Talk, report: Report, command: LifeCommand, by: Actor): Lived {
  const lived = live(talk.playbook, report, command, { now: talk.now, by });
  if (lived.outcome === 'refused') return lived;
  const byReporter = by.contact === null && report.user === talk.event.from.user;
  const news = byReporter ? lived.news.filter(({ to }) => to !== 'reporter') : lived.news;
  talk.want({ effect: 'keep-case', report: lived.report, news });
  return lived;
}
