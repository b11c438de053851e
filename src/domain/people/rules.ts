import type { LocalText } from '../organisation/language.ts';

/** Something that people ask for, and who sees to it: "who has school transport?" */
export interface DirectoryService {
  readonly id: string;
  readonly name: LocalText;
  /** Other words for it, per language. */
  readonly aliases: Readonly<Partial<Record<string, readonly string[]>>>;
  readonly contacts: readonly string[];
}

/** How an organisation's directory is searched, and what is kept from whom. */
export interface DirectoryRules {
  readonly services: ReadonlyMap<string, DirectoryService>;
  /** How managers tell the switchboard of changes; null: not here. */
  readonly changes: {
    /** Roles or contacts whose people do so. */
    readonly from: readonly string[];
    /** Whom it is brought to. */
    readonly policy: string;
    /** After how long they are asked whether all is still right, again and again, in ms; null: they are not. */
    readonly askMs: number | null;
  } | null;
  /** Roles or contacts whose people see private numbers. */
  readonly privateFor: readonly string[];
  /** Roles or contacts whose people see why somebody is away. */
  readonly reasonsFor: readonly string[];
}
