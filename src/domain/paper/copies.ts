import type { Millis } from '../timeline/timeline.ts';
import type { PaperStage } from './life.ts';

/** Who printed it. */
export interface PaperBy {
  /** As which contact. */
  readonly contact: string;
  /** By the directory; null where that did not tell. */
  readonly name: string | null;
}

/** What a unit has on paper, as others see it. Plain data; one record. */
export interface UnitCopy {
  readonly rule: string;
  readonly site: string;
  readonly stage: PaperStage;
  /** When the present version was asked for; null: never. */
  readonly askedAt: Millis | null;
  readonly due: Millis | null;
  /** What they have: the version as it stands on the page, when they said so, and who; null: none. */
  readonly has: { readonly version: string; readonly at: Millis; readonly by: PaperBy } | null;
  /** Sheets that they do not have as they are now. */
  readonly missing: readonly string[];
}

/** A version of a sheet, and since when it is so. */
export interface SheetSince {
  readonly version: string;
  readonly since: Millis;
  /** The one before; null: none that is known. */
  readonly before: string | null;
}

/** The sheets of an organisation as they are now. Plain data; one record. */
export interface SheetList {
  /** The version of the playbook's text that they were last computed from; null: none yet. */
  readonly text: string | null;
  readonly sheets: Readonly<Record<string, SheetSince>>;
}
