import { isSame } from '../../../domain/absence/book.ts';
import type { Absent } from '../../../domain/absence/entry.ts';
import { isKept } from '../../../domain/absence/told.ts';
import type { Talk } from '../../talk.ts';
import { type Period, readPeriod } from '../../understanding/periods/period.ts';
import { SURE, type Understanding } from '../../understanding/understand.ts';
import { tellMatter } from '../matters.ts';
import { putAside } from '../report/begin.ts';
import { nameOf, tellEntry } from './card.ts';
import { tellForm } from './form.ts';
import { bookOf, keepAway, ownSelf, type Times } from './keep.ts';
import { readAway, saysAway } from './read.ts';
import { repeatsIn } from './series.ts';
import { timesInWords } from './times.ts';
import { toldInWords } from './told.ts';
import { aboutIn } from './whom.ts';

const MINE =
  /^\s*(?:visa |vis |toon |show )?(?:min|mitt|mine|mijn|my)\s+(?:frånvaro|fravær|afwezigheid|absences?)\s*[.!]?\s*$|^\s*fraværet mitt\s*$/iu;
/** Most of one's own absences that are shown. */
const MOST_SHOWN = 3;

/** Somebody is away, in words or by the menu. Where the playbook keeps no absences: whom to tell. */
export function tellAway(talk: Talk, text: string): void {
  if (talk.playbook.away === null || talk.away === null) return tellMatter(talk, 'absence');
  if (text.trim() === '' || MINE.test(text)) return tellOwn(talk);
  const meant = aboutIn(talk, text);
  if (meant.kind === 'none') return tellNotYours(talk, meant.who);
  const { about } = meant;
  if (!isKept(talk.playbook, { about }, talk.site)) return tellNotKept(talk);
  beginAway(talk, about, text);
}

/** "Away 22–26 December": words that say when somebody is away are that, unless they surely mean something else. */
export function hearAwayTold(
  talk: Talk,
  text: string,
  { intent, confidence, service }: Understanding,
): boolean {
  const { calls, errands, when: words } = readAway(talk, text);
  const isRefer = calls !== null || errands !== null;
  // "The mail is away until Friday" is a fault, "the switchboard takes my calls" is none of telephony.
  const isOther = service !== null || (confidence >= SURE && intent !== 'unknown' && intent !== 'absence');
  if ((isOther && !isRefer) || talk.playbook.away === null || talk.away === null || !saysAway(text))
    return false;
  const when = readPeriod({ language: talk.language, now: talk.now }, words);
  if (when.kind === 'open' || when.kind === 'fault') return false;
  tellAway(talk, text);
  return true;
}

/** When it is: kept at once if that is clear, else asked with the days written out. */
export function beginAway(talk: Talk, about: Absent, text: string): void {
  const read = readAway(talk, text);
  const when = readPeriod({ language: talk.language, now: talk.now }, read.when);
  switch (when.kind) {
    case 'period':
      return keepAndTell(talk, about, { periods: [when.period], repeats: null }, text);
    case 'repeated':
      return keepAndTell(talk, about, { periods: when.periods, repeats: repeatsIn(talk, when) }, text);
    case 'ambiguous':
      return askWhich(talk, about, text, when.options);
    case 'open':
    case 'fault':
      return askUntil(talk, about, text, when.kind === 'fault' && when.why !== 'time-missing');
  }
}

/** Keeps it and shows it. */
export function keepAndTell(talk: Talk, about: Absent, when: Times, text: string): void {
  if (talk.flow?.name === 'away') talk.flow = null;
  const entry = keepAway(talk, about, when, readAway(talk, text));
  if (entry === null) return;
  tellEntry(talk, entry, toldInWords(talk, entry));
}

function askWhich(talk: Talk, about: Absent, text: string, options: readonly Period[]): void {
  wait(talk, about, text);
  talk.tell({
    ...{ kind: 'ask', text: talk.say('away.ask-which'), hint: talk.say('away.hint-when'), picture: false },
    choices: [...options.map((period) => periodChoice(talk, period)), dropChoice(talk)],
  });
}

/** Nobody said until when, or it was not understood. */
function askUntil(talk: Talk, about: Absent, text: string, isFault: boolean): void {
  wait(talk, about, text);
  const now = talk.now.epochMilliseconds;
  const midnight = talk.now.startOfDay();
  const ends = [1, 2, 8 - talk.now.dayOfWeek].map((days) => midnight.add({ days }).epochMilliseconds);
  const periods = [...new Set(ends)].sort((a, b) => a - b).map((to) => ({ from: now, to }));
  const question = talk.say(isFault ? 'away.ask-again' : 'away.ask-until', { who: nameOf(talk, { about }) });
  talk.tell({
    ...{ kind: 'ask', text: question, hint: talk.say('away.hint-when'), picture: false },
    choices: [...periods.map((period) => periodChoice(talk, period)), dropChoice(talk)],
  });
}

function wait(talk: Talk, about: Absent, text: string): void {
  if (talk.flow?.name !== 'away') putAside(talk);
  talk.flow = { name: 'away', begun: talk.number, about, text };
}

function periodChoice(talk: Talk, { from, to }: Period) {
  return talk.offer(timesInWords(talk, from, to), { do: 'away-period', flow: talk.number, from, to });
}

function dropChoice(talk: Talk) {
  return talk.offer(talk.say('flow.cancel'), { do: 'drop', flow: talk.number }, 'quiet');
}

/** Somebody else's: nothing was kept. */
function tellNotYours(talk: Talk, who: string | null): void {
  if (who === null) return talk.note('away.not-your-unit', {}, 'warning');
  talk.note('away.not-your-person', { who }, 'warning');
}

/** Nothing hangs on it here: whom to tell instead. */
function tellNotKept(talk: Talk): void {
  if (talk.playbook.matters.has('absence')) return tellMatter(talk, 'absence');
  talk.note('away.not-kept');
}

/** One's own absences that are not over, and a form for another one. */
function tellOwn(talk: Talk): void {
  const now = talk.now.epochMilliseconds;
  const self = ownSelf(talk);
  if (!isKept(talk.playbook, { about: self }, talk.site)) return tellNotKept(talk);
  const { user } = talk.event.from;
  const own = bookOf(talk).entries.filter(
    (entry) =>
      entry.end > now &&
      entry.end > entry.start &&
      (isSame(entry, { about: self }) || entry.by.user === user),
  );
  // Of what comes again the next time stands for all.
  const shown = own.filter(
    ({ series }, i) => series === null || own.findIndex((other) => other.series === series) === i,
  );
  for (const entry of shown.slice(0, MOST_SHOWN)) tellEntry(talk, entry);
  tellForm(talk, null);
}
