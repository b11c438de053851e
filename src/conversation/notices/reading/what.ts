import type { Playbook } from '../../../domain/organisation/playbook.ts';
import { isPartly, likeness, SURE } from '../../understanding/likeness.ts';
import { type Mention, mentionsIn } from '../../understanding/services.ts';
import { type Word, wordsOf } from '../../understanding/text.ts';
import { NotUnderstood } from './faults.ts';
import type { Line } from './line.ts';
import { ANYWHERE, EVERYTHING, FILLERS } from './words.ts';

/** What a text names. `services` null: none; empty: everything. `sites` undefined: none; null: everywhere. */
export interface Named {
  readonly services: readonly string[] | null;
  readonly sites: readonly string[] | null | undefined;
  /** Words that name nothing that is known. */
  readonly unknown: readonly string[];
}

const SURE_ENOUGH = 0.6;
/** Two services that fit the same words about as well: neither is taken. */
const APART = 0.06;

interface SiteMention {
  readonly site: string;
  readonly places: readonly number[];
  readonly sureness: number;
}

/**
 * The services and sites that the rest of a line names, with misspellings.
 * @throws NotUnderstood if some words may mean one or the other
 */
export function namedIn(playbook: Playbook, line: Line): Named {
  const anywhere = line.take(ANYWHERE) !== null;
  const everything = line.take(EVERYTHING) !== null;
  const words = wordsOf(line.restSpelt);
  const places = siteMentions(playbook, words);
  const certain = places.filter(({ sureness }) => sureness >= SURE.bent);
  const taken = new Set(certain.flatMap((mention) => mention.places));
  const services = chosenServices(playbook, words, taken);
  for (const place of services.flatMap((mention) => mention.places)) taken.add(place);
  const likely = places.filter(
    ({ places: at, sureness }) => sureness < SURE.bent && at.every((place) => !taken.has(place)),
  );
  for (const place of likely.flatMap((mention) => mention.places)) taken.add(place);
  const sites = [...new Set([...certain, ...likely].map(({ site }) => site))];
  const ids = [...new Set(services.map(({ service }) => service))];
  return {
    services: ids.length > 0 ? ids : everything ? [] : null,
    sites: sites.length > 0 ? sites : anywhere ? null : undefined,
    unknown: words.flatMap(({ spelt, plain }, at) => (taken.has(at) || FILLERS.has(plain) ? [] : [spelt])),
  };
}

/** A name of a service or a site, as somebody may write it. */
interface Name {
  readonly text: string;
  readonly service: string | null;
  readonly site: string | null;
}

const known = new WeakMap<Playbook, readonly Name[]>();

/**
 * Takes what is named word for word out of a line, before anything in it is read as a time: "Windows 11". Longer names
 * come first; one that is two things' name is left for whoever asks what is meant.
 */
export function takeNames(playbook: Playbook, line: Line): { services: string[]; sites: string[] } {
  const names = known.get(playbook) ?? namesOf(playbook);
  known.set(playbook, names);
  const found = names.filter(({ text }) => line.takeName(text));
  return {
    services: [...new Set(found.flatMap(({ service }) => service ?? []))],
    sites: [...new Set(found.flatMap(({ site }) => site ?? []))],
  };
}

function namesOf({ services, sites }: Playbook): readonly Name[] {
  const all: Name[] = [
    ...[...services.values()].flatMap(({ id, name, aliases }) =>
      [...Object.values(name), ...Object.values(aliases).flat()].flatMap((text) =>
        text === undefined ? [] : [{ text, service: id, site: null }],
      ),
    ),
    ...[...sites.values()].flatMap(({ id, name }) =>
      Object.values(name).map((text) => ({ text, service: null, site: id })),
    ),
  ];
  const owners = Map.groupBy(all, ({ text }) => text.toLowerCase());
  const isOnes = ({ text, service, site }: Name): boolean =>
    owners.get(text.toLowerCase())?.every((name) => name.service === service && name.site === site) ?? false;
  return all.filter(isOnes).sort((a, b) => b.text.length - a.text.length);
}

/** The best reading of each stretch of words; those of a longer name come first. */
function chosenServices(playbook: Playbook, words: readonly Word[], taken: ReadonlySet<number>): Mention[] {
  const mentions = mentionsIn(playbook, words).filter(
    ({ sureness, places }) => sureness >= SURE_ENOUGH && places.every((place) => !taken.has(place)),
  );
  const chosen: Mention[] = [];
  for (const mention of mentions) {
    const overlaps = chosen.filter(({ places }) => places.some((place) => mention.places.includes(place)));
    const [rival] = overlaps;
    if (rival === undefined) chosen.push(mention);
    else if (isRival(mention, rival)) throw unclear(playbook, [rival, mention]);
  }
  return chosen;
}

function isRival(mention: Mention, chosen: Mention): boolean {
  return (
    mention.service !== chosen.service &&
    chosen.sureness - mention.sureness < APART &&
    mention.places.length === chosen.places.length
  );
}

function unclear({ services, languages }: Playbook, mentions: readonly Mention[]): NotUnderstood {
  const names = mentions.map(({ service }) => services.get(service)?.name[languages[0]] ?? service);
  return new NotUnderstood('unclear-what', names.join(', '));
}

/** Every naming of a site, of several words where its name has several; the longest first. */
function siteMentions({ sites }: Playbook, words: readonly Word[]): SiteMention[] {
  const found = [...sites.values()].flatMap(({ id, name }) => {
    const names = new Set(Object.values(name));
    return [...names].flatMap((text) => mentionsOfSite(id, wordsOf(text), words));
  });
  const ordered = found.sort((a, b) => b.places.length - a.places.length || b.sureness - a.sureness);
  const chosen: SiteMention[] = [];
  for (const mention of ordered) {
    const isTaken = chosen.some(({ places }) => places.some((place) => mention.places.includes(place)));
    if (!isTaken) chosen.push(mention);
  }
  return chosen;
}

function mentionsOfSite(site: string, name: readonly Word[], words: readonly Word[]): SiteMention[] {
  if (name.length === 0) return [];
  return words.flatMap((_, at) => {
    const rates = name.map((meant, i) => likenessTo(words[at + i], meant));
    const sureness = Math.min(...rates);
    return sureness === 0 ? [] : [{ site, places: name.map((__, i) => at + i), sureness }];
  });
}

/** A word that only holds the name is another one: "Tierpsbyggen" is not Tierp. */
function likenessTo(word: Word | undefined, meant: Word): number {
  const rated = word === undefined ? 0 : likeness(word.plain, meant.plain);
  return isPartly(rated) ? 0 : rated;
}
