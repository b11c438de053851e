import type { Contact } from '../contacts/contact.ts';
import type { LocalText } from '../organisation/language.ts';
import type { Playbook } from '../organisation/playbook.ts';
import type { Person } from './person.ts';
import { type Hit, PeopleIndex, type Searched } from './search/people-index.ts';
import { searchWords } from './search/question.ts';

/** Somebody or something that a search found. Plain data. */
export type Found = {
  /** From 0 to 1. */
  readonly score: number;
  /** Every word that was written stands there. */
  readonly exact: boolean;
} & (
  | {
      readonly kind: 'person';
      readonly person: Person;
      /** Nobody else in the directory has the same name: they can be known by it. */
      readonly isOnlyOne: boolean;
    }
  | {
      readonly kind: 'contact';
      readonly contact: string;
    }
);

/** What a search came to. Plain data. */
export interface SearchResult {
  /** What was looked for, as it was written without the question around it. Empty: nothing was named. */
  readonly words: string;
  /** The likeliest first, at most `LISTING_LIMITS.found`. */
  readonly found: readonly Found[];
  /** How many more were as likely. */
  readonly more: number;
}

export const LISTING_LIMITS = { found: 5 } as const;

type Entry =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'contact'; readonly contact: string };

/** What is less likely than this part of the best is not shown beside it. */
const BESIDE_THE_BEST = 0.8;

/** All that an organisation's directory holds: the contacts of its playbook, and the people who were read in. Never changes. */
export class Listing {
  readonly #entries: readonly Entry[];
  readonly #index: PeopleIndex;
  /** How many have each name. */
  readonly #names = new Map<string, number>();

  constructor(playbook: Playbook, people: readonly Person[]) {
    const contacts = [...playbook.contacts.values()].filter(isListed);
    this.#entries = [
      ...contacts.map(({ id }) => ({ kind: 'contact', contact: id }) as const),
      ...people.map((person) => ({ kind: 'person', person }) as const),
    ];
    for (const { name } of people) this.#names.set(name, (this.#names.get(name) ?? 0) + 1);
    this.#index = new PeopleIndex([
      ...contacts.map((contact) => searchedContact(playbook, contact)),
      ...people.map(searchedPerson),
    ]);
  }

  get size(): number {
    return this.#entries.length;
  }

  /** Who is most likely meant by a question or a few words. */
  search(text: string): SearchResult {
    const { words, phrase } = searchWords(text);
    const hits = words === '' ? [] : this.#index.search(words);
    const best = hits[0]?.score ?? 0;
    const near = hits.filter(({ score }) => score >= best * BESIDE_THE_BEST);
    const found = near.slice(0, LISTING_LIMITS.found).flatMap((hit) => this.#found(hit));
    return { words: phrase, found, more: near.length - found.length };
  }

  #found({ entry: at, score, exact }: Hit): Found[] {
    const entry = this.#entries[at];
    if (entry === undefined) return [];
    if (entry.kind === 'contact') return [{ ...entry, score, exact }];
    return [{ ...entry, score, exact, isOnlyOne: this.#names.get(entry.person.name) === 1 }];
  }
}

/** Direct numbers that are kept for critical matters are in no directory (scenario D2), nor what has no way to be reached. */
function isListed({ usedFor, phone, email, extension, isOwnManager }: Contact): boolean {
  return usedFor !== 'critical' && !isOwnManager && (phone ?? email ?? extension) !== null;
}

function searchedPerson({ name, services, role, unit, extension }: Person): Searched {
  return { names: [name], services, roles: some(role), units: some(unit), extensions: some(extension) };
}

function searchedContact({ sites, directory }: Playbook, { id, role, extension }: Contact): Searched {
  const units = [...sites.values()].filter(({ contact, manager }) => contact === id || manager === id);
  const services = [...(directory?.services.values() ?? [])].filter(({ contacts }) => contacts.includes(id));
  return {
    names: texts(role),
    services: services.flatMap(({ name, aliases }) => [
      ...texts(name),
      ...Object.values(aliases).flatMap((each) => each ?? []),
    ]),
    ...{ roles: [], units: units.flatMap(({ name }) => texts(name)), extensions: some(extension) },
  };
}

function texts(text: LocalText): string[] {
  return [...new Set(Object.values(text))];
}

function some(text: string | null): string[] {
  return text === null ? [] : [text];
}
