import { plain } from '../../understanding/text.ts';

/** What was read of a line is blanked by these, so that places stay: a date, and anything else. */
const DATE_MARK = '\u0001';
const USED = '\u0002';
export const MARKS = { date: DATE_MARK, used: USED } as const;

/** Some text of a line that was read, by its place. */
export interface Taken {
  readonly at: number;
  readonly groups: readonly (string | undefined)[];
}

/**
 * A line that is read bit by bit: what was understood is taken out, and what is left at the end was not. Works on small
 * letters without accents, as people in a hurry write.
 */
export class Line {
  readonly #spelt: readonly string[];
  readonly #folded: string[];

  constructor(text: string) {
    this.#spelt = [...text.normalize('NFC')];
    this.#folded = this.#spelt.map(folded);
  }

  /** What is left, folded; what was taken stands as marks. */
  get rest(): string {
    return this.#folded.join('');
  }

  /** What is left, as it was written. */
  get restSpelt(): string {
    return this.#spelt.map((letter, i) => (isMark(this.#folded[i] ?? '') ? ' ' : letter)).join('');
  }

  /** Takes the first place where a pattern fits out of the line. */
  take(pattern: RegExp, mark: string = USED): Taken | null {
    const found = pattern.exec(this.rest);
    if (found === null) return null;
    // Folding keeps one letter for one, so that places are the same as in the text; letters beyond 16 bits are one mark.
    for (let i = found.index; i < found.index + found[0].length; i++) this.#folded[i] = mark;
    return { at: found.index, groups: found.slice(1) };
  }

  /** Takes a name out of the line wherever it stands as a whole, so that nothing in it is read as anything else. */
  takeName(name: string): boolean {
    const words = [...name.normalize('NFC')].map(folded).join('');
    if (words.trim() === '') return false;
    const pattern = new RegExp(`(?<![\\p{L}\\d])${RegExp.escape(words)}(?![\\p{L}\\d])`, 'u');
    let isThere = false;
    while (this.take(pattern) !== null) isThere = true;
    return isThere;
  }
}

function folded(letter: string): string {
  const [first = ' ', ...more] = plain(letter);
  return more.length > 0 || first.length > 1 ? '?' : first;
}

function isMark(letter: string): boolean {
  return letter === DATE_MARK || letter === USED;
}
