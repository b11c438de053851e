import { paperSubject } from '../../../domain/paper/paper.ts';
import type { Choice } from '../../messages.ts';
import { type PaperWord, paperMessage } from '../../paper/words.ts';
import type { Talk } from '../../talk.ts';

/** A unit's paper, for whoever prints it or hears of it. A newer card takes the place of the one before. */
export function tellPaperWord(talk: Talk, word: PaperWord): void {
  const rule = talk.playbook.paper.get(word.rule);
  // The playbook changed while this was on its way.
  if (rule?.units.has(word.site) !== true) return;
  const key = `paper/${paperSubject(word.rule, word.site)}`;
  const { playbook, language } = talk;
  const before = talk.event.known.sheetsBefore ?? {};
  const message = paperMessage({ playbook, rule, word, before, language });
  // What is said again is to be seen: it comes as a new message.
  const isAgain = word.what === 'again' || word.what === 'missed';
  talk.tell({ ...message, choices: choicesOf(talk, word) }, isAgain ? null : (talk.cards[key] ?? null));
  const { [key]: _, ...others } = talk.cards;
  talk.cards = { ...others, [key]: talk.lastKey };
}

function choicesOf(talk: Talk, { rule, site, what, version }: PaperWord): Choice[] {
  const overview = talk.offer(talk.say('menu.paper'), { do: 'wish', wish: 'paper', service: null }, 'quiet');
  if (what === 'done' || what === 'settled') return [overview];
  return [
    talk.offer(talk.say('printed.do-done'), { do: 'paper-done', rule, site, version }, 'main'),
    talk.offer(talk.say('printed.do-print'), { do: 'paper-print', rule }),
    overview,
  ];
}
