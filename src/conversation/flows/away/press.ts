import { endedAt } from '../../../domain/absence/book.ts';
import type { Action } from '../../actions.ts';
import type { Talk } from '../../talk.ts';
import { beginAway, keepAndTell } from './away.ts';
import { nameOf, tellEntry } from './card.ts';
import { saveForm, tellForm } from './form.ts';
import { bookOf, changeAway, ownEntry } from './keep.ts';

/** Something about an absence was pressed. False: it is nobody's of whom the speaker may tell, or gone. */
export function pressAway(
  talk: Talk,
  { entry: id, deed, value }: Extract<Action, { do: 'away' }>,
  fields: Readonly<Record<string, string>>,
): boolean {
  if (id === '') {
    saveForm(talk, null, fields);
    return true;
  }
  const entry = ownEntry(talk, id);
  const now = talk.now.epochMilliseconds;
  if (entry === null || (entry.end <= now && deed !== 'longer' && deed !== 'end-all')) return false;
  switch (deed) {
    case 'end':
      changeAway(talk, entry, { end: endedAt(entry, now).end }, 'ended');
      talk.note('away.ended', { who: nameOf(talk, entry) }, 'good');
      return true;
    case 'end-all':
      for (const each of bookOf(talk).entries.filter(
        ({ series, end }) => series === entry.series && end > now,
      ))
        changeAway(
          talk,
          each,
          { end: endedAt(each, now).end, repeats: null },
          each.id === entry.id ? 'ended' : null,
        );
      talk.note('away.ended', { who: nameOf(talk, entry) }, 'good');
      return true;
    case 'let-take':
      tellEntry(talk, changeAway(talk, entry, { calls: { contact: value, words: value } }));
      return true;
    case 'form':
      tellForm(talk, entry);
      return true;
    case 'save':
      saveForm(talk, entry, fields);
      return true;
    case 'longer':
      beginAway(talk, entry.about, '');
      return true;
  }
}

/** One of the times that were written out. */
export function pressPeriod(
  talk: Talk,
  { flow: begun, from, to }: Extract<Action, { do: 'away-period' }>,
): boolean {
  const { flow } = talk;
  if (flow?.name !== 'away' || flow.begun !== begun) return false;
  keepAndTell(talk, flow.about, { periods: [{ from, to }], repeats: null }, flow.text);
  return true;
}

/** When it is, in words, after it was asked. */
export function hearAway(talk: Talk, text: string): void {
  const { flow } = talk;
  if (flow?.name === 'away') beginAway(talk, flow.about, `${withoutTimes(flow.text)} ${text}`);
}

/** Of the first words only who takes over and why still count: when is what was written now. */
function withoutTimes(text: string): string {
  return text.replace(/\d+/gu, ' ').replace(/(?<!\p{L})(?:nästa|neste|volgende|next)\s+\p{L}+/giu, ' ');
}
