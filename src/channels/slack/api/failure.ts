import type { Why } from '../../pace/paced.ts';

/**
 * Everything that can go wrong with the Web API. A `reason` is a short sentence for operators, with nothing in it that was
 * sent or answered but a status, Slack's own code, the names of scopes, and a place in the blocks.
 */
export type Failure =
  /** Surely not done; it may be tried again after `afterMs` at the earliest (0: whoever repeats decides). */
  | { readonly outcome: 'retry'; readonly reason: string; readonly afterMs: number; readonly why?: Why }
  /** What it was about is not there any more, or not for the bot. */
  | { readonly outcome: 'gone'; readonly what: Gone; readonly reason: string }
  /** This content is refused. Other content, such as plain text, may be taken. */
  | { readonly outcome: 'not-taken'; readonly reason: string }
  /**
   * It will not work until an operator does what the reason says. `installation`: nothing works in the whole workspace;
   * `scope`: nothing that needs the same permission does; `request`: only this does not.
   */
  | {
      readonly outcome: 'failed';
      readonly about: 'installation' | 'scope' | 'request';
      readonly reason: string;
    }
  /** Nobody can say whether it was done. */
  | { readonly outcome: 'ambiguous'; readonly reason: string };

/** A whole channel or chat, a thread or one message of it, a person, a view or what opens it, a file. */
export type Gone = 'conversation' | 'thread' | 'message' | 'person' | 'view' | 'file';

/** What can go wrong where repeating does no harm. */
export type Certain = Exclude<Failure, { outcome: 'ambiguous' }>;

/** The same failure of a request that may be repeated without harm. */
export function repeatable(failure: Failure): Certain {
  return failure.outcome === 'ambiguous' ? { ...failure, outcome: 'retry', afterMs: 0 } : failure;
}
