const MOST_LETTERS = 48;
const ROW = MOST_LETTERS + 1;
/** Rows of the table below, kept so that nothing is made anew for each of thousands of words. */
const TABLE = new Uint8Array(ROW * ROW);

/**
 * How many slips are between two words: a letter missing, too many, another, or swapped with the next.
 * @param most so many are of interest
 * @returns `most + 1` for all that is more
 */
export function slipsBetween(a: string, b: string, most: number): number {
  const [rows, columns] = [a.length, b.length];
  if (Math.abs(rows - columns) > most || rows > MOST_LETTERS || columns > MOST_LETTERS) return most + 1;
  for (let j = 0; j <= columns; j++) TABLE[j] = j;
  for (let i = 1; i <= rows; i++) {
    const least = fillRow(a, b, i);
    if (least > most) return most + 1;
  }
  return Math.min(TABLE[rows * ROW + columns] ?? 0, most + 1);
}

/** @returns the least of the row: no later one is less */
function fillRow(a: string, b: string, i: number): number {
  const [at, above] = [i * ROW, (i - 1) * ROW];
  const letter = a.charCodeAt(i - 1);
  TABLE[at] = i;
  let least = i;
  for (let j = 1; j <= b.length; j++) {
    const same = letter === b.charCodeAt(j - 1);
    let slips = Math.min(
      (TABLE[above + j] ?? 0) + 1,
      (TABLE[at + j - 1] ?? 0) + 1,
      (TABLE[above + j - 1] ?? 0) + (same ? 0 : 1),
    );
    const isSwapped =
      i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
    if (isSwapped) slips = Math.min(slips, (TABLE[at - 2 * ROW + j - 2] ?? 0) + 1);
    TABLE[at + j] = slips;
    if (slips < least) least = slips;
  }
  return least;
}

/** Which letters a word has, as bits: words that are few slips apart differ in few of them. */
export function lettersIn(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

/** How many bits are set. */
export function bitsIn(number: number): number {
  let bits = number - ((number >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
