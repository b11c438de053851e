import type { Language } from '../domain/organisation/language.ts';
import type { Millis } from '../domain/timeline/timeline.ts';
import type { Action } from './actions.ts';
import type { Flow } from './flows/flow.ts';

/** A choice that was offered, and what pressing it means. */
export interface Offer {
  readonly id: string;
  /** The key of the message that it stands on. */
  readonly on: string;
  readonly action: Action;
  /** Words by which it can be chosen in writing. */
  readonly label: string;
}

/** Something to come back to by itself. */
export interface Reminder {
  readonly id: string;
  readonly due: Millis;
  readonly about:
    | { readonly kind: 'reached'; readonly report: string; readonly times: number }
    /** The end of an absence. */
    | { readonly kind: 'away'; readonly entry: string }
    /** What became of one's reports, in one message a day. */
    | { readonly kind: 'digest'; readonly report: string }
    /** What everybody signs, and whether the directory is still right: about no report. */
    | { readonly kind: 'sign'; readonly report: '' }
    | { readonly kind: 'entries'; readonly report: '' };
}

/** What a conversation knows between turns. Plain data: it is kept as JSON. */
export interface ConversationState {
  /** The shape of this data. */
  readonly schema: 1;
  /** How many turns there were. */
  readonly turns: number;
  /** The language that was last written, if it was clear. */
  readonly language: Language | null;
  /** What is going on. */
  readonly flow: Flow | null;
  /** What was left and can be taken up again, newest first. */
  readonly left: readonly Flow[];
  /** Newest last, at most `STATE_LIMITS.offers`. */
  readonly offers: readonly Offer[];
  readonly reminders: readonly Reminder[];
  /** Steps ticked off, by routine. */
  readonly ticked: Readonly<Record<string, readonly string[]>>;
  /** The last words of which it was asked what they mean; the choices that ask refer to them. */
  readonly unclear: { readonly on: string; readonly text: string } | null;
  /** Messages that tell how notices go out, by notice: they are replaced in place while the revision is the same. */
  readonly ledgers?: Readonly<
    Record<string, { readonly on: string; readonly revision: number; readonly sent: number }>
  >;
  /** The newest cards of reports for those who judge, by report, and of orders, by `order/<id>`: they are replaced in place. */
  readonly cards?: Readonly<Record<string, string>>;
  /** Reports of which something is to be told in one message a day. */
  readonly digest?: readonly string[];
  /** When the speaker was last heard of. */
  readonly heard: Millis;
}

/** A reminder that comes later than this after a stop asks nothing any more: it says so, and whom to call now. */
export const REMINDER_STALE_MS = 24 * 3_600_000;

export const STATE_LIMITS = {
  /** Choices that can still be pressed; older ones say what is true now. */
  offers: 200,
  /** Unfinished flows that are kept. */
  left: 3,
  reminders: 20,
  /** Notices of which it is told how they go out. */
  ledgers: 20,
  /** Reports whose cards can be replaced, and that are told of in one message. */
  cards: 50,
  digest: 20,
  /** Routines whose ticks are kept. */
  ticked: 20,
} as const;

/** How a conversation begins. */
export const NEW_CONVERSATION: ConversationState = {
  schema: 1,
  turns: 0,
  language: null,
  flow: null,
  left: [],
  offers: [],
  reminders: [],
  ticked: {},
  unclear: null,
  heard: 0,
};
