import type { LocalText } from '../organisation/language.ts';
import type { Millis } from '../timeline/timeline.ts';

export const NOTICE_KINDS = ['outage', 'maintenance'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** How far IT has come with an outage. */
export const OUTAGE_PHASES = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export type OutagePhase = (typeof OUTAGE_PHASES)[number];

/**
 * Whether people see it. `to-confirm`: a second person has to confirm it first. `recalled`: it was published and taken
 * back; whoever has it is told so, and nobody else gets it.
 */
export type Publication = 'to-confirm' | 'published' | 'recalled' | 'discarded';

/** Who wrote a notice, and where they are told what becomes of it. */
export interface Author {
  readonly user: string;
  /** As the channel or the command line knows them; null: not known. */
  readonly name: string | null;
  /** The conversation that is reminded and sees how it goes out. */
  readonly conversation: string;
}

/** A later word about a notice. */
export interface NoticeUpdate {
  /** 1 for the first; never used again. */
  readonly number: number;
  readonly at: Millis;
  /** What an outage had come to; null: a word that changes no phase, and always for a window. */
  readonly phase: OutagePhase | null;
  /** In the author's words; empty where only the phase changed. */
  readonly text: LocalText;
  /** Said in the thread too, so that people look again. */
  readonly important: boolean;
  /** When its words were last corrected; null: never. */
  readonly correctedAt: Millis | null;
  /** Of a window: ids of the parts that it is about; missing: all. */
  readonly parts?: readonly string[];
}

/** Whose a notice is that an organisation has because a department serves it. */
export interface Origin {
  /** The department's organisation; its notice has the same id. */
  readonly organisation: string;
  /** As people read it. */
  readonly name: string;
  /** The department's revision up to which this one has heard what is told of it. */
  readonly revision: number;
  /** The one that its words were taken from when they last changed: it may be ahead of that. */
  readonly seen: number;
}

/** What outages and windows have in common. Plain data: it is kept as it is. */
interface NoticeBase {
  /** Its reference, such as `K7M2-QX4P`. */
  readonly id: string;
  /** Whose people see it, and whose IT published it, if `origin` does not say otherwise. */
  readonly organisation: string;
  /** Missing: it is the organisation's own. */
  readonly origin?: Origin;
  readonly publication: Publication;
  /** 1 when first published, one more at each change that people see. 0: not published yet. */
  readonly revision: number;
  readonly author: Author;
  /** Who confirmed it; null: nobody had to, or has. */
  readonly confirmedBy: string | null;
  readonly createdAt: Millis;
  readonly publishedAt: Millis | null;
  readonly changedAt: Millis;
  /** In the author's words; empty: made of what is hit. */
  readonly title: LocalText;
  /** What has happened, or why the work is done, in the author's words. */
  readonly text: LocalText;
  /** When `title` or `text` were last corrected; null: never. */
  readonly correctedAt: Millis | null;
  /** What to do meanwhile, in the author's words. */
  readonly meanwhile: LocalText;
  /** The routine that holds meanwhile; null: none named. */
  readonly routine: string | null;
  /** Oldest first; the newest `NOTICE_LIMITS.updates` are kept. */
  readonly updates: readonly NoticeUpdate[];
  /** Whether people are asked to say that they have read it. */
  readonly asksRead: boolean;
  /** What fell due and was seen to: ids of `due.ts`. */
  readonly seenTo: readonly string[];
}

/** Something does not work. */
export interface OutageNotice extends NoticeBase {
  readonly kind: 'outage';
  /** What does not work; empty: it is not known which. */
  readonly services: readonly string[];
  /** Where; null is everywhere. */
  readonly sites: readonly string[] | null;
  readonly since: Millis;
  /** Null: it is not over. */
  readonly over: Millis | null;
  readonly phase: OutagePhase;
  /** IT has declared that it will be long: the steps for that hold (scenario A4). */
  readonly long: boolean;
  /** Wait for more information before contacting IT (scenario E1). */
  readonly wait: boolean;
  /** When the next word comes; null: not said. */
  readonly nextWord: Millis | null;
  /** What it was and what is done so that it does not come again; empty: not written. */
  readonly retrospect: LocalText;
  /** The proposal from which it was made; null: none. */
  readonly proposal: string | null;
}

/** Part of a window: what is hit, where and when. Parts may overlap. */
export interface WindowPart {
  /** Unique in its window, and the same for ever: calendars know it. */
  readonly id: string;
  /** Empty: everything. */
  readonly services: readonly string[];
  /** Null is everywhere. */
  readonly sites: readonly string[] | null;
  readonly from: Millis;
  /** When it is planned to end; after `from`. */
  readonly to: Millis;
  /** What people notice, in the author's words; empty: it does not work. */
  readonly effect: LocalText;
  /** When it ended before its time (scenario E4); null: it did not. */
  readonly endedAt: Millis | null;
  /** When it was to end before it was last extended; missing: it was not. */
  readonly extendedFrom?: Millis;
}

/** When somebody can be reached because of a window (scenario E3). */
export interface SupportTime {
  /** Whom it is for: those who use one of these services; missing or empty: everybody whom the window concerns. */
  readonly services?: readonly string[];
  /** Likewise those at these sites; missing or null: everywhere. */
  readonly sites?: readonly string[] | null;
  readonly from: Millis;
  readonly to: Millis;
  /** How, in the author's words, such as a number; empty: as usual. */
  readonly text: LocalText;
}

/** Planned work during which things do not work (scenario E2). */
export interface MaintenanceWindow extends NoticeBase {
  readonly kind: 'maintenance';
  /** It could not wait for a planned one (scenario E2); `text` says why. */
  readonly shortNotice: boolean;
  /** In the order in which they begin; at least one. */
  readonly parts: readonly WindowPart[];
  readonly support: readonly SupportTime[];
  /** When it was cancelled; null: it was not. */
  readonly cancelledAt: Millis | null;
  /** The series that it belongs to; null: none. */
  readonly series: string | null;
  /** SEQUENCE of RFC 5545: one more whenever times or the cancellation change. */
  readonly sequence: number;
}

export type Notice = OutageNotice | MaintenanceWindow;

export const NOTICE_LIMITS = {
  /** Characters of a title. */
  title: 120,
  /** Characters of any longer text. */
  text: 2000,
  /** Updates that are kept. */
  updates: 50,
  services: 20,
  sites: 50,
  parts: 40,
  support: 20,
  /** Days that a part may last. */
  partDays: 14,
  /** Days ahead that a window may be announced. */
  daysAhead: 400,
} as const;

/** How a notice is seen by somebody: what they get to know of it, and in which language. */
export interface Place {
  /** Null: everywhere. */
  readonly sites: readonly string[] | null;
  /** Null: every service. */
  readonly services: readonly string[] | null;
}

export const EVERYWHERE: Place = { sites: null, services: null };
