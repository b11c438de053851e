import type { LifeCommand } from '../../../domain/reports/life/life.ts';
import type { Action, OwnDeed } from '../../actions.ts';
import type { Talk } from '../../talk.ts';
import { asPerson, lead } from '../judging/may.ts';
import { sayRefusal } from '../judging/press.ts';
import { askWords } from '../judging/words.ts';
import { tellReceipt } from '../receipt.ts';

/** The reporter says something of what became of their report. False: it is not theirs, or not known any more. */
export function pressOwn(talk: Talk, { report: id, deed }: Extract<Action, { do: 'own-case' }>): boolean {
  const report = talk.case(id);
  if (report === null || report.user !== talk.event.from.user) return false;
  if (deed === 'answer' || deed === 'not-satisfied') {
    askWords(talk, report, deed);
    return true;
  }
  return sayOwn(talk, id, deed, '');
}

/** Does it. What cannot be done says what is true instead. */
export function sayOwn(talk: Talk, id: string, deed: OwnDeed, text: string): boolean {
  const report = talk.case(id);
  if (report === null || report.user !== talk.event.from.user) return false;
  if (talk.flow?.name === 'case' && talk.flow.report === id) talk.flow = null;
  const lived = lead(talk, report, commandOf(deed, text), { ...asPerson(talk), name: null });
  if (lived.outcome === 'refused') {
    sayRefusal(talk, lived.why);
    tellReceipt(talk, report, 'receipt.title');
    return true;
  }
  talk.note(`news.thanks-${deed}`, { reference: id }, 'good');
  return true;
}

function commandOf(deed: OwnDeed, text: string): LifeCommand {
  switch (deed) {
    case 'still-there':
      return { do: 'still-there', still: true, text };
    case 'works-again':
      return { do: 'still-there', still: false, text };
    case 'answer':
      return { do: 'answer', text };
    case 'satisfied':
      return { do: 'satisfied', satisfied: true, text };
    case 'not-satisfied':
      return { do: 'satisfied', satisfied: false, text };
    case 'reopen':
      return { do: 'reopen', text };
  }
}
