import type { MatterClass } from '../contacts/contact.ts';
import type { Language } from '../organisation/language.ts';
import type { Millis } from '../timeline/timeline.ts';

export const AWAY_REASONS = [
  'ill',
  'child',
  'meeting',
  'leave',
  'course',
  'travel',
  'lunch',
  'other',
] as const;
/** Why somebody is away. */
export type AwayReason = (typeof AWAY_REASONS)[number];

/** Who or what is away. */
export type Absent =
  | {
      readonly kind: 'person';
      /** Their id on the platform; null: somebody else told of them, and it is not known. */
      readonly user: string | null;
      readonly name: string | null;
      /** Their address in the platform's directory, in lower case. */
      readonly email: string | null;
      /** The contacts that are nobody else's: these are not answered meanwhile. */
      readonly contacts: readonly string[];
      /** Those that they hold with others: answered as long as one of them is there. Missing: none. */
      readonly shared?: readonly string[];
    }
  /** A unit whose office is left unmanned (scenario B3). */
  | { readonly kind: 'unit'; readonly site: string };

/** Who takes over: a contact of the playbook, or in the teller's words. */
export interface Cover {
  readonly contact: string | null;
  readonly words: string;
}

/** Somebody is away, or a unit is unmanned, as it was told in the chat. Plain data. */
export interface AwayEntry {
  readonly id: string;
  readonly about: Absent;
  readonly start: Millis;
  /** Not in it. */
  readonly end: Millis;
  /** Null: nobody said, or the reader may not see it. */
  readonly reason: AwayReason | null;
  /** Who takes the calls; null: the usual stand-in. */
  readonly calls: Cover | null;
  /** Who takes the errands, where that is somebody else. */
  readonly errands: Cover | null;
  /** Where somebody is reached in an emergency; null: nobody is. */
  readonly emergency: string | null;
  /** Of what comes again, what all its times have in common; null: once. */
  readonly series: string | null;
  /** How a series goes on; null or missing: with no other times than those that are kept. */
  readonly repeats?: Repeats | null;
  readonly by: Teller;
  /** Grows with each change. */
  readonly revision: number;
}

/** When an absence comes again. Plain data. */
export interface Repeats {
  /** RRULE of RFC 5545, of days. */
  readonly rule: string;
  /** The last day on which it may be, YYYY-MM-DD; null: until it is ended. */
  readonly last: string | null;
  /** From when until when on each of its days, in minutes of the wall clock; `to` may be the next day's. */
  readonly from: number;
  readonly to: number;
}

/** Who told, and where they are answered. */
export interface Teller {
  readonly user: string;
  readonly name: string | null;
  readonly conversation: string;
  readonly language: Language;
}

/** What somebody is on call for; null: for all of it. */
export interface OnCallFor {
  readonly classes: readonly MatterClass[] | null;
  readonly services: readonly string[] | null;
  readonly sites: readonly string[] | null;
}

/** A contact is on call by an agreement that was made in the chat (scenario D4); missing: for everything. Plain data. */
export interface AgreedEntry extends Partial<OnCallFor> {
  readonly id: string;
  readonly contact: string;
  readonly start: Millis;
  readonly end: Millis;
  readonly by: Teller;
}

/** All that was told in an organisation and is not over for long. Plain data. */
export interface AwayBook {
  readonly entries: readonly AwayEntry[];
  readonly agreed: readonly AgreedEntry[];
}

export const NOBODY_AWAY: AwayBook = { entries: [], agreed: [] };

export const AWAY_LIMITS = {
  /** Absences of one organisation that are under way or to come. */
  entries: 400,
  agreed: 50,
  /** Times of one that comes again which are known ahead: a new one comes when one is over. */
  timesAhead: 12,
  /** Characters of who takes over, and of where somebody is reached. */
  words: 120,
  /** Days that it can last or be told ahead. */
  days: 400,
  /** What is over is kept for a day, so that who is told of it can look at it. */
  keptMs: 24 * 3_600_000,
} as const;

/** Whose absences, unmanned offices and agreements are told, and to whom. */
export interface ToldRule {
  /** Contacts and sites, with the sites below these; null: everybody's. */
  readonly whose: readonly string[] | null;
  /** Contacts whose people are told, `SITE_CONTACT` and `SITE_MANAGER` among them. */
  readonly tell: readonly string[];
}

/** Who may tell what of absences in the chat, and who is told. */
export interface AwayRules {
  /** Whose absence is told to whom; whom no rule means, of them nobody hears. */
  readonly told: readonly ToldRule[];
  /** Roles or contacts whose people may tell of anybody's absence. */
  readonly forOthers: readonly string[];
  /** Roles or contacts whose people may put others on call. */
  readonly onCallBy: readonly string[];
}
