import { deedCommand, takesWords } from '../../../domain/reports/life/deeds.ts';
import type { LifeCommand, LifeRefusal } from '../../../domain/reports/life/life.ts';
import type { Report } from '../../../domain/reports/report.ts';
import type { Action, CaseDeed } from '../../actions.ts';
import type { Talk } from '../../talk.ts';
import { renewCard } from './card.ts';
import { askJoin } from './joining.ts';
import { asJudge, asPerson, lead, mayJudge } from './may.ts';
import { askWords } from './words.ts';

/**
 * Something is done with a report by those who judge. Whether the speaker is one of them is asked at this moment: a card
 * may have been forwarded, and people change. Whoever may not is told so, and it stands in the history.
 * @param words that were written with it: why
 */
export function pressCase(
  talk: Talk,
  action: Extract<Action, { do: 'case' }>,
  words: string | null = null,
): boolean {
  const report = talk.case(action.report);
  if (report === null) return false;
  if (!mayJudge(talk)) {
    refuseTo(talk, report, action.deed);
    return true;
  }
  if (action.deed === 'open') renewCard(talk, report);
  else if (action.deed === 'join') join(talk, report, action.to ?? null);
  else if (takesWords(action.deed) && words === null) askWords(talk, report, action.deed);
  else decide(talk, report, deedCommand(action.deed, words ?? ''));
  return true;
}

/** The words that were asked for, or none. */
export function decideWithWords(
  talk: Talk,
  id: string,
  deed: 'not-urgent' | 'close' | 'ask',
  words: string,
): void {
  const report = talk.case(id);
  if (report === null) return talk.note('report.gone');
  if (!mayJudge(talk)) return refuseTo(talk, report, deed);
  decide(talk, report, deedCommand(deed, words));
}

/** Does it, and shows how the report stands now; what cannot be done says what is true instead. */
function decide(talk: Talk, report: Report, command: LifeCommand): void {
  const lived = lead(talk, report, command, asJudge(talk));
  if (lived.outcome === 'refused') {
    renewCard(talk, report);
    return sayRefusal(talk, lived.why);
  }
  const handsOver = lived.news.some(({ to }) => to === 'order') && lived.report.state === 'handing-on';
  renewCard(talk, lived.report);
  talk.note(handsOver ? 'case.done-hands-on' : 'case.done', {}, 'good');
}

function join(talk: Talk, report: Report, to: string | null): void {
  if (to === null) return askJoin(talk, report);
  // It goes on as what that one goes on as.
  const other = talk.case(to);
  decide(talk, report, { do: 'join', to: other?.life?.joined ?? to });
}

function refuseTo(talk: Talk, report: Report, deed: CaseDeed): void {
  lead(talk, report, { do: 'refused', what: deed }, asPerson(talk));
  const judge = talk.playbook.contacts.get(talk.playbook.followUp?.judge ?? '');
  talk.note('case.refused', { who: judge === undefined ? '–' : talk.local(judge.role) }, 'warning');
}

export function sayRefusal(talk: Talk, why: LifeRefusal): void {
  talk.note(`case.not-${why}`, {}, 'warning');
}
