import type { Pattern, Slot, WordSlot } from './pattern.ts';
import type { Reading, ReadWord } from './reading.ts';

const WIDEST_GAP = 4;

/** Where a pattern stands in a text: the places of its words, and how many of them were guessed. */
export interface Found {
  readonly places: readonly number[];
  /** Those of the places that are there as a service only, not as a word of the pattern. */
  readonly asService: readonly number[];
  readonly guessed: number;
}

const NOTHING_MORE: Found = { places: [], asService: [], guessed: 0 };

/** The first place where a pattern fits, or null. */
export function find(pattern: Pattern, reading: Reading): Found | null {
  if (!mayStandIn(pattern, reading)) return null;
  const first = pattern.anchored ? reading.start : 0;
  const last = pattern.anchored ? reading.start : reading.words.length - 1;
  for (let at = first; at <= last; at++) {
    const found = matchFrom(pattern.slots, 0, reading, at);
    if (found !== null) return found;
  }
  return null;
}

/** Whether each word that the pattern cannot do without is anywhere in the text. */
function mayStandIn(pattern: Pattern, reading: Reading): boolean {
  for (const stems of pattern.needed) if (!hasOne(stems, reading.stems)) return false;
  return true;
}

function hasOne(wanted: ReadonlySet<string>, stems: ReadonlySet<string>): boolean {
  for (const stem of wanted) if (stems.has(stem)) return true;
  return false;
}

function matchFrom(slots: readonly Slot[], index: number, reading: Reading, at: number): Found | null {
  const slot = slots[index];
  if (slot === undefined) return NOTHING_MORE;
  if (slot.kind === 'gap') return matchAfterGap(slots, index + 1, reading, at);
  const found = matchWord(slot, slots, index, reading, at);
  return found === null && slot.optional ? matchFrom(slots, index + 1, reading, at) : found;
}

function matchAfterGap(slots: readonly Slot[], index: number, reading: Reading, at: number): Found | null {
  for (let skipped = 0; skipped <= WIDEST_GAP; skipped++) {
    const found = matchFrom(slots, index, reading, at + skipped);
    if (found !== null) return found;
  }
  return null;
}

function matchWord(
  slot: WordSlot,
  slots: readonly Slot[],
  index: number,
  reading: Reading,
  at: number,
): Found | null {
  const word = reading.words[at];
  if (word === undefined) return null;
  const byWord = isOneOf(slot, word);
  if (!byWord && !(slot.service && reading.services.has(at))) return null;
  const after = matchFrom(slots, index + 1, reading, byWord ? at + 1 : afterService(reading, at));
  if (after === null) return null;
  return {
    places: [at, ...after.places],
    asService: byWord ? after.asService : [at, ...after.asService],
    guessed: after.guessed + (byWord && word.guessed ? 1 : 0),
  };
}

/** A service may be named by several words: all of them are one place. */
function afterService(reading: Reading, at: number): number {
  let next = at + 1;
  while (reading.services.has(next)) next++;
  return next;
}

function isOneOf(slot: WordSlot, word: ReadWord): boolean {
  return (
    slot.stems.has(word.stem) ||
    slot.spellings.has(word.spelt) ||
    slot.beginnings.some((beginning) => word.plain.startsWith(beginning)) ||
    slot.ends.some((end) => word.plain.endsWith(end))
  );
}
