import type { OnCallAgreement } from '../absence/announcements.ts';
import type { StepOrder } from '../escalation/policy.ts';
import type { HoursReason } from '../hours/day-plan.ts';
import type { LocalText } from '../organisation/language.ts';
import type { Millis } from '../timeline/timeline.ts';
import type { Contact, MatterClass, Receipt } from './contact.ts';

/** Why the answer is as it is; the words of the `who` interface. */
export type AnswerReason = HoursReason | 'on-call-agreement';

/** A contact within an answer. */
export interface AnsweredContact {
  readonly contact: Contact;
  readonly available: boolean;
  /** Reached often, not surely. */
  readonly often: boolean;
  /** Why, for one that is not available. */
  readonly reason: AnswerReason;
  /** When that changes: available until, or back at. Null: no change in sight. */
  readonly until: Millis | null;
}

/** A step that has cover now. */
export interface AnsweredStep {
  readonly kind: 'policy' | 'on-call' | 'fallback';
  readonly order: StepOrder;
  readonly receipt: Receipt;
  readonly contacts: readonly AnsweredContact[];
  readonly thenAfter: Temporal.Duration | null;
  readonly onlyIf: LocalText | null;
  readonly asks: 'overtime' | null;
}

/** A step that was passed over because nobody covers it now. */
export interface SkippedStep {
  readonly order: StepOrder;
  readonly contacts: readonly AnsweredContact[];
}

/** The answer that holds from `start` until `end`. Times in milliseconds; null is "no change in sight". */
export interface StandingAnswer {
  readonly open: boolean;
  readonly reason: AnswerReason;
  /** When a step of the policy, other than a line of managers, is covered again; null while open. */
  readonly opens: Millis | null;
  readonly steps: readonly AnsweredStep[];
  readonly skipped: readonly SkippedStep[];
  /** The agreements that put somebody on call now. */
  readonly onCall: readonly OnCallAgreement[];
  /** Nothing but the last fallback is left. */
  readonly onlyFallback: boolean;
}

/** The answer to "who do I call now?" at one instant. */
export interface Answer extends Omit<StandingAnswer, 'opens'> {
  readonly organisation: string;
  readonly class: MatterClass;
  readonly at: Temporal.ZonedDateTime;
  /** The first instant with another answer; null when nothing changes in sight. */
  readonly until: Temporal.ZonedDateTime | null;
  readonly opens: Temporal.ZonedDateTime | null;
  /** Until when the same people are to be called in the same order, whatever else is said about it. */
  readonly sameStepsUntil: Temporal.ZonedDateTime | null;
}
