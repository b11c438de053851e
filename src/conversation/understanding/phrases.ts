import { LANGUAGES, type Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Service } from '../../domain/organisation/site.ts';
import { LOST_THINGS, THINGS } from './lexicon/things.ts';
import { plain } from './text.ts';

/** One way to name a service. */
export interface Phrase {
  readonly service: string;
  readonly words: readonly string[];
  /** A name of its own, such as IntraPhone, tells more than the name of a kind of thing, such as computer. */
  readonly ownName: boolean;
}

/** The things that a playbook's services are. */
export interface ServiceThing {
  readonly service: string;
  readonly thing: string;
  readonly words: ReadonlySet<string>;
}

/** Everything that an organisation's services are called. */
export interface ServiceWords {
  readonly phrases: readonly Phrase[];
  readonly things: readonly ServiceThing[];
  /** The places of phrases in the list, by their words written as one. */
  readonly joined: ReadonlyMap<string, readonly number[]>;
}

const SMALL_WORDS = new Set(['the', 'a', 'de', 'het', 'og', 'och', 'en', 'and']);
const AND = /\s+(?:och|og|en|and|&)\s+|[,/]/u;
const thingWords = THINGS.map((thing) => ({ thing, words: new Set(plain(thing).split(/\s+/)) }));
const known = new WeakMap<Playbook, ServiceWords>();

/** What the services of an organisation are called, in all its languages. */
export function serviceWords(playbook: Playbook): ServiceWords {
  const words = known.get(playbook) ?? serviceWordsOf(playbook);
  known.set(playbook, words);
  return words;
}

function serviceWordsOf(playbook: Playbook): ServiceWords {
  const phrases = [...playbook.services.values()].flatMap((service) =>
    names(service).map((words) => ({ service: service.id, words, ownName: isOwnName(words) })),
  );
  const things = thingWords.flatMap(({ thing, words }) =>
    phrases
      .filter((phrase) => phrase.words.length === 1 && words.has(phrase.words[0] ?? ''))
      .map(({ service }) => ({ service, thing, words })),
  );
  const joined = Map.groupBy(phrases.keys(), (index) => phrases[index]?.words.join('') ?? '');
  return { phrases, things: [...things, ...standIns(things)], joined };
}

/** Where an organisation tells mobile phones from others by no service of their own, either word means the one that there is. */
function standIns(things: readonly ServiceThing[]): readonly ServiceThing[] {
  const of = (thing: string): readonly ServiceThing[] => things.filter((known) => known.thing === thing);
  const [mobile, phone] = LOST_THINGS;
  const missing = of(mobile).length === 0 ? mobile : of(phone).length === 0 ? phone : null;
  if (missing === null) return [];
  const words = new Set(plain(missing).split(/\s+/));
  return of(missing === mobile ? phone : mobile).map(({ service }) => ({ service, thing: missing, words }));
}

function names(service: Service): readonly (readonly string[])[] {
  const written = LANGUAGES.flatMap((language: Language) => [
    service.name[language] ?? '',
    ...(service.aliases[language] ?? []),
  ]);
  const parts = written.flatMap((name) => name.split(AND));
  const phrases = parts.map((part) => plainWords(part).filter((word) => !SMALL_WORDS.has(word)));
  return [...new Set(phrases.map((words) => words.join(' ')))]
    .filter((words) => words !== '')
    .map((words) => words.split(' '));
}

function plainWords(text: string): readonly string[] {
  return plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isOwnName(words: readonly string[]): boolean {
  return words.some((word) => !thingWords.some((thing) => thing.words.has(word)));
}
