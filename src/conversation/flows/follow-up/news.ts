import type { ReporterNews } from '../../../domain/reports/life/life.ts';
import type { Report } from '../../../domain/reports/report.ts';
import type { OwnDeed } from '../../actions.ts';
import type { Choice } from '../../messages.ts';
import type { Talk } from '../../talk.ts';
import { QUESTION } from '../report/question.ts';
import { keepForDigest } from './digest.ts';
import { newsInWords } from './words.ts';

/** What wants an answer of the reporter, and so is never kept for a digest. */
const QUESTIONS: ReadonlySet<ReporterNews> = new Set(['asked-back', 'still-there', 'solved']);

/** What became of a report, to whoever reported it, in the conversation where they did. */
export function hearNews(talk: Talk, id: string, what: ReporterNews, main: string | null): void {
  const report = talk.case(id);
  if (report === null || report.user !== talk.event.from.user) return;
  if (isOutdated(report, what)) return;
  if (talk.profile.news === 'digest' && !QUESTIONS.has(what)) return keepForDigest(talk, report);
  const leading = main === null ? null : talk.case(main);
  const text = newsInWords(talk, report, what, leading);
  // Whatever is written next is the answer, if nothing else is going on.
  if (what === 'asked-back' && !isBusy(talk))
    talk.flow = { name: 'case', begun: talk.number, report: id, deed: 'answer' };
  const choices = choicesFor(talk, report, what, main !== null);
  if (QUESTIONS.has(what)) {
    const hint = what === 'asked-back' ? talk.say('news.hint-answer') : null;
    return talk.tell({ kind: 'ask', text, hint, picture: false, choices });
  }
  const tone = what === 'closed' ? 'good' : 'plain';
  talk.tell({ kind: 'say', text, tone, choices });
}

/** Whether what is written next belongs to something else. */
function isBusy({ flow }: Talk): boolean {
  if (flow === null) return false;
  if (flow.name !== 'report' || !flow.draft.decided) return true;
  // Whether somebody was reached is said with its buttons still.
  return flow.draft.pending !== null && flow.draft.pending !== QUESTION.reached;
}

/** A question that came too late: it was answered, or is over, meanwhile. */
function isOutdated({ state, life }: Report, what: ReporterNews): boolean {
  if (what === 'asked-back') return life?.question == null;
  if (what === 'still-there') return state !== 'asked';
  return what === 'solved' && state !== 'solved' && state !== 'joined';
}

function choicesFor(talk: Talk, report: Report, what: ReporterNews, isJoined: boolean): Choice[] {
  const own = (deed: OwnDeed, style: Choice['style'] = 'plain') =>
    talk.offer(talk.say(`news.do-${deed}`), { do: 'own-case', report: report.id, deed }, style);
  const open = talk.offer(talk.say('news.do-open'), { do: 'open-report', report: report.id }, 'quiet');
  switch (what) {
    case 'still-there':
      return [own('still-there', 'main'), own('works-again')];
    case 'asked-back':
      return [own('answer', 'main'), open];
    case 'solved':
      return isJoined ? [open] : [own('satisfied', 'main'), own('not-satisfied')];
    case 'closed':
      return isJoined ? [open] : [own('reopen'), open];
    default:
      return [own('works-again'), open, ...digestChoice(talk)];
  }
}

/** One message a day is offered where several may come. */
function digestChoice(talk: Talk): Choice[] {
  if (talk.event.room !== undefined || talk.profile.news !== undefined) return [];
  return [talk.offer(talk.say('news.do-digest'), { do: 'news-as', as: 'digest' }, 'quiet')];
}
