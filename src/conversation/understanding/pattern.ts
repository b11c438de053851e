import type { Language } from '../../domain/organisation/language.ts';
import type { Patterns } from './lexicon/lexicon.ts';
import { stem } from './stem.ts';
import { plain } from './text.ts';

/** One place of a pattern: any of these words, a service, or up to some words of any kind. */
export type Slot = WordSlot | { readonly kind: 'gap' };

/** Any of some words, or a service. */
export interface WordSlot {
  readonly kind: 'word';
  readonly stems: ReadonlySet<string>;
  /** Words to be spelt just so, accents too. */
  readonly spellings: ReadonlySet<string>;
  readonly beginnings: readonly string[];
  readonly ends: readonly string[];
  readonly service: boolean;
  readonly optional: boolean;
}

/** A row of places to find in a text. */
export interface Pattern {
  readonly slots: readonly Slot[];
  /** Only at the beginning of what is said. */
  readonly anchored: boolean;
  /** For each place that can be filled by whole words only: those words. A text without one of them is not worth a search. */
  readonly needed: readonly ReadonlySet<string>[];
}

/** Every pattern of a list, with its words as stems of the language. */
export function patternsOf(language: Language, list: Patterns): readonly Pattern[] {
  return list
    .split(';')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => patternOf(language, text));
}

function patternOf(language: Language, text: string): Pattern {
  const anchored = text.startsWith('^');
  const parts = text.replace('^', '').trim().split(/\s+/);
  const slots = parts.map((part) => slotOf(language, part));
  return { anchored, slots, needed: slots.filter(isNeeded).map((slot) => slot.stems) };
}

function isNeeded(slot: Slot): slot is WordSlot {
  return (
    slot.kind === 'word' &&
    !slot.optional &&
    !slot.service &&
    slot.spellings.size === 0 &&
    slot.beginnings.length === 0 &&
    slot.ends.length === 0
  );
}

/** One part of a written pattern. */
function slotOf(language: Language, part: string): Slot {
  if (part === '*') return { kind: 'gap' };
  const optional = part.endsWith('?');
  const choices = (optional ? part.slice(0, -1) : part).split('|');
  return {
    kind: 'word',
    optional,
    service: choices.includes('§'),
    spellings: new Set(choices.filter((choice) => choice.startsWith('=')).map((choice) => choice.slice(1))),
    beginnings: choices.filter((choice) => choice.endsWith('~')).map((choice) => plain(choice.slice(0, -1))),
    ends: choices.filter((choice) => choice.startsWith('~')).map((choice) => plain(choice.slice(1))),
    stems: new Set(
      choices.filter((choice) => !/[~§=]/.test(choice)).map((choice) => stem(language, plain(choice))),
    ),
  };
}

/** The words that a list of patterns names, as they are spelt there, without accents. */
export function wordsIn(list: Patterns): readonly string[] {
  return list
    .split(/[\s;|?^]+/)
    .filter((word) => word !== '' && !/[~§*=]/.test(word))
    .map(plain);
}
