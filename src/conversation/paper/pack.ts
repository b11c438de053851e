import { MATTER_CLASSES } from '../../domain/contacts/contact.ts';
import type { Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { say } from '../../locales/say.ts';
import { type PaperContact, paperContact, type RoutineInWords, routineInWords } from '../routine/words.ts';
import type { Audience } from '../who/audience.ts';
import { type ScheduleInWords, scheduleInWords } from './schedule.ts';

/** What is the same until somebody changes a routine or a number. */
export interface StandingWords {
  readonly organisation: string;
  readonly routines: readonly (RoutineInWords & { readonly id: string })[];
  readonly numbers: readonly PaperContact[];
}

/** The emergency pack in a person's words. Plain text throughout. */
export interface PackInWords extends StandingWords {
  readonly language: Language;
  /** Who answers in the coming days, by class. */
  readonly schedules: readonly ScheduleInWords[];
  readonly emergency: string | null;
}

/**
 * Routines and numbers as they stand on paper.
 * @param from dated hours that are over by this day are left out; null: none are
 */
export function standingWords(
  playbook: Playbook,
  language: Language,
  audience: Audience,
  from: Temporal.PlainDate | null,
): StandingWords {
  const contacts = [...playbook.contacts.values()].map((contact) =>
    paperContact(playbook, contact, language, audience, from),
  );
  return {
    organisation: playbook.name,
    routines: [...playbook.routines.values()].map((routine) => ({
      ...routineInWords(playbook, routine, language, audience),
      id: routine.id,
    })),
    numbers: contacts.filter(
      ({ phone, email, url, hidden }) => phone !== null || email !== null || url !== null || hidden,
    ),
  };
}

/** Everything that has to be on paper when nothing works (scenario A6): routines, numbers, who answers when. */
export function packInWords(
  playbook: Playbook,
  language: Language,
  audience: Audience,
  now: Temporal.ZonedDateTime,
): PackInWords {
  const { emergency } = playbook;
  return {
    ...standingWords(playbook, language, audience, now.toPlainDate()),
    language,
    schedules: alike(
      MATTER_CLASSES.map((matterClass) =>
        scheduleInWords(playbook, { class: matterClass, language, audience, now }),
      ),
    ),
    emergency: emergency === null ? null : say(language, 'emergency.text', { phone: emergency }),
  };
}

/** Classes that have the same rows are told together. */
function alike(schedules: readonly ScheduleInWords[]): ScheduleInWords[] {
  const groups = Map.groupBy(schedules, ({ rows }) => JSON.stringify(rows));
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, name: [first, ...others].map(({ name }) => name).join(', ') }],
  );
}
