import type { MatterClass, Receipt } from '../contacts/contact.ts';
import type { Language } from '../organisation/language.ts';
import type { DirectoryEntry } from '../people/directory.ts';
import type { Millis } from '../timeline/timeline.ts';
import type { ReportLife } from './life/life.ts';

/**
 * `open`: nobody has it for certain yet. `received`: it was spoken, or sent, as the organisation's routine asks. Where the
 * playbook follows reports up: `looking`: who judges it looks first; `waiting`: judged not urgent, it waits; `asked`: the
 * reporter was asked whether it is still there; `handing-on`: it is to go to the supplier; `handed-on`: the supplier has
 * it; `in-work`; `solved`: the reporter is asked whether it is to their satisfaction; `joined`: it goes on as another.
 */
export type ReportState =
  | 'open'
  | 'received'
  | 'looking'
  | 'waiting'
  | 'asked'
  | 'handing-on'
  | 'handed-on'
  | 'in-work'
  | 'solved'
  | 'joined'
  | 'withdrawn'
  | 'closed';

/** Who is hit by a fault. */
export const HIT = ['one', 'several', 'everybody'] as const;
export type Hit = (typeof HIT)[number];

/** What happened to a report. */
export type ReportHappening =
  | 'reported'
  | 'no-answer'
  | 'received'
  | 'added'
  | 'corrected'
  | 'withdrawn'
  | 'became-critical'
  | 'tied-to-outage'
  | 'pinged'
  | 'skipped'
  | 'passed-on'
  | 'acknowledged'
  | 'on-it'
  | 'call-me'
  | 'overtime-asked'
  | 'approved'
  | 'declined'
  | 'called-in'
  | 'exhausted'
  | LifeHappening;

/** What happened to a report in its life after it was made. */
export type LifeHappening =
  | 'judged-urgent'
  | 'judged-not-urgent'
  | 'looks-first'
  | 'asked-back'
  | 'answered-back'
  | 'joined'
  | 'has-joined'
  | 'asked-still-there'
  | 'still-there'
  | 'works-again'
  | 'no-reply'
  | 'handing-on'
  | 'handed-on'
  | 'confirmed'
  | 'quoted'
  | 'in-work'
  | 'solved'
  | 'satisfied'
  | 'not-satisfied'
  | 'no-objection'
  | 'closed'
  | 'reopened'
  | 'reminded'
  | 'refused';

export interface HistoryEntry {
  readonly at: Millis;
  readonly what: ReportHappening;
  /** Who received it, or did not answer; null where nobody is named. */
  readonly text: string | null;
  /** Who did it, for what others than the reporter do; missing: nobody is named. */
  readonly by?: Actor;
}

/** Who did something to a report. */
export interface Actor {
  /** Their name by the platform's directory; null where that did not tell. */
  readonly name: string | null;
  /** The contact of the playbook as which they did it; null: none. */
  readonly contact: string | null;
}

/** A picture that was sent with a report: where the channel keeps it. Without an address it could not be kept. */
export interface Picture {
  readonly name: string;
  readonly address: string;
}

/** Whether a picture is there to be seen; of one that could not be fetched or kept only the name is left. */
export function isKept({ address }: Picture): boolean {
  return address !== '';
}

/** A question of the triage with its answer, in words. */
export interface TriageTrail {
  readonly question: string;
  readonly answer: string;
}

/** A fault, as it was reported. Plain data: it is kept as it is. */
export interface Report {
  /** Its reference, such as `K7M2-QX4P`. */
  readonly id: string;
  readonly organisation: string;
  /** Who reported it, as the channel knows them. */
  readonly user: string;
  /** Their name and address by the platform's directory; null where that did not tell. */
  readonly by: DirectoryEntry | null;
  readonly conversation: string;
  readonly at: Millis;
  readonly language: Language;
  readonly class: MatterClass;
  /** The circumstances that the rules decided by. */
  readonly circumstances: readonly string[];
  /** The reporter said that it is critical, whatever the rules say. */
  readonly statedCritical: boolean;
  readonly service: string | null;
  readonly site: string | null;
  readonly role: string | null;
  readonly policy: string | null;
  readonly routine: string | null;
  /** In the reporter's words; empty until told. */
  readonly what: string;
  /** The place in the reporter's words, where it is no site of the playbook. */
  readonly where: string | null;
  readonly hit: Hit | null;
  readonly since: string | null;
  readonly contactBack: string | null;
  readonly pictures: readonly Picture[];
  readonly trail: readonly TriageTrail[];
  readonly state: ReportState;
  /** How it counts as received. */
  readonly receipt: Receipt;
  readonly outage: string | null;
  readonly history: readonly HistoryEntry[];
  /** A matter that is no fault of a service; missing: a fault. It makes no outage likely, and is brought to people whatever its class. */
  readonly matter?: 'lost-phone' | 'directory-change';
  /** How it is followed up; missing: it is not (yet). */
  readonly life?: ReportLife;
}

export const REPORT_LIMITS = {
  /** Characters of what is told at once; what is longer is cut, and that is said. */
  text: 4000,
  /** Characters of a short answer, such as a place. */
  shortText: 300,
  pictures: 10,
  /** Entries of the history; the first and the newest are kept. */
  history: 100,
} as const;
