import type { Language } from '../../../../domain/organisation/language.ts';
import type { Picture } from '../../../../domain/reports/report.ts';
import type { Inbound } from '../../../../runtime/inbound.ts';
import type { Actor, Installation } from './actor.ts';
import type { Button } from './buttons.ts';
import type { CommandName } from './commands.ts';
import type { Placed, Spot } from './placed.ts';

/** What a request of Slack's means. A reason holds nothing of what was sent. */
export type Parsed =
  | Event
  | Modal
  | Opening
  | Foreign
  | Guest
  | Direct
  | Home
  | Removed
  /** `ignored`: it means nothing to the bot. `unknown`: nothing here knows it. */
  | { readonly outcome: 'ignored' | 'unknown'; readonly reason: string };

/** Something for the inbox. */
export interface Event {
  readonly outcome: 'event';
  readonly inbound: Inbound;
  readonly placed: Placed;
  /** The message that was written or pressed; null for neither. */
  readonly ts: string | null;
}

/** A modal was sent. It is for the inbox, and its answer goes into the response. */
export interface Modal {
  readonly outcome: 'modal';
  readonly inbound: Inbound;
  readonly placed: Placed;
  readonly button: Button;
  readonly view: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Somebody wants a form in a modal; the trigger opens one within 3 s. Nothing for the inbox. */
export interface Opening {
  readonly outcome: 'opening';
  readonly placed: Placed;
  readonly button: Button;
  readonly trigger: string;
}

/** A button in a channel that belongs to somebody else's conversation. */
export interface Foreign {
  readonly outcome: 'foreign';
  readonly placed: Placed;
}

/** A guest, where the playbook says that guests are refused. */
export interface Guest {
  readonly outcome: 'guest';
  readonly organisation: string;
  readonly actor: Actor;
  /** Where to tell them; null: nowhere but in their own chat. */
  readonly spot: Spot | null;
  /** They called a command, which is answered in the response. */
  readonly isCommand: boolean;
}

/** Something that was done outside of a conversation. It belongs into the person's own, which has to be opened. */
export interface Direct {
  readonly outcome: 'direct';
  /** The id of the event that it becomes. */
  readonly id: string;
  readonly organisation: string;
  readonly actor: Actor;
  /** Where it was done; null where that is no channel. */
  readonly channel: string | null;
  /** Opens a modal within 3 s. */
  readonly trigger: string | null;
  readonly deed: Deed;
}

export type Deed =
  | {
      readonly kind: 'command';
      readonly command: CommandName;
      /** What was written after it, as plain text. */
      readonly text: string;
      /** The language of the alias; null for the English name, which stands for all. */
      readonly language: Language | null;
    }
  | { readonly kind: 'report'; readonly reported: Reported }
  /** A global shortcut. */
  | { readonly kind: 'shortcut'; readonly callback: string }
  /** What may be done with any notice, on a message that everybody in a channel sees. */
  | { readonly kind: 'standing'; readonly choice: string; readonly spot: Spot }
  /** A button of App Home. */
  | {
      readonly kind: 'pressed';
      readonly button: Button;
      readonly fields: Readonly<Record<string, string>>;
    };

/** A message that somebody reports as a fault. Its address is asked for by channel and time (`chat.getPermalink`). */
export interface Reported {
  readonly text: string;
  readonly pictures: readonly Picture[];
  /** Slack's id of who wrote it; null for apps. */
  readonly author: string | null;
  readonly channel: string;
  readonly ts: string;
}

/** The bot's home page was opened. */
export interface Home {
  readonly outcome: 'home';
  readonly organisation: string;
  readonly actor: Actor;
  /** The playbook says that guests are refused, and this is one. */
  readonly refused: boolean;
}

/** The app was removed from a workspace, or tokens of it were revoked. */
export interface Removed extends Installation {
  readonly outcome: 'removed';
  readonly by: 'uninstalled' | 'revoked';
  /** Whose tokens: bot users. Empty where all are meant. */
  readonly bots: readonly string[];
}

export function ignored(reason: string): Parsed {
  return { outcome: 'ignored', reason };
}

export function unknown(reason: string): Parsed {
  return { outcome: 'unknown', reason };
}
