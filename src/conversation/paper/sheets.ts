import { hash } from 'node:crypto';
import type { Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Versions } from '../../domain/paper/life.ts';
import { ALL_PAPER, type Kept, routineIn, type SheetId, sheetIdsOf } from '../../domain/paper/paper.ts';
import { say } from '../../locales/say.ts';
import { type PaperContact, paperContact, routineInWords, type StepInWords } from '../routine/words.ts';

/** What stands on a sheet, line by line, in each language of the organisation. */
export type SheetLines = Readonly<Partial<Record<Language, readonly string[]>>>;

/** A sheet as it is now. */
export interface Sheet {
  readonly id: SheetId;
  /** Changes with any text, number or hour on it, and with nothing else. */
  readonly version: string;
  readonly lines: SheetLines;
}

/** Digits of a version: 32 bits tell the versions of one sheet apart. */
const VERSION_LENGTH = 8;
type Computed = Pick<Playbook, 'routines'> & { readonly sheets: ReadonlyMap<SheetId, Sheet> };
const known = new WeakMap<object, Computed>();

/**
 * All sheets of an organisation, computed from what a reader would see. Absences that were told, notices and the like do not
 * stand on paper, so they change nothing.
 */
export function sheetsOf(playbook: Playbook): ReadonlyMap<SheetId, Sheet> {
  // A playbook with another book of absences has the same contacts.
  const kept = known.get(playbook.contacts);
  if (kept?.routines === playbook.routines) return kept.sheets;
  const sheets = new Map(
    sheetIdsOf(playbook, ALL_PAPER).map((id) => {
      const lines = linesOf(playbook, id);
      return [id, { id, version: versionOf(JSON.stringify(lines)), lines }] as const;
    }),
  );
  known.set(playbook.contacts, { routines: playbook.routines, sheets });
  return sheets;
}

/** The versions of what is kept. */
export function versionsOf(playbook: Playbook, kept: Kept): Versions {
  const sheets = sheetsOf(playbook);
  return Object.fromEntries(sheetIdsOf(playbook, kept).map((id) => [id, sheets.get(id)?.version ?? '']));
}

/** The version of several sheets together, as it is printed at the foot of a page. */
export function wholeVersion(versions: Versions): string {
  return versionOf(JSON.stringify(Object.entries(versions).toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

/** What a sheet is called. */
export function sheetName(playbook: Playbook, sheet: string, language: Language): string {
  const id = routineIn(sheet as SheetId);
  if (id === null) return say(language, 'routine.numbers');
  const routine = playbook.routines.get(id);
  return routine === undefined ? id : routineInWords(playbook, routine, language, 'trusted').name;
}

function linesOf(playbook: Playbook, sheet: SheetId): SheetLines {
  return Object.fromEntries(
    playbook.languages.map((language) => [language, linesIn(playbook, sheet, language)]),
  );
}

function linesIn(playbook: Playbook, sheet: SheetId, language: Language): string[] {
  const id = routineIn(sheet);
  const routine = id === null ? undefined : playbook.routines.get(id);
  if (routine === undefined)
    return [...playbook.contacts.values()]
      .map((contact) => paperContact(playbook, contact, language, 'trusted'))
      .filter(({ phone, email, url }) => phone !== null || email !== null || url !== null)
      .map((contact) => [contactLine(contact), ...contact.hours].join('; '));
  const { name, remarks, steps, afterwards } = routineInWords(playbook, routine, language, 'trusted');
  const later = afterwards.length === 0 ? [] : [say(language, 'routine.afterwards')];
  return [name, ...remarks, ...steps.flatMap(stepLines), ...later, ...afterwards.flatMap(stepLines)];
}

/** A number that changes is a line of its own: then nobody has to look for it in a long text. */
function stepLines({ text, contacts }: StepInWords): string[] {
  return [text, ...contacts.map(contactLine)];
}

function contactLine({ role, phone, email, url, where }: PaperContact): string {
  return [role, phone?.text, email, url, where].filter((part) => part != null).join(', ');
}

function versionOf(text: string): string {
  return hash('sha256', text).slice(0, VERSION_LENGTH);
}
