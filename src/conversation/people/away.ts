import { backAt, isUnderWay } from '../../domain/absence/book.ts';
import { type AwayEntry, NOBODY_AWAY } from '../../domain/absence/entry.ts';
import { awayNow } from '../../domain/absence/people.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import type { Found } from '../../domain/people/listing.ts';
import { startInWords } from '../flows/away/times.ts';
import type { Talk } from '../talk.ts';

/** The absence of somebody in the directory that is under way; null: none was told. */
export function absenceOfPerson(talk: Talk, found: Extract<Found, { kind: 'person' }>): AwayEntry | null {
  const { name, email } = found.person;
  const by = { email, name: found.isOnlyOne ? name : null };
  return awayNow(talk.away ?? NOBODY_AWAY, by, talk.now.epochMilliseconds);
}

/** What was told in the chat of a contact of the playbook. */
export function absenceOfContact(talk: Talk, contact: string): AwayEntry | null {
  const now = talk.now.epochMilliseconds;
  const found = talk.away?.entries.find(
    (entry) =>
      entry.about.kind === 'person' && entry.about.contacts.includes(contact) && isUnderWay(entry, now),
  );
  return found ?? null;
}

/** That somebody is away, until when, who takes their calls, and where they are reached in an emergency. */
export function personAway(talk: Talk, name: string, entry: AwayEntry): string[] {
  const back = backAt(talk.away?.entries ?? [], entry);
  const reason = reasonInWords(talk, entry) ?? talk.say('reason.announced-absence');
  const away = talk.say('contact.away-back', { role: name, reason, back: startInWords(talk, back) });
  return [away, ...coverOf(talk, entry), ...emergencyInWords(talk, entry)];
}

/** Why, for whoever may read it, in a chat of their own: for everybody else the entry says nothing. */
export function reasonInWords(talk: Talk, { reason }: AwayEntry): string | null {
  return reason === null || talk.event.room !== undefined ? null : talk.say(`away.reason-${reason}`);
}

export function emergencyInWords(talk: Talk, { emergency }: AwayEntry): string[] {
  return emergency === null ? [] : [talk.say('away.unmanned-reached', { where: emergency })];
}

/** The contact of the playbook who takes the calls. */
export function standInOf({ playbook }: Talk, { calls }: AwayEntry): Contact | undefined {
  return playbook.contacts.get(calls?.contact ?? '');
}

/** Somebody who is no contact has no number here: they are named as they were told. */
function coverOf(talk: Talk, entry: AwayEntry): string[] {
  const { calls } = entry;
  if (calls === null || standInOf(talk, entry) !== undefined) return [];
  return [`${talk.say('away.calls')}: ${calls.words}`];
}
