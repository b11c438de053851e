import type { LifeHappening } from '../report.ts';
import { handOn } from './handing.ts';
import { anew, toJudges } from './judging.ts';
import { LIFE_LIMITS, type LifeCommand, type LifeNews, type Lived } from './life.ts';
import { CARD, dueAfter, isOver, type LifeJob, QUIET, refuse, step, toReporters } from './step.ts';

type Command<D extends LifeCommand['do']> = Extract<LifeCommand, { do: D }>;

/** It is over; all that still rings is stopped. */
export function ended(
  job: LifeJob,
  what: LifeHappening,
  text: string | null,
  news: readonly LifeNews[] = toReporters('closed'),
): Lived {
  const { report, now } = job;
  return step(job, {
    ...{ what, text, state: 'closed' },
    life: { due: null, question: null, closedAt: now.epochMilliseconds },
    news: [...news, CARD, ...QUIET, ...(report.life.handed === null ? [] : [orderIs('satisfied')])],
  });
}

function orderIs(what: 'satisfied' | 'not-satisfied'): LifeNews {
  return { to: 'order', what };
}

/** By who judges. */
export function close(job: LifeJob, { why }: Command<'close'>): Lived {
  if (isOver(job.report)) return refuse('over');
  return ended(job, 'closed', why);
}

/** The reporter is asked whether it is still there, now rather than when it has waited. */
export function askStillThere(job: LifeJob): Lived {
  const { report } = job;
  if (isOver(report)) return refuse('over');
  if (report.state === 'asked') return refuse('done-already');
  if (report.state !== 'waiting') return refuse('not-now');
  return asked(job, [CARD]);
}

/** The reporter has so long to answer, then it is handed on. */
export function asked(job: LifeJob, news: readonly LifeNews[]): Lived {
  const due = dueAfter(job, 'answer', job.rules.answerWithin);
  return step(job, {
    ...{ what: 'asked-still-there', state: 'asked', life: { due } },
    news: [{ to: 'reporter', what: 'still-there' }, ...news],
  });
}

/** The reporter says whether it is still there. That it works again holds at any time. */
export function stillThere(job: LifeJob, { still, text }: Command<'still-there'>): Lived {
  const { report } = job;
  if (isOver(report)) return refuse('over');
  if (!still) return ended(job, 'works-again', text);
  if (report.state !== 'asked')
    return step(job, { what: 'still-there', text, life: { reminded: report.life.reminded }, news: [CARD] });
  return handOn(job, { what: 'still-there', text }, toReporters('handing-on'));
}

/** The reporter's word about the solution. */
export function satisfied(job: LifeJob, { satisfied: isSatisfied, text }: Command<'satisfied'>): Lived {
  const { report, rules } = job;
  if (isOver(report)) return refuse('over');
  if (report.state !== 'solved') return refuse('not-now');
  if (isSatisfied) return ended(job, 'satisfied', text);
  const news: readonly LifeNews[] = [...toReporters('reopened'), orderIs('not-satisfied')];
  if (report.life.handed?.how === 'order')
    return step(job, {
      ...{ what: 'not-satisfied', text, state: 'in-work', life: { due: null } },
      news: [...news, CARD],
    });
  const due = dueAfter(job, 'hand-over', rules.judgeWithin);
  return step(job, {
    ...{ what: 'not-satisfied', text, state: 'handing-on', life: { due, handed: null } },
    news: [...toReporters('reopened'), { to: 'judges', what: 'hand-over' }],
  });
}

/** The reporter opens again what was closed: it is judged anew. */
export function reopen(job: LifeJob, { text }: Command<'reopen'>): Lived {
  const { report, now, rules } = job;
  if (report.state !== 'closed') return refuse(report.state === 'withdrawn' ? 'over' : 'done-already');
  const { closedAt } = report.life;
  if (closedAt !== null && now.epochMilliseconds - closedAt > LIFE_LIMITS.reopenMs) return refuse('too-late');
  const { handed, joined } = report.life;
  const life = { ...report.life, closedAt: null, joined: null, ...(joined !== null && { supplier: null }) };
  const open: LifeJob = { ...job, report: { ...report, state: 'received', life } };
  const told = toReporters('reopened');
  if (handed?.how === 'order')
    return step(open, {
      ...{ what: 'reopened', text, state: 'in-work' },
      news: [...told, orderIs('not-satisfied'), { to: 'judges', what: 'reopened' }],
    });
  const anew: LifeJob = { ...open, report: { ...open.report, life: { ...life, handed: null } } };
  if (rules.judge !== null) return toJudges(anew, 'reopened', told);
  return handOn(anew, { what: 'reopened', text }, told);
}

/** It goes on as another, with which something came about. */
export function follow(job: LifeJob, { what }: Command<'follow'>): Lived {
  const { report, now } = job;
  if (report.state !== 'joined') return refuse(isOver(report) ? 'over' : 'not-now');
  if (what === 'withdrawn') {
    const life = { ...report.life, joined: null };
    return anew({ ...job, report: { ...report, state: 'received', life } });
  }
  const news: readonly LifeNews[] = [{ to: 'reporter', what }];
  if (what !== 'closed') return step(job, { what: null, news });
  const life = { due: null, closedAt: now.epochMilliseconds };
  return step(job, { what: 'closed', state: 'closed', life, news: [...news, CARD] });
}
