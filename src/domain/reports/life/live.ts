import type { Playbook } from '../../organisation/playbook.ts';
import type { Report } from '../report.ts';
import { reconcile, tick } from './due.ts';
import { askStillThere, close, follow, reopen, satisfied, stillThere } from './ending.ts';
import { handed, handOnNow, notHanded, progress } from './handing.ts';
import { answer, ask, begin, beJoined, join, judge, lookFirst } from './judging.ts';
import { type LifeCommand, type LifeContext, type Lived, NEW_LIFE } from './life.ts';
import { CARD, type LifeJob, refuse, step } from './step.ts';

/**
 * One step in the life of a report: what becomes of it, and who is told what. Pure and total: what cannot be done is
 * refused with what is true instead. Whether somebody may do it is asked before.
 */
export function live(playbook: Playbook, report: Report, command: LifeCommand, context: LifeContext): Lived {
  const rules = playbook.followUp;
  if (rules === null) return refuse('not-now');
  const isNew = report.life === undefined;
  // What was reported before the playbook followed reports up begins its life with whatever comes first.
  const job: LifeJob = { ...context, playbook, rules, report: { ...report, life: report.life ?? NEW_LIFE } };
  if (command.do === 'begin') return isNew ? begin(job) : refuse('done-already');
  return done(job, command);
}

function done(job: LifeJob, command: Exclude<LifeCommand, { do: 'begin' }>): Lived {
  switch (command.do) {
    case 'reconcile':
      return reconcile(job);
    case 'tick':
      return tick(job);
    case 'judge':
      return judge(job, command);
    case 'look-first':
      return lookFirst(job);
    case 'ask':
      return ask(job, command);
    case 'join':
      return join(job, command);
    case 'be-joined':
      return beJoined(job, command);
    case 'follow':
      return follow(job, command);
    case 'ask-now':
      return askStillThere(job);
    case 'hand-on':
      return handOnNow(job);
    case 'handed':
      return handed(job, command);
    case 'not-handed':
      return notHanded(job);
    case 'progress':
      return progress(job, command);
    case 'close':
      return close(job, command);
    case 'answer':
      return answer(job, command);
    case 'still-there':
      return stillThere(job, command);
    case 'satisfied':
      return satisfied(job, command);
    case 'reopen':
      return reopen(job, command);
    case 'refused':
      return refusedSomebody(job, command.what);
  }
}

/** Somebody tried what they may not: it is in the history, once for the same attempt in a row. */
function refusedSomebody(job: LifeJob, what: string): Lived {
  const { report, by } = job;
  const last = report.history.at(-1);
  if (last?.what === 'refused' && last.by?.name === by.name && last.text === what)
    return refuse('done-already');
  return step(job, { what: 'refused', text: what, life: { reminded: report.life.reminded }, news: [CARD] });
}
