import type { Situation } from '../contacts/situation.ts';
import type { Millis } from '../timeline/timeline.ts';

/** What somebody is to take: a report, a judgement, an order. */
export interface Matter {
  readonly kind: 'report' | 'judge' | 'order';
  /** The reports that it is about, the first one first. */
  readonly reports: readonly string[];
  readonly order: string | null;
}

/** `open`: nobody has it. `exhausted`: nobody took it, and the last fallback is reached; somebody still can. */
export type EscalationState = 'open' | 'acknowledged' | 'exhausted' | 'closed';

/**
 * Why somebody is pinged. `overtime`: they are asked to authorise it; `called-in`: it was; `last`: the fallback, after
 * everybody else.
 */
export type PingKind = 'ping' | 'overtime' | 'called-in' | 'last';
export type PingState =
  | 'waiting'
  | 'no-answer'
  | 'passed-on'
  | 'acknowledged'
  | 'on-it'
  | 'approved'
  | 'declined'
  | 'stopped';

/** One contact that was asked. */
export interface Ping {
  readonly contact: string;
  readonly kind: PingKind;
  readonly at: Millis;
  /** How often it was said, the first time included. */
  readonly times: number;
  readonly state: PingState;
  /** Who answered, and why so; null where nobody did, or said no reason. */
  readonly by: Answerer | null;
  readonly note: string | null;
}

/** Somebody who answers a ping, as the channel knows them. */
export interface Answerer {
  readonly user: string;
  readonly name: string | null;
  /** Where they answered: they are told there if others were faster. */
  readonly conversation: string;
}

/** Those who are waited for now. */
export interface Rung {
  readonly contacts: readonly string[];
  /** From when on nobody waits any more. */
  readonly until: Millis;
  /** When it is said again; null: not any more. */
  readonly repeatAt: Millis | null;
  readonly repeatsLeft: number;
}

/** What happened, for the history of the reports. */
export type EscalationHappening =
  | 'pinged'
  | 'repeated'
  | 'no-answer'
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
  | 'closed'
  | 'joined'
  | 'refused';

export interface EscalationEntry {
  readonly at: Millis;
  readonly what: EscalationHappening;
  /** The contact that it is about; null where it is about none. */
  readonly contact: string | null;
  readonly by: Answerer | null;
  /** Why: of a skipped contact why it was, of a decision what was said, of a refusal what was tried. */
  readonly note: string | null;
}

/** Something that is brought to people until somebody has it. Plain data. */
export interface Escalation {
  readonly id: string;
  readonly organisation: string;
  readonly matter: Matter;
  /** By which `who` says at each minute whom to ask. */
  readonly situation: Situation;
  /** Asked in this order instead of whom `who` says; null: as `who` says. */
  readonly contacts: readonly string[] | null;
  readonly begun: Millis;
  readonly state: EscalationState;
  readonly pings: readonly Ping[];
  /** Null: nobody is waited for. */
  readonly rung: Rung | null;
  /** Until when nothing is done: quiet hours, or until somebody is there again. Null: nothing is put off. */
  readonly restsUntil: Millis | null;
  /** Overtime that was approved, by which contact; null: it was not. */
  readonly overtime: { readonly contact: string; readonly at: Millis; readonly note: string | null } | null;
  /** The contact that has it. */
  readonly taken: { readonly contact: string; readonly by: Answerer; readonly at: Millis } | null;
  /** One more with each change that people see. */
  readonly revision: number;
  readonly history: readonly EscalationEntry[];
}

/** What is done with a ping by whoever got it. */
export const PING_DEEDS = ['acknowledge', 'on-it', 'pass-on', 'call-me', 'approve', 'decline'] as const;
export type PingDeed = (typeof PING_DEEDS)[number];
