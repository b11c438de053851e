import type { MatterClass } from '../contacts/contact.ts';
import type { LocalText } from '../organisation/language.ts';

/** The circumstance by this id means danger to life or health; it is always critical. */
export const DANGER = 'danger-to-life';

/**
 * Where a triage ends: what is known then, and what follows from it. Its policy holds for the class that the end comes
 * to: where danger to life, or the reporter, makes the matter critical after all, the routes say whom to turn to.
 */
export interface TriageEnd {
  /** It works again: nothing needs to be reported. */
  readonly solved: boolean;
  /** Circumstances that are now known; the organisation's rules decide the class by them. */
  readonly is: readonly string[];
  /** The class, where the routine names it outright; null leaves it to the rules. */
  readonly class: MatterClass | null;
  /** The service that the fault turned out to be of; null: the one that was reported. */
  readonly service: string | null;
  /** Whom to turn to; null: as the routes say. */
  readonly policy: string | null;
  /** Null: as `routineFor` finds. */
  readonly routine: string | null;
  /** What to tell the reporter, and why it ends so. */
  readonly advice: LocalText | null;
}

/** One answer: it leads to another question of the tree, or ends it. */
export interface TriageAnswer {
  readonly text: LocalText;
  readonly next: string | null;
  readonly end: TriageEnd | null;
}

/** A question, or a check to try first, with the answers to choose from. */
export interface TriageQuestion {
  readonly id: string;
  readonly text: LocalText;
  readonly answers: readonly TriageAnswer[];
}

/** What is asked about faults of some services, by people in some roles (scenarios A1–A3). Null lists mean every one. */
export interface TriageTree {
  readonly id: string;
  readonly services: readonly string[] | null;
  readonly roles: readonly string[] | null;
  /** The first question of the file is asked first. Empty: the tree ends at once. */
  readonly questions: ReadonlyMap<string, TriageQuestion>;
  /** Where a tree without questions ends. */
  readonly end: TriageEnd | null;
}

/** What the organisation wants to know of each report, once it is clear whom to call. */
export const REPORT_DETAILS = ['what', 'where', 'who', 'since', 'contact-back', 'picture'] as const;
export type ReportDetail = (typeof REPORT_DETAILS)[number];

/** When several reports are one outage (issue: "tied together and proposed to IT"). */
export interface OutageRule {
  /** So many reports on one service from one unit … */
  readonly reports: number;
  /** … within this time are proposed as an outage. */
  readonly within: Temporal.Duration;
}

/** Matters that are no fault, each with whom to turn to and what they will ask. */
export const OTHER_MATTERS = ['lost-phone', 'absence', 'directory'] as const;
export type OtherMatter = (typeof OTHER_MATTERS)[number];

/** How such a matter ends. */
export interface MatterRule {
  /** Null: as the routes say for a normal matter. */
  readonly policy: string | null;
  readonly service: string | null;
  /** What the contact will need to know. */
  readonly tell: LocalText | null;
  readonly routine: string | null;
  /** Whether the bot takes it down, and brings it to people until somebody has it (a lost phone). */
  readonly report: boolean;
}
