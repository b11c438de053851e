import type { MatterClass } from '../../contacts/contact.ts';
import type { HoursState } from '../../hours/schedule.ts';
import type { LocalText } from '../../organisation/language.ts';
import type { Timeline } from '../../timeline/timeline.ts';

/** A text for others, ready to be copied into their channels. */
export interface ReadyText {
  /** `parents`, `families`, `staff` …: an id of the playbook's own. */
  readonly id: string;
  /** Who it is for, and where it is meant to be put. */
  readonly name: LocalText;
  readonly text: LocalText;
}

/** Who tells others than the reporter of a fault (scenario C2). */
export interface SpreadRules {
  /** Faults in these services; empty: in any. */
  readonly services: readonly string[];
  /** Contacts whose holders get the texts, besides the managers of the sites that are hit. */
  readonly contacts: readonly string[];
  readonly texts: readonly ReadyText[];
}

/** How an organisation follows its reports up. */
export interface FollowUpRules {
  /** The contact whose holders judge reports; null: the classes of the rules hold, and nobody judges. */
  readonly judge: string | null;
  /** Which reports are judged, by the class that the rules gave them. */
  readonly judged: readonly MatterClass[];
  /** Which reports go to the supplier without being judged. */
  readonly handsOn: readonly MatterClass[];
  /** The contact that reports are handed on to where their service names no supplier; null: none. */
  readonly supplier: string | null;
  /** How long until who judges is reminded, each time. */
  readonly judgeWithin: Temporal.Duration;
  /** How long until who looks first is reminded. */
  readonly lookFirst: Temporal.Duration;
  /** How long what is not urgent waits. */
  readonly wait: Temporal.Duration;
  /** How long the reporter has to say whether it is still there. */
  readonly answerWithin: Temporal.Duration;
  /** How long the reporter has to say that it is not to their satisfaction. */
  readonly satisfiedWithin: Temporal.Duration;
  /** `working-hours`: only time within `hours` counts. `calendar`: all time does. */
  readonly counts: 'calendar' | 'working-hours';
  /** When people are there; null: always. What ends outside of it ends when somebody is there. */
  readonly hours: Timeline<HoursState> | null;
  /** When those who asked for one message a day get it, by the organisation's clock. */
  readonly digestAt: Temporal.PlainTime;
  /** Null: nobody else is told. */
  readonly spread: SpreadRules | null;
}

export const FOLLOW_UP_LIMITS = {
  /** Hours of any one waiting. */
  hours: 31 * 24,
  texts: 10,
  contacts: 20,
  services: 50,
} as const;
