import { asked, ended } from './ending.ts';
import { handOn } from './handing.ts';
import { anew } from './judging.ts';
import { type JudgeNews, LIFE_LIMITS, type LifeDueKind, type LifeNews, type Lived } from './life.ts';
import { CARD, dueAfter, isOver, type LifeJob, QUIET, refuse, step, toReporters } from './step.ts';

/** Something may have fallen due; what has not is left alone, however late or early this comes. */
export function tick(job: LifeJob): Lived {
  const { due } = job.report.life;
  if (due === null || isOver(job.report) || due.at > job.now.epochMilliseconds) return refuse('not-now');
  return fallsDue({ ...job, by: { name: null, contact: null } }, due.what);
}

function fallsDue(job: LifeJob, what: LifeDueKind): Lived {
  switch (what) {
    case 'judge':
      return remind(job, 'judge', 'remind-judge', [{ to: 'escalation', what: 'start', matter: 'judge' }]);
    case 'look':
      return remind(job, 'judge', 'remind-look');
    case 'wait':
      return asked(job, [{ to: 'judges', what: 'wait-over' }]);
    case 'answer':
      return handOn(job, { what: 'no-reply', text: null }, toReporters('handing-on'));
    case 'hand-over':
      return remind(job, 'hand-over', 'hand-over');
    case 'satisfied':
      return ended(job, 'no-objection', null);
  }
}

/** Those who judge are reminded, again and again, but not for ever: then only the first escalation step goes on. */
function remind(job: LifeJob, next: LifeDueKind, what: JudgeNews, more: readonly LifeNews[] = []): Lived {
  const reminded = job.report.life.reminded + 1;
  const isLast = reminded >= LIFE_LIMITS.reminders;
  const due = isLast ? null : dueAfter(job, next, job.rules.judgeWithin);
  return step(job, { what: 'reminded', life: { due, reminded }, news: [{ to: 'judges', what }, ...more] });
}

/** The reporter changed it: withdrawn, it is over; grown worse, it is judged again; else the card shows it. */
export function reconcile(job: LifeJob): Lived {
  const { report } = job;
  const { state, life } = report;
  if (state === 'withdrawn') {
    if (life.due === null && life.closedAt !== null) return refuse('over');
    const news: readonly LifeNews[] = [
      ...QUIET,
      { to: 'order', what: 'stop' },
      { to: 'joined', what: 'withdrawn' },
      CARD,
    ];
    const closedAt = job.now.epochMilliseconds;
    return step(job, { what: null, life: { due: null, question: null, closedAt }, news });
  }
  if (state === 'open' && isAnew(job))
    return anew({ ...job, report: { ...report, life: { ...life, joined: null } } });
  return { outcome: 'done', report, news: [CARD] };
}

/** Whether the reporter's change means that it has to be judged anew: it grew worse. */
function isAnew({ report, rules }: LifeJob): boolean {
  const { history, life } = report;
  if (life.judgement !== null || life.joined !== null) return true;
  if (history.slice(-2).some(({ what }) => what === 'became-critical')) return true;
  return rules.judge !== null && rules.judged.includes(report.class) && !isForJudges(life.due?.what ?? null);
}

function isForJudges(what: LifeDueKind | null): boolean {
  return what === 'judge' || what === 'look';
}
