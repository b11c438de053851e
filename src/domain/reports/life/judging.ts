import { handOn } from './handing.ts';
import { classOf, LIFE_LIMITS, type LifeCommand, type LifeNews, type Lived } from './life.ts';
import {
  CARD,
  dueAfter,
  isHanded,
  isOver,
  isToJudge,
  type LifeJob,
  QUIET,
  refuse,
  step,
  toReporters,
} from './step.ts';

type Command<D extends LifeCommand['do']> = Extract<LifeCommand, { do: D }>;

/** A report comes to those who judge it, or goes on without: as the playbook says for its class. */
export function begin(job: LifeJob): Lived {
  const { rules, report } = job;
  const isNew = report.life.handed === null;
  if (rules.judge !== null && rules.judged.includes(report.class)) return toJudges(job, 'judge');
  if (rules.handsOn.includes(report.class) && isNew) return handOn(job, null, [...escalated(job)]);
  const news = [...escalated(job), ...spread(job, report.class === 'critical'), CARD];
  return step(job, { what: null, life: { due: null }, news });
}

/** As if it had just been reported: it grew worse, or goes on by itself again. */
export const anew = begin;

/** What is critical is escalated by the playbook's policy, whoever judges it. */
function escalated({ report }: LifeJob): LifeNews[] {
  const matters = report.class === 'critical' && report.state === 'open';
  return matters ? [{ to: 'escalation', what: 'start', matter: 'report' }] : [];
}

/** Those who judge get it, again too: what was judged before does not hold any more. */
export function toJudges(job: LifeJob, what: 'judge' | 'reopened', more: readonly LifeNews[] = []): Lived {
  return step(job, {
    what: what === 'reopened' ? 'reopened' : null,
    life: { judgement: null, due: dueAfter(job, 'judge', job.rules.judgeWithin), closedAt: null },
    news: [{ to: 'judges', what }, ...escalated(job), ...more],
  });
}

/** Urgent: on to the supplier at once. Not urgent: it waits. Either may be said later too, and then holds. */
export function judge(job: LifeJob, { urgent, why }: Command<'judge'>): Lived {
  const { report, by, now } = job;
  if (isOver(report)) return refuse('over');
  if (report.state === 'joined') return refuse('joined');
  if (report.life.judgement?.urgent === urgent) return refuse('done-already');
  const judgement = {
    urgent,
    by,
    at: now.epochMilliseconds,
    why: why.slice(0, LIFE_LIMITS.text).toWellFormed(),
  };
  const judged: LifeJob = {
    ...job,
    report: { ...report, class: classOf(urgent), life: { ...report.life, judgement } },
  };
  const told = [...QUIET, ...spread(judged, urgent)];
  const what = urgent ? 'judged-urgent' : 'judged-not-urgent';
  if (report.life.handed !== null) return judgedAtSupplier(judged, what, why, told);
  const news = [...toReporters('judged'), ...told];
  if (urgent) return handOn(judged, { what, text: why }, news);
  const isOnItsWay: readonly LifeNews[] =
    report.state === 'handing-on' ? [{ to: 'order', what: 'stop' }] : [];
  const due = dueAfter(job, 'wait', job.rules.wait);
  return step(judged, {
    ...{ what, text: why, state: 'waiting', life: { due } },
    news: [...news, ...isOnItsWay, CARD],
  });
}

/** What the supplier has is theirs; only its class changes. */
function judgedAtSupplier(
  job: LifeJob,
  what: 'judged-urgent' | 'judged-not-urgent',
  why: string,
  news: readonly LifeNews[],
): Lived {
  return step(job, {
    ...{ what, text: why },
    // It had grown worse, and was to be judged anew.
    ...(!isHanded(job.report) && { state: 'handed-on', life: { due: null } }),
    news: [...toReporters('class'), ...news, CARD],
  });
}

/** Others than the reporter are told of what is urgent, if it is of the kind that the playbook names. */
function spread({ rules, report }: LifeJob, urgent: boolean): LifeNews[] {
  const services = rules.spread?.services ?? [];
  const isMeant = services.length === 0 || (report.service !== null && services.includes(report.service));
  return urgent && rules.spread !== null && isMeant ? [{ to: 'spreaders' }] : [];
}

/** Time to look; then they are reminded. */
export function lookFirst(job: LifeJob): Lived {
  const { report, rules } = job;
  if (isOver(report)) return refuse('over');
  if (!isToJudge(report)) return refuse(report.state === 'joined' ? 'joined' : 'not-now');
  if (report.state === 'looking' && report.life.due?.what === 'look') return refuse('done-already');
  const due = dueAfter(job, 'look', rules.lookFirst);
  const news = [...toReporters('looking'), ...QUIET, CARD];
  return step(job, { what: 'looks-first', state: 'looking', life: { due }, news });
}

/** The reporter is asked back. What waits goes on waiting. */
export function ask(job: LifeJob, { question }: Command<'ask'>): Lived {
  const { report, by } = job;
  if (isOver(report)) return refuse('over');
  const text = question.slice(0, LIFE_LIMITS.text).toWellFormed();
  if (text.trim() === '') return refuse('not-now');
  const news: readonly LifeNews[] = [{ to: 'reporter', what: 'asked-back' }, CARD];
  return step(job, { what: 'asked-back', text, life: { question: { text, by } }, news });
}

/** The reporter answers; it stands with the report. */
export function answer(job: LifeJob, { text }: Command<'answer'>): Lived {
  const { report } = job;
  if (isOver(report)) return refuse('over');
  if (report.life.question === null) return refuse('done-already');
  const news: readonly LifeNews[] = [{ to: 'judges', what: 'answered' }];
  return step(job, { what: 'answered-back', text, life: { question: null }, news });
}

/** It goes on as another report of the same fault. */
export function join(job: LifeJob, { to }: Command<'join'>): Lived {
  const { report } = job;
  if (isOver(report)) return refuse('over');
  if (report.state === 'joined') return refuse('joined');
  if (to === report.id || report.life.joins.includes(to)) return refuse('itself');
  // What the supplier has goes on there; the other one is joined to it.
  if (isHanded(report) || report.life.joins.length > 0) return refuse('not-now');
  return step(job, {
    ...{ what: 'joined', text: to, state: 'joined', life: { joined: to, due: null, question: null } },
    news: [{ to: 'reporter', what: 'joined' }, { to: 'main', report: to }, ...QUIET, CARD],
  });
}

/** Another goes on as this one. */
export function beJoined(job: LifeJob, { report: other }: Command<'be-joined'>): Lived {
  const { life } = job.report;
  if (life.joins.includes(other)) return refuse('done-already');
  const joins = [...life.joins, other].slice(-LIFE_LIMITS.joins);
  return step(job, {
    what: 'has-joined',
    text: other,
    life: { joins, reminded: life.reminded },
    news: [CARD],
  });
}
