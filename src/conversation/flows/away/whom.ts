import type { Absent } from '../../../domain/absence/entry.ts';
import {
  heldAlone,
  heldWithOthers,
  ledSites,
  mayTellOf,
  mayTellOfPerson,
} from '../../../domain/absence/people.ts';
import type { Person } from '../../../domain/people/person.ts';
import type { Talk } from '../../talk.ts';
import { plain } from '../../understanding/text.ts';
import { ownSelf } from './keep.ts';
import { isNamed, readAway, saysAway, saysUnmanned } from './read.ts';

/** Whose absence somebody tells of; `none`: of nobody of whom they may. */
export type Meant =
  | { readonly kind: 'about'; readonly about: Absent }
  | { readonly kind: 'none'; readonly who: string | null };

const IS = '(?:är|blir|er|blir|is|will be)';
/** "Lisa Berg är sjuk": somebody else is the subject. What begins so and is no person is left out below. */
const SOMEBODY_IS = new RegExp(
  `^\\s*(\\p{Lu}[\\p{L}-]*(?:\\s+\\p{Lu}[\\p{L}-]*){0,3})\\s+${IS}\\s+(?!jag|jeg|ik|i|vi|we)`,
  'u',
);
const NO_PERSON =
  /^(?:jag|jeg|ik|i|vi|we|det|dat|it|idag|i dag|nu|nå|nu|today|vandaag|\p{L}*(?:barn|barnet|barna|kind|child|son|sonen|sønnen|sønn|dotter|dottern|datter|datteren|dochter|zoon))$/iu;

/** Whom it is about: a unit, somebody of whom the speaker may tell, or themselves. */
export function aboutIn(talk: Talk, text: string): Meant {
  if (saysUnmanned(text)) {
    const site = unitMeant(talk, text);
    return site === null ? { kind: 'none', who: null } : { kind: 'about', about: { kind: 'unit', site } };
  }
  const words = readAway(talk, text).when;
  const contact = contactMeant(talk, words);
  if (contact !== null) return { kind: 'about', about: ofContact(contact) };
  const person = personMeant(talk, words);
  if (person !== null) return ofPerson(talk, person);
  const who = somebodyElse(talk, words);
  return who === null ? { kind: 'about', about: ownSelf(talk) } : { kind: 'none', who };
}

function ofContact(contact: string): Absent {
  return { kind: 'person', user: null, name: null, email: null, contacts: [contact] };
}

/** The unit that is meant of those that the speaker may report; null: none, or it is not clear which. */
function unitMeant(talk: Talk, text: string): string | null {
  const led = ledSites(talk.playbook, talk.event.from, talk.event.known.identity);
  const named = led.find((id) => isNamed(text, talk.playbook.sites.get(id)?.name));
  if (named !== undefined) return named;
  return led.find((id) => id === talk.site) ?? (led.length === 1 ? (led[0] ?? null) : null);
}

/** A contact other than their own of which the speaker may tell, and which they named. */
function contactMeant(talk: Talk, text: string): string | null {
  const { playbook, event } = talk;
  const own = heldAlone(playbook, event.from, event.known.identity);
  const may = mayTellOf(playbook, event.from, event.known.identity).filter((id) => !own.includes(id));
  return may.find((id) => isNamed(text, playbook.contacts.get(id)?.role)) ?? null;
}

/** Somebody of the directory whose whole name was written. */
function personMeant({ event, language }: Talk, text: string): Person | null {
  const found = (event.known.people?.found ?? []).flatMap((each) =>
    each.kind === 'person' && each.isOnlyOne ? [each.person] : [],
  );
  const own = plain(event.known.identity?.name ?? '');
  const person = found.find(({ name }) => plain(name) !== own && isNamed(text, { [language]: name }));
  return person ?? null;
}

function ofPerson(talk: Talk, { name, email, unit }: Person): Meant {
  const { playbook, event } = talk;
  if (!mayTellOfPerson(playbook, event.from, event.known.identity, unit)) return { kind: 'none', who: name };
  // What they hold is known by their address, as it is when they speak.
  const [nobody, identity] = [
    { desk: false, role: null },
    { name, email, phone: null, manager: null },
  ];
  const contacts = heldAlone(playbook, nobody, identity);
  const shared = heldWithOthers(playbook, nobody, identity);
  const address = email?.toLowerCase() ?? null;
  return { kind: 'about', about: { kind: 'person', user: null, name, email: address, contacts, shared } };
}

/** Somebody else of whom the speaker may not tell, or whom nobody knows: their absence is not the speaker's own. */
function somebodyElse({ playbook, event }: Talk, text: string): string | null {
  const own = heldAlone(playbook, event.from, event.known.identity);
  const others = [...playbook.contacts.values()].filter(({ id }) => !own.includes(id));
  const role = others
    .flatMap(({ role }) => Object.values(role))
    .find((name) =>
      plain(text)
        .trimStart()
        .startsWith(`${plain(name)} `),
    );
  if (role !== undefined) return role;
  const [, name = ''] = SOMEBODY_IS.exec(text) ?? [];
  // "Meeting is until 3" is about oneself.
  if (name === '' || NO_PERSON.test(name) || saysAway(name)) return null;
  return plain(name) === plain(event.known.identity?.name ?? '') ? null : name;
}
