import type { Reply } from '../conversation/messages.ts';
import type { Spent } from '../conversation/spent.ts';
import type { Cause } from '../domain/notices/cause.ts';
import type { Language } from '../domain/organisation/language.ts';
import type { Json } from './store/json.ts';
import type { Delivery } from './store/outbox.ts';

/**
 * What became of a message that was handed to a channel. `sent`: the platform has it, with what it said about it;
 * `retry`: it surely does not, try again; `later`: it was not tried, for it has to wait for its turn, and that counts as
 * no try; `failed`: it does not, and trying again will not help; `ambiguous`: nobody
 * can say; `skipped`: nobody wants it any more.
 */
export type Sending =
  | { readonly outcome: 'sent'; readonly receipt: Json }
  | {
      readonly outcome: 'retry';
      readonly reason: string;
      readonly afterMs: number;
      /** What the next try has to know. */
      readonly receipt?: Json;
      /**
       * It may be there all the same, and the next try finds out first. `absent`: the platform was asked just now, and does
       * not know it; `open`: it could not be asked. Left out: it is surely not there.
       */
      readonly doubt?: 'absent' | 'open';
      /** Earlier tries that do not count towards giving up: the platform took nothing from anybody. 0 if not said. */
      readonly spared?: number;
    }
  | {
      readonly outcome: 'later';
      readonly reason: string;
      readonly afterMs: number;
      /** As with `retry`: it was to be found out whether an earlier try worked, and that has to wait. */
      readonly receipt?: Json;
      readonly doubt?: 'open';
    }
  | {
      readonly outcome: 'failed' | 'ambiguous' | 'skipped';
      readonly reason: string;
      /** What the author of a notice is told of it; left out: only what became of it. */
      readonly cause?: Cause;
    };

/** A PDF that goes with a letter: the emergency pack, or a copy of what somebody signed. */
export type LetterFile =
  | { readonly kind: 'pack'; readonly language: Language }
  | { readonly kind: 'signed'; readonly signature: string };

/** What a delivery of the kind `message` holds. */
export interface MessageBody {
  readonly organisation: string;
  readonly conversation: string;
  /** When it was said, by the conversation's clock, in ms since 1970 UTC. */
  readonly at: number;
  /** Whether it answers something that somebody just wrote or pressed; else it comes by itself. */
  readonly asked: boolean;
  readonly reply: Reply;
  /** What goes with it where it becomes a letter; made when that leaves. Left out: nothing. */
  readonly file?: LetterFile;
  /** Of the same conversation, the key of the message in whose thread it is posted; left out or null: in none. */
  readonly thread?: string | null;
}

/** What a delivery of the kind `spent` holds: a message whose choices are not for pressing any more. */
export interface SpentBody {
  readonly organisation: string;
  readonly conversation: string;
  readonly at: number;
  readonly spent: Spent;
}

/**
 * Asked right before a request leaves, and writes that down where it is kept. False: it must not leave, for somebody else has
 * taken the delivery over, or nobody wants it any more; then it is `later`.
 */
export type Begin = () => Promise<boolean>;

/** Carries messages to one platform. */
export interface Sender {
  /**
   * Whether nothing leaves before `begin` is called, where it is given: then of what was only claimed when the process
   * died nobody has to say “perhaps”. `always`: for whatever it carries; else only for what goes to many.
   */
  readonly begins?: boolean | 'always';
  /**
   * Nobody can ever be asked what became of what it sent. What may have arrived, and nobody wants any more, stays in doubt
   * at once, so that what follows it need not wait for tries that tell nothing.
   */
  readonly isBlind?: boolean;
  /** Sends one delivery once. Never retries by itself: the outbox decides. Rejects only for faults of the program. */
  send(delivery: Delivery, begin?: Begin): Promise<Sending>;
  /** What a delivery came to that was being sent when the process died. */
  settle(delivery: Delivery): Promise<Sending>;
}
