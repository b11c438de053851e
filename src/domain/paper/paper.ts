import type { LocalText } from '../organisation/language.ts';
import type { Playbook } from '../organisation/playbook.ts';

/** What units must have on paper, and who sees to it (scenario A6). */
export interface PaperRule {
  readonly id: string;
  /** What people call it: "The binder". */
  readonly name: LocalText;
  /** The routines that it holds; null: all. */
  readonly routines: readonly string[] | null;
  /** Whether it holds the list of numbers. */
  readonly numbers: boolean;
  /** The contacts who print it, by the site where they do. */
  readonly units: ReadonlyMap<string, readonly string[]>;
  /** Working days within which a new version is printed. */
  readonly within: number;
  /** So many working days before the end it is said again; 0: it is not. */
  readonly again: number;
  /** Contacts who hear of what is not printed; empty: the managers of the unit. */
  readonly tell: readonly string[];
}

export const PAPER_LIMITS = {
  /** Rules of one organisation. */
  rules: 10,
  /** Units of one rule. */
  units: 200,
  /** Contacts who print it in one unit, or hear of what is not printed. */
  contacts: 20,
  /** Working days. */
  within: 30,
  /** After what was not printed in time, it is said again after so many working days, again and again. */
  repeat: 5,
  /** Changed sheets that a card names. */
  sheets: 6,
  /** Lines of a sheet that a card shows as changed. */
  lines: 4,
  /** Units that one person sees. */
  seen: 200,
} as const;

/** One thing on paper: a routine, or the list of numbers. */
export type SheetId = 'numbers' | `routine/${string}`;
export const NUMBERS = 'numbers' satisfies SheetId;

/** What of an organisation's paper somebody keeps: all of it, or what a rule names. */
export type Kept = Pick<PaperRule, 'routines' | 'numbers'>;
export const ALL_PAPER: Kept = { routines: null, numbers: true };

/** The sheets that are kept, in the order of the playbook; the numbers last. */
export function sheetIdsOf({ routines }: Pick<Playbook, 'routines'>, kept: Kept): readonly SheetId[] {
  const ids = [...routines.keys()].filter((id) => kept.routines?.includes(id) ?? true);
  const routinesKept = ids.map((id): SheetId => `routine/${id}`);
  return kept.numbers ? [...routinesKept, NUMBERS] : routinesKept;
}

/** The routine that a sheet shows; null: it is the list of numbers. */
export function routineIn(sheet: SheetId): string | null {
  return sheet === NUMBERS ? null : sheet.slice('routine/'.length);
}

/** What the paper of a unit is called where both make one name. */
export function paperSubject(rule: string, site: string): string {
  // Ids have no dot.
  return `${rule}.${site}`;
}
