import type { Absent } from '../../domain/absence/entry.ts';
import type { OrderDeed } from '../../domain/orders/commands.ts';
import type { NoticeDraft } from './authoring/draft.ts';
import type { Draft } from './report/draft.ts';

/** What is going on in a conversation. Plain data. */
export type Flow =
  | { readonly name: 'report'; readonly begun: number; readonly draft: Draft }
  /** A notice, or a change of one, is being written. */
  | { readonly name: 'notice'; readonly begun: number; readonly draft: NoticeDraft }
  /** Waits for a text to be added to a report. */
  | { readonly name: 'add'; readonly begun: number; readonly report: string }
  /** Waits for a price, or why something is not to be with an order. */
  | { readonly name: 'order'; readonly begun: number; readonly order: string; readonly deed: OrderDeed }
  /** Waits for the reason of a decision on overtime. */
  | { readonly name: 'why'; readonly begun: number; readonly escalation: string }
  /** Waits for words: why it is judged so, a question to the reporter, the reporter's answer. */
  | {
      readonly name: 'case';
      readonly begun: number;
      readonly report: string;
      readonly deed: CaseTextDeed;
    }
  /** Waits for when somebody is away; `text` is what they wrote before. */
  | { readonly name: 'away'; readonly begun: number; readonly about: Absent; readonly text: string }
  /** Waits for the name, unit or role of somebody who is looked for. */
  | { readonly name: 'find'; readonly begun: number }
  /** A lost phone is being reported. `pending`: what is asked. */
  | {
      readonly name: 'lost';
      readonly begun: number;
      readonly pending: LostQuestion;
      readonly answers: LostAnswers;
      /** The reference of the report, once it is kept. */
      readonly report: string | null;
    }
  /** A change for the switchboard is being told. `pending` null: it waits to be sent. */
  | {
      readonly name: 'change';
      readonly begun: number;
      readonly pending: ChangeQuestion | null;
      readonly answers: Readonly<Partial<Record<ChangeQuestion, string | null>>>;
    }
  /** Waits for a name as a signature under a version. */
  | { readonly name: 'sign'; readonly begun: number; readonly version: string }
  /** Waits for a word from IT about an outage. */
  | { readonly name: 'word'; readonly begun: number; readonly outage: string };

/** What is asked about a lost phone, in this order. */
export const LOST_QUESTIONS = ['how', 'number', 'where', 'when', 'police'] as const;
export type LostQuestion = (typeof LOST_QUESTIONS)[number];
/** In words, but `how`: `lost` or `stolen`. Null: nobody knows. */
export type LostAnswers = Readonly<Partial<Record<LostQuestion, string | null>>>;

/** A lost phone that is being reported. */
export type LostFlow = Extract<Flow, { name: 'lost' }>;

/** What is asked about a change that the switchboard is told of. */
export type ChangeQuestion = 'kind' | 'who' | 'unit' | 'role' | 'number' | 'hours' | 'tasks' | 'from';
/** A change of the directory that is being told. */
export type ChangeFlow = Extract<Flow, { name: 'change' }>;

/** What of a report's life takes words. */
export type CaseTextDeed = 'not-urgent' | 'close' | 'ask' | 'answer' | 'not-satisfied';

/** A report of which words are waited for. */
export type CaseFlow = Extract<Flow, { name: 'case' }>;

/** A notice that is being written. */
export type NoticeFlow = Extract<Flow, { name: 'notice' }>;
