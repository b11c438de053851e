import type { AnsweredContact } from '../../domain/contacts/answer.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import { contactsAt, instantIn } from '../../domain/contacts/who.ts';
import { parseHours } from '../../domain/hours/parse.ts';
import { maySeeReasons } from '../../domain/people/access.ts';
import type { Found, SearchResult } from '../../domain/people/listing.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Talk } from '../talk.ts';
import type { AnswerInWords, ContactInWords } from '../who/answer-in-words.ts';
import { hoursInWords } from '../words/hours.ts';
import { fullMoment, momentInWords } from '../words/moment.ts';
import { phoneInWords } from '../words/phone.ts';
import {
  absenceOfContact,
  absenceOfPerson,
  emergencyInWords,
  personAway,
  reasonInWords,
  standInOf,
} from './away.ts';

const NO_WAY = { phone: null, extension: null, email: null, url: null, until: '', remarks: [] } as const;

/** Whom a search found, with their numbers to tap. */
export function foundInWords(talk: Talk, { found, more }: SearchResult, typed: string): AnswerInWords {
  return {
    title: talk.say('people.title'),
    matter: typed,
    status: talk.say('people.found', { count: found.length }),
    tone: isAway(talk, found[0]) ? 'limited' : 'open',
    ...{ emergency: null, skipped: [], last: null },
    steps: [
      {
        ...{ lead: null, receipt: null },
        heading: talk.say('people.reach'),
        remarks: more === 0 ? [] : [talk.say('people.more', { count: more })],
        contacts: found.flatMap((each) => entryInWords(talk, each)),
      },
    ],
    holds: talk.say('people.may-be-old'),
    asOf: talk.say('who.checked-at', { at: fullMoment(talk.now, talk.language) }),
  };
}

/** Whether the likeliest cannot be reached now. */
function isAway(talk: Talk, found: Found | undefined): boolean {
  if (found?.kind === 'person') return absenceOfPerson(talk, found) !== null;
  if (found === undefined) return false;
  return contactsAt(talk.playbook, [found.contact], talk.now)[0]?.available === false;
}

function entryInWords(talk: Talk, found: Found): ContactInWords[] {
  return found.kind === 'person' ? personInWords(talk, found) : contactInWords(talk, found.contact);
}

function personInWords(talk: Talk, found: Extract<Found, { kind: 'person' }>): ContactInWords[] {
  const { person } = found;
  const { name, role, unit, phone, extension, privatePhone, email } = person;
  const about = [role, unit].filter((part) => part !== null).join(', ');
  const away = absenceOfPerson(talk, found);
  const own: ContactInWords = {
    ...NO_WAY,
    role: name,
    phone: phone === null ? null : phoneInWords(phone, talk.playbook.country),
    extension: extensionInWords(talk, extension),
    email,
    remarks: [
      ...(away === null ? [] : personAway(talk, name, away)),
      ...(about === '' ? [] : [about]),
      ...servicesInWords(talk, person),
      ...hoursOf(talk, person),
    ],
  };
  const stand = away === null ? undefined : standInOf(talk, away);
  const both = stand === undefined ? [own] : [own, standInInWords(talk, stand, name)];
  // In a channel others read along, whatever the reader may see.
  if (privatePhone === null || talk.event.room !== undefined) return both;
  const role_ = talk.say('people.private', { name });
  return [...both, { ...NO_WAY, role: role_, phone: phoneInWords(privatePhone, talk.playbook.country) }];
}

function servicesInWords(talk: Talk, { services }: Person): string[] {
  return services.length === 0 ? [] : [talk.say('people.services', { services: services.join(', ') })];
}

function hoursOf(talk: Talk, { hours }: Person): string[] {
  if (hours === null) return [];
  return [talk.say('people.hours', { hours: hoursInWords(parseHours(hours), talk.language).join('; ') })];
}

function extensionInWords(talk: Talk, extension: string | null): string | null {
  return extension === null ? null : talk.say('contact.extension', { extension });
}

/** A contact of the playbook, whether it answers now, and who stands in for it. */
function contactInWords(talk: Talk, id: string): ContactInWords[] {
  const [at] = contactsAt(talk.playbook, [id], talk.now);
  if (at === undefined) return [];
  const { contact } = at;
  const told = absenceOfContact(talk, id);
  const own: ContactInWords = {
    ...waysOf(talk, contact),
    role: talk.local(contact.role),
    until:
      at.available && at.until !== null ? talk.say('contact.until', { until: momentOf(talk, at.until) }) : '',
    remarks: [
      ...awayInWords(talk, at),
      ...(told === null ? [] : emergencyInWords(talk, told)),
      ...servesInWords(talk, id),
      ...writtenHours(talk, contact),
      ...noteOf(talk, contact),
    ],
  };
  const stand = at.available
    ? undefined
    : talk.playbook.contacts.get(absenceOf(talk, id)?.standIn ?? contact.standIn ?? '');
  if (stand === undefined) return [own];
  return [own, standInInWords(talk, stand, talk.local(contact.role))];
}

function standInInWords(talk: Talk, stand: Contact, away: string): ContactInWords {
  const role = talk.say('people.stands-in', { name: talk.local(stand.role), for: away });
  return { ...waysOf(talk, stand), role };
}

function waysOf(
  talk: Talk,
  { phone, phoneShown, extension, email, url }: Contact,
): Omit<ContactInWords, 'role'> {
  return {
    ...NO_WAY,
    phone: phone === null ? null : phoneInWords(phone, talk.playbook.country, phoneShown),
    extension: extensionInWords(talk, extension),
    ...{ email, url },
  };
}

function servesInWords(talk: Talk, id: string): string[] {
  const services = [...(talk.playbook.directory?.services.values() ?? [])].filter(({ contacts }) =>
    contacts.includes(id),
  );
  if (services.length === 0) return [];
  return [talk.say('people.services', { services: services.map(({ name }) => talk.local(name)).join(', ') })];
}

function awayInWords(talk: Talk, { contact, available, often, reason, until }: AnsweredContact): string[] {
  if (available) return often ? [talk.say('contact.often-always')] : [];
  const because = absenceOf(talk, contact.id)?.because ?? null;
  const told = absenceOfContact(talk, contact.id);
  const why = told === null ? null : reasonInWords(talk, told);
  const values = {
    role: talk.local(contact.role),
    reason: because === null ? (why ?? talk.say(`reason.${reason}`)) : talk.local(because),
  };
  if (until === null) return [talk.say('contact.away', values)];
  return [talk.say('contact.away-back', { ...values, back: momentOf(talk, until) })];
}

/** The absence that is under way; why it is only for those who may read that. */
function absenceOf(talk: Talk, id: string) {
  const { playbook, event, now } = talk;
  const at = now.epochMilliseconds;
  const found = playbook.announcements.absences.find(
    ({ contact, start, end }) => contact === id && start <= at && at < end,
  );
  if (found === undefined) return null;
  const told = event.room === undefined && maySeeReasons(playbook, event.from, event.known.identity);
  return { standIn: found.standIn, because: told ? found.because : null };
}

function writtenHours(talk: Talk, { written: { hours } }: Contact): string[] {
  if (hours === null) return [];
  return [talk.say('people.hours', { hours: hoursInWords(hours, talk.language).join('; ') })];
}

function noteOf(talk: Talk, { note }: Contact): string[] {
  return note === null ? [] : [talk.local(note)];
}

function momentOf(talk: Talk, at: number): string {
  return momentInWords(instantIn(talk.playbook, at) ?? talk.now, talk.now, talk.language);
}
