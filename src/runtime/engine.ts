import type { Known, Speaker } from '../conversation/event.ts';
import type { Reply } from '../conversation/messages.ts';
import type { Spent } from '../conversation/spent.ts';
import type { Applied } from '../domain/notices/commands.ts';
import type { Receipt } from '../ports/store/inbox.ts';
import type { OutsideDeed } from './cases/outside.ts';
import type { OutsideAnswer } from './escalations/outside.ts';
import type { Inbound } from './inbound.ts';
import type { OutsideCommand } from './notices/commands.ts';
import type { LedgerWithRows } from './notices/ledger.ts';
import type { OutsideOrderEvent } from './orders/outside.ts';
import type { Reached } from './reach.ts';
import type { TimerDesk } from './timers/desk.ts';

/** What came of one event in a conversation, for channels that keep no transcript themselves. */
export interface TranscriptEntry {
  /** The id of the event, as the channel gave it; `timer:…` for what came by itself. */
  readonly id: string;
  /** When, by the conversation's own clock (the machine's and its `ahead`), in ms since 1970 UTC. */
  readonly at: number;
  /** What was written, or the label of what was pressed, at most `TRANSCRIPT_LIMITS.said` characters; null for neither. */
  readonly said: string | null;
  /** The names of the pictures that were sent. */
  readonly pictures: readonly string[];
  readonly replies: readonly Reply[];
}

export const TRANSCRIPT_LIMITS = {
  /** Characters of what was said. */
  said: 4000,
  /** Turns that are kept; older ones go with the turns that follow. */
  turns: 500,
  /** Turns that are given if nobody says how many, and the most that are. */
  page: 100,
} as const;

/** What came of a turn, once it is committed. */
export interface Answered {
  readonly replies: readonly Reply[];
  /** In channels that take choices away: whose. */
  readonly spent: Spent | null;
}

/** What channels see of the runtime. */
export interface Engine {
  /**
   * Keeps an event and sees to its turn. Once this resolves the event survives a crash and may be acknowledged; its
   * replies come through the channel's `Sender`. The same id again is no error: `duplicate`.
   * @throws StoreError if it could not be kept: then tell the person so, with `notKept` of conversation/trouble.ts
   * @throws UnknownOrganisationError
   */
  accept(inbound: Inbound): Promise<Receipt>;
  /**
   * What came of an event, for channels that answer in the same response. It stays known for the newest 1000 turns of
   * this process. `late`: nothing did in time; it may still come.
   */
  answered(event: string, patienceMs: number): Promise<Answered | 'late'>;
  /** What is known to somebody now: for pages of a channel's own, outside of any conversation. */
  known(organisation: string, from: Speaker): Promise<Known>;
  /**
   * How to write to a conversation of a channel that has to know.
   * @param passing it is one of very many, and not kept in memory for the next time
   */
  reached(organisation: string, conversation: string, passing?: boolean): Promise<Reached>;
  /**
   * Does a command about a notice that comes from outside of any conversation; resolves once it is committed, or refused
   * by the domain. The same id again is done once, and answered the same. Whether `by` may do it is asked before.
   * @throws StoreError, UnknownOrganisationError
   */
  command(command: OutsideCommand): Promise<Applied>;
  /** Tries what of a notice's present revision failed again; resolves once it waits. */
  retryNotice(organisation: string, notice: string): Promise<void>;
  /** How a notice's present revision goes out; null: there is no such notice. */
  ledger(organisation: string, notice: string): Promise<LedgerWithRows | null>;
  /**
   * Keeps what a supplier said of an order, or a ticket system. The same id again is no error: `duplicate`.
   * @throws StoreError, UnknownOrganisationError
   */
  orderEvent(event: OutsideOrderEvent): Promise<Receipt>;
  /**
   * Keeps what is done with a report outside of any conversation; `outcomeOf` tells what came of it. The same id again is
   * no error: `duplicate`. Whether `by` may do it is asked before.
   * @throws StoreError, UnknownOrganisationError
   */
  caseDeed(deed: OutsideDeed): Promise<Receipt>;
  /**
   * Keeps an answer to a ping that was given outside of any conversation; `answerOutcome` tells what came of it. The same id
   * again is no error: `duplicate`. Whether they may answer is asked before.
   * @throws StoreError, UnknownOrganisationError
   */
  pingAnswer(answer: OutsideAnswer): Promise<Receipt>;
  /** What is due later, for operators. */
  readonly timers: TimerDesk;
  /** The newest turns of a conversation, oldest of them first. Empty for channels that keep their own. */
  transcript(conversation: string, limit?: number): Promise<readonly TranscriptEntry[]>;
}

/** An event names an organisation that has no playbook here. */
export class UnknownOrganisationError extends Error {
  override readonly name = 'UnknownOrganisationError';

  constructor(organisation: string) {
    super(`no playbook for the organisation "${organisation}"`);
  }
}
