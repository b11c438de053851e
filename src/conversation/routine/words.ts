import type { Contact, DatedHours } from '../../domain/contacts/contact.ts';
import type { HoursNotation } from '../../domain/hours/notation.ts';
import { inLanguage, type Language, type LocalText } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Routine, RoutineStep } from '../../domain/routines/routine.ts';
import { say } from '../../locales/say.ts';
import { type Audience, isHiddenFrom } from '../who/audience.ts';
import { hoursInWords, timesInWords } from '../words/hours.ts';
import { dayInWords } from '../words/moment.ts';
import { type PhoneInWords, phoneInWords } from '../words/phone.ts';

/** A contact as it stands on paper: no "until", but its hours in words. */
export interface PaperContact {
  readonly role: string;
  readonly phone: PhoneInWords | null;
  readonly email: string | null;
  readonly url: string | null;
  readonly where: string | null;
  /** The number is kept from this reader. */
  readonly hidden: boolean;
  readonly hours: readonly string[];
}

/** A step as it is shown. */
export interface StepInWords {
  readonly text: string;
  readonly contacts: readonly PaperContact[];
}

/** A routine as it is shown. */
export interface RoutineInWords {
  readonly name: string;
  readonly remarks: readonly string[];
  readonly steps: readonly StepInWords[];
  readonly afterwards: readonly StepInWords[];
}

/** Says a routine in a language. Plain text throughout: each channel escapes it. */
export function routineInWords(
  playbook: Playbook,
  routine: Routine,
  language: Language,
  audience: Audience,
): RoutineInWords {
  const local = (text: LocalText) => inLanguage(text, language, playbook.languages);
  const step = ({ text, contacts }: RoutineStep): StepInWords => ({
    text: local(text),
    contacts: contacts
      .map((id) => playbook.contacts.get(id))
      .filter((contact) => contact !== undefined)
      .map((contact) => paperContact(playbook, contact, language, audience)),
  });
  return {
    name: local(routine.name),
    remarks: remarksOf(playbook, routine, language),
    steps: routine.steps.map(step),
    afterwards: routine.afterwards.map(step),
  };
}

/** Dated hours on paper; more would hide the usual ones. */
const MOST_DATED = 12;

/**
 * A contact for paper. Numbers kept for critical matters are not for everybody (scenario D2).
 * @param from dated hours that are over by this day are left out; null: none are
 */
export function paperContact(
  playbook: Playbook,
  contact: Contact,
  language: Language,
  audience: Audience,
  from: Temporal.PlainDate | null = null,
): PaperContact {
  const hidden = isHiddenFrom(audience, contact);
  return {
    role: inLanguage(contact.role, language, playbook.languages),
    phone:
      contact.phone === null || hidden
        ? null
        : phoneInWords(contact.phone, playbook.country, contact.phoneShown),
    email: hidden ? null : contact.email,
    url: contact.url,
    where: contact.where === null ? null : inLanguage(contact.where, language, playbook.languages),
    hidden,
    hours: contact.phone === null ? [] : paperHours(playbook, contact, language, from),
  };
}

function paperHours(
  playbook: Playbook,
  { written, often }: Contact,
  language: Language,
  from: Temporal.PlainDate | null,
): string[] {
  const say24 = [say(language, 'hours.always')];
  const lines = (hours: HoursNotation | null) => (hours === null ? say24 : hoursInWords(hours, language));
  const dated = written.exceptions
    .filter(({ to }) => from === null || Temporal.PlainDate.compare(to, from) >= 0)
    .slice(0, MOST_DATED)
    .map((exception) => datedHours(playbook, exception, language));
  const reached =
    often === null ? [] : [say(language, 'hours.often', { hours: lines(written.often).join('; ') })];
  return [...lines(written.hours), ...reached, ...dated];
}

/** "24 June 2027: 08:00–16:00 (Open as usual)". */
function datedHours(
  playbook: Playbook,
  { from, to, spans, because }: DatedHours,
  language: Language,
): string {
  const day = (date: Temporal.PlainDate) =>
    dayInWords(date.toZonedDateTime(playbook.timezone), language, true);
  const days = from.equals(to) ? day(from) : say(language, 'hours.range', { from: day(from), to: day(to) });
  const line = say(language, 'hours.rule', { days, times: timesInWords(spans, language) });
  return because === null ? line : `${line} (${inLanguage(because, language, playbook.languages)})`;
}

function remarksOf(playbook: Playbook, routine: Routine, language: Language): string[] {
  const { when, roles, onlyWhenDeclared } = routine;
  const names = (roles ?? []).map((id) => playbook.roles.get(id)).filter((name) => name !== undefined);
  const whom = names.map((name) => inLanguage(name, language, playbook.languages)).join(', ');
  return [
    ...(onlyWhenDeclared ? [say(language, 'routine.only-declared')] : []),
    ...(when === null
      ? []
      : [say(language, 'routine.when', { when: inLanguage(when, language, playbook.languages) })]),
    say(language, 'routine.for', { who: whom === '' ? say(language, 'routine.everybody') : whom }),
  ];
}
