import type { Language, LocalText } from '../organisation/language.ts';
import type { Millis } from '../timeline/timeline.ts';

/** A text that everybody signs once: a personal commitment (scenario B8). */
export interface CommitmentRules {
  /** Whoever signed another version is asked again. */
  readonly version: string;
  readonly title: LocalText;
  readonly text: LocalText;
  /** How long after somebody was asked they are reminded, again and again, in ms; null: they are not. */
  readonly remindMs: Millis | null;
}

/** That somebody has signed. Plain data; it is never changed. */
export interface Signature {
  readonly user: string;
  /** As they wrote it, in place of a signature. */
  readonly name: string;
  /** Who they are by the platform's directory; null where that did not tell. */
  readonly known: { readonly name: string; readonly email: string | null } | null;
  /** Their workplace: a site of the playbook; null: it has none. */
  readonly site: string | null;
  readonly version: string;
  /** The text as they read it. */
  readonly title: string;
  readonly text: string;
  readonly language: Language;
  readonly at: Millis;
}

export const COMMITMENT_LIMITS = {
  version: 40,
  title: 80,
  text: 3500,
  /** Characters of a name that is written. */
  name: 200,
} as const;
