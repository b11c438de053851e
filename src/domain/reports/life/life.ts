import type { MatterClass } from '../../contacts/contact.ts';
import type { Millis } from '../../timeline/timeline.ts';
import type { Actor, Report } from '../report.ts';

/**
 * What falls due next in a report's life. `judge`: nobody has judged it; `look`: who looks first is reminded; `wait`: it
 * has waited; `answer`: the reporter did not say whether it is still there; `hand-over`: somebody has to hand it over by
 * hand; `satisfied`: the reporter had time to say that it is not.
 */
export type LifeDueKind = 'judge' | 'look' | 'wait' | 'answer' | 'hand-over' | 'satisfied';

export interface LifeDue {
  readonly what: LifeDueKind;
  readonly at: Millis;
}

/** How urgent a report was judged, by whom and why. */
export interface Judgement {
  readonly urgent: boolean;
  readonly by: Actor;
  readonly at: Millis;
  /** In their words; empty: the organisation's rule says it. */
  readonly why: string;
}

/** How a report is followed up, beside its state. Plain data: it is kept with the report. */
export interface ReportLife {
  /** Counts its changes. */
  readonly revision: number;
  readonly judgement: Judgement | null;
  /** What the reporter was asked and has not answered; null: nothing. */
  readonly question: { readonly text: string; readonly by: Actor } | null;
  readonly due: LifeDue | null;
  /** How often somebody was reminded of the same since something was done. */
  readonly reminded: number;
  /** The report that this one goes on as; null: it goes on by itself. */
  readonly joined: string | null;
  /** Reports that go on as this one, at most `LIFE_LIMITS.joins`. */
  readonly joins: readonly string[];
  /** How it went to the supplier; null: it did not. */
  readonly handed: { readonly how: 'order' | 'by-hand'; readonly order: string | null } | null;
  /** The contact that it goes to; null: none is known. */
  readonly supplier: string | null;
  /** When it was closed; null: it is not. */
  readonly closedAt: Millis | null;
}

/** A report that is followed up. */
export type LivingReport = Report & { readonly life: ReportLife };

export const NEW_LIFE: ReportLife = {
  revision: 0,
  judgement: null,
  question: null,
  due: null,
  reminded: 0,
  joined: null,
  joins: [],
  handed: null,
  supplier: null,
  closedAt: null,
};

export const LIFE_LIMITS = {
  /** Reports that go on as one. */
  joins: 50,
  /** Characters of a reason, a question or an answer. */
  text: 1000,
  /** How often somebody is reminded of the same. */
  reminders: 10,
  /** For so long a closed report can be opened again, in ms. */
  reopenMs: 14 * 24 * 3_600_000,
} as const;

/** What those who judge are told. `update`: the card changes in place, and nothing more. */
export type JudgeNews =
  | 'judge'
  | 'reopened'
  | 'remind-judge'
  | 'remind-look'
  | 'wait-over'
  | 'answered'
  | 'hand-over'
  | 'update';

/** What the reporter is told. */
export type ReporterNews =
  | 'looking'
  | 'judged'
  | 'asked-back'
  | 'joined'
  | 'still-there'
  | 'handing-on'
  | 'handed-on'
  | 'confirmed'
  | 'quoted'
  | 'in-work'
  | 'solved'
  | 'closed'
  | 'reopened'
  | 'class';

/** Who is told or asked to do what. */
export type LifeNews =
  | { readonly to: 'judges'; readonly what: JudgeNews }
  | { readonly to: 'reporter'; readonly what: ReporterNews }
  /** Unit managers get the texts for others. */
  | { readonly to: 'spreaders' }
  /** An order is to be made, or taken up again. */
  | { readonly to: 'order'; readonly what: 'make' | 'stop' | 'satisfied' | 'not-satisfied' }
  /** The report that this one goes on as. */
  | { readonly to: 'main'; readonly report: string }
  /** The reports that go on as this one. */
  | { readonly to: 'joined'; readonly what: ReporterNews | 'withdrawn' }
  | { readonly to: 'escalation'; readonly what: 'start' | 'stop'; readonly matter: 'report' | 'judge' };

/** What somebody does to a report, or what happens to it. */
export type LifeCommand =
  | { readonly do: 'begin' }
  /** The reporter changed it: is everything as it should be? */
  | { readonly do: 'reconcile' }
  | { readonly do: 'tick' }
  | { readonly do: 'judge'; readonly urgent: boolean; readonly why: string }
  | { readonly do: 'look-first' }
  | { readonly do: 'ask'; readonly question: string }
  | { readonly do: 'join'; readonly to: string }
  /** Another report goes on as this one. */
  | { readonly do: 'be-joined'; readonly report: string }
  /** Something came about with the report that this one goes on as. */
  | { readonly do: 'follow'; readonly what: ReporterNews | 'withdrawn' }
  | { readonly do: 'ask-now' }
  | { readonly do: 'hand-on' }
  | {
      readonly do: 'handed';
      readonly how: 'order' | 'by-hand';
      readonly order: string | null;
      /** The contact that has it, where whoever handed it over knows. */
      readonly supplier?: string;
    }
  /** Handing over by itself did not work. */
  | { readonly do: 'not-handed' }
  | {
      readonly do: 'progress';
      readonly state: 'confirmed' | 'quoted' | 'in-work' | 'solved';
      readonly note: string | null;
    }
  | { readonly do: 'close'; readonly why: string }
  /** By the reporter. */
  | { readonly do: 'answer'; readonly text: string }
  | { readonly do: 'still-there'; readonly still: boolean; readonly text: string }
  | { readonly do: 'satisfied'; readonly satisfied: boolean; readonly text: string }
  | { readonly do: 'reopen'; readonly text: string }
  /** Somebody who may not tried. */
  | { readonly do: 'refused'; readonly what: string };

/** Why nothing was done: what is true instead. */
export type LifeRefusal = 'over' | 'joined' | 'done-already' | 'too-late' | 'not-now' | 'itself';

export type Lived =
  | {
      readonly outcome: 'done';
      readonly report: LivingReport;
      readonly news: readonly LifeNews[];
    }
  | { readonly outcome: 'refused'; readonly why: LifeRefusal };

/** What a command is done with: when, by whom. */
export interface LifeContext {
  readonly now: Temporal.ZonedDateTime;
  readonly by: Actor;
}

/** The class that a judgement puts a report in. */
export function classOf(urgent: boolean): MatterClass {
  return urgent ? 'critical' : 'normal';
}
