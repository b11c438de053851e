import { LANGUAGES } from '../../domain/organisation/language.ts';
import { NOT_THE_THING } from './lexicon/things.ts';
import { near } from './near.ts';
import { remembering } from './remember.ts';
import { stem } from './stem.ts';
import { plain } from './text.ts';

/** How sure it is that a written word is a word meant, from 0 to 1. */
export const SURE = { same: 1, bent: 0.95, compound: 0.8, head: 0.78, mistyped: 0.7 } as const;

const ENDINGS = new Set(
  'n en et t a e s r er or ar na ne ene erna arna orna ens ets ernas arnas in m tje tjes nes'.split(' '),
);
const OTHER_THINGS = new Set(plain(NOT_THE_THING).split(/\s+/));
const SHORTEST_PART = 4;
const SHORTEST_REST = 3;

/** How much a written word is like a word that is meant: the same, bent, a compound with it, or mistyped. */
export function likeness(written: string, meant: string): number {
  if (written === meant) return SURE.same;
  if (isBent(written, meant)) return SURE.bent;
  if (beginsWith(written, meant)) return SURE.compound;
  if (isHead(written, meant)) return SURE.head;
  return near(written, meant) && !isOtherThing(written, meant) ? SURE.mistyped : 0;
}

/** Whether a word is only a part of the written one. */
export function isPartly(rated: number): boolean {
  return rated === SURE.compound || rated === SURE.head;
}

function isBent(written: string, meant: string): boolean {
  if (written.startsWith(meant) && ENDINGS.has(written.slice(meant.length))) return true;
  if (meant.length < SHORTEST_PART || written[0] !== meant[0]) return false;
  return LANGUAGES.some((language) => stem(language, written) === stem(language, meant));
}

/** "mailservern" is about mail. */
function beginsWith(written: string, meant: string): boolean {
  const part = shortStem(meant);
  if (part.length < SHORTEST_PART || written.length - part.length < SHORTEST_REST) return false;
  return written.startsWith(part) && !isOtherThing(written, part);
}

/** "skolskrivaren" is a printer. */
function isHead(written: string, meant: string): boolean {
  return endsWith(written, shortStem(meant)) || endsWith(written, meant);
}

function endsWith(written: string, part: string): boolean {
  if (part.length < SHORTEST_PART) return false;
  const at = written.lastIndexOf(part);
  if (at < SHORTEST_REST) return false;
  const rest = written.slice(at + part.length);
  return rest === '' || ENDINGS.has(rest);
}

function isOtherThing(written: string, part: string): boolean {
  const rest = written.slice(part.length);
  return OTHER_THINGS.has(rest) || OTHER_THINGS.has(rest.slice(1)) || OTHER_THINGS.has(rest.slice(2));
}

/** The shortest stem that any of the languages makes of a word, but never so short that it is in everything. */
const shortStem = remembering((meant) => {
  const stems = LANGUAGES.map((language) => stem(language, meant)).filter(
    (short) => short.length >= SHORTEST_PART && meant.startsWith(short),
  );
  return stems.sort((a, b) => a.length - b.length)[0] ?? meant;
});
