import type { AgreedEntry, OnCallFor } from '../../../domain/absence/entry.ts';
import type { MatterClass } from '../../../domain/contacts/contact.ts';
import type { Playbook } from '../../../domain/organisation/playbook.ts';
import type { Talk } from '../../talk.ts';
import { plain } from '../../understanding/text.ts';
import { className } from '../../words/class-name.ts';
import { isNamed } from './read.ts';

/** For all that the contact may be called for. */
export const EVERYTHING: OnCallFor = { classes: null, services: null, sites: null };

const NOT_CRITICAL =
  /(?:inte|ikke|niet|not|non)[ -](?:kritisk|akut|bradskande|kritiek|dringend|urgent|critical)|vanliga arenden|vanlige saker|gewone (?:zaken|meldingen)|ordinary matters/u;
const CRITICAL = /kritisk|akut|bradskande|haster|kritiek|dringend|urgent|critical/u;

/** What an agreement is for, and the words without the names that say so: their numbers are no times. */
export function whatIn(talk: Talk, text: string, contact: string): { what: OnCallFor; rest: string } {
  const { playbook } = talk;
  let rest = text;
  const named = <T>(
    all: ReadonlyMap<string, T>,
    wordsOf: (each: T) => readonly string[],
  ): readonly string[] | null => {
    const found = [...all].filter(([, each]) => wordsOf(each).some((word) => isNamed(text, { en: word })));
    for (const [, each] of found) for (const word of wordsOf(each)) rest = without(rest, word);
    return found.length === 0 ? null : found.map(([id]) => id);
  };
  const sites = named(playbook.sites, ({ name }) => Object.values(name));
  const services = named(playbook.services, ({ name, aliases }) => [
    ...Object.values(name),
    ...Object.values(aliases).flatMap((each) => each ?? []),
  ]);
  const what = { classes: classesIn(playbook, rest), services, sites };
  return { what: allowed(playbook, contact, what), rest };
}

/** Direct numbers that are kept for one class are handed out for no other (scenario D2), whatever was agreed. */
export function allowed({ contacts }: Playbook, contact: string, what: OnCallFor): OnCallFor {
  const kept = contacts.get(contact)?.usedFor ?? null;
  return kept === null ? what : { ...what, classes: [kept] };
}

/** "For: critical; mail; the school"; nothing: for everything. */
export function whatInWords(talk: Talk, agreed: AgreedEntry): string[] {
  const { playbook, language } = talk;
  const { classes = null, services = null, sites = null } = agreed;
  const parts = [
    (classes ?? []).map((each) => className(playbook, each, language)),
    (services ?? []).map((id) => talk.serviceName(id) ?? id),
    (sites ?? []).map((id) => talk.siteName(id) ?? id),
  ];
  const words = parts.filter((part) => part.length > 0).map((part) => part.join(', '));
  return words.length === 0 ? [] : [talk.say('away.on-call-what', { what: words.join('; ') })];
}

function classesIn({ classes }: Playbook, text: string): readonly MatterClass[] | null {
  const own = (each: MatterClass): boolean => isNamed(text, classes.get(each)?.name ?? undefined);
  const words = plain(text);
  // The word for what is not critical may hold the one for what is.
  if (own('normal') || NOT_CRITICAL.test(words)) return ['normal'];
  return own('critical') || CRITICAL.test(words) ? ['critical'] : null;
}

function without(text: string, word: string): string {
  return text.replace(new RegExp(`(?<!\\p{L})${RegExp.escape(word)}(?!\\p{L})`, 'giu'), ' ');
}
