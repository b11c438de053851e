import type { Contact } from '../../domain/contacts/contact.ts';
import type { HoursNotation } from '../../domain/hours/notation.ts';
import { inLanguage, type Language, type LocalText } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Routine, RoutineStep } from '../../domain/routines/routine.ts';
import { say } from '../../locales/say.ts';
import { type Audience, isHiddenFrom } from '../who/audience.ts';
import { hoursInWords } from '../words/hours.ts';
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

/** A contact for paper. Numbers kept for critical matters are not for everybody (scenario D2). */
export function paperContact(
  playbook: Playbook,
  contact: Contact,
  language: Language,
  audience: Audience,
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
    hours: contact.phone === null ? [] : paperHours(contact, language),
  };
}

function paperHours({ written, often }: Contact, language: Language): string[] {
  const say24 = [say(language, 'hours.always')];
  const lines = (hours: HoursNotation | null) => (hours === null ? say24 : hoursInWords(hours, language));
  if (often === null) return lines(written.hours);
  return [...lines(written.hours), say(language, 'hours.often', { hours: lines(written.often).join('; ') })];
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
