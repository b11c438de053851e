import type { AwayBook } from '../domain/absence/entry.ts';
import type { Signature } from '../domain/commitment/commitment.ts';
import type { DutyEntry, DutyMonth } from '../domain/duties/month.ts';
import type { Escalation } from '../domain/escalation/escalation.ts';
import type { Ledger, LedgerRow } from '../domain/notices/ledger.ts';
import type { Notice } from '../domain/notices/notice.ts';
import type { Subscribers } from '../domain/notices/subscribers.ts';
import type { Subscription } from '../domain/notices/subscription.ts';
import type { OrderAudience, OrderFault, OrderNews } from '../domain/orders/commands.ts';
import type { OrderView } from '../domain/orders/view.ts';
import type { Language } from '../domain/organisation/language.ts';
import type { UnitCopy } from '../domain/paper/copies.ts';
import type { Identity } from '../domain/people/directory.ts';
import type { SearchResult } from '../domain/people/listing.ts';
import type { BoardSource } from '../domain/reports/board/board.ts';
import type { JudgeNews, ReporterNews } from '../domain/reports/life/life.ts';
import type { OutageProposal } from '../domain/reports/outage.ts';
import type { Picture, Report } from '../domain/reports/report.ts';
import type { Wish } from './actions.ts';
import type { AwayNews } from './effects.ts';
import type { SheetLines } from './paper/sheets.ts';
import type { PaperWord } from './paper/words.ts';

/** What happened. */
export type Happening =
  /** Somebody wrote, or sent pictures. `wish`: what they want with it, where the channel knows that for certain. */
  | {
      readonly kind: 'said';
      readonly text: string;
      readonly pictures: readonly Picture[];
      readonly wish?: 'report';
    }
  /** Somebody pressed a choice, or sent a form with its fields. */
  | { readonly kind: 'pressed'; readonly choice: string; readonly fields: Readonly<Record<string, string>> }
  /** Somebody asked for something by its name, where there is no message to answer: a command, a page of the bot's own. */
  | { readonly kind: 'wished'; readonly wish: Wish }
  /** The first contact, before anything was written. */
  | { readonly kind: 'came' }
  /** The bot was removed or blocked: nothing can be said here any more. */
  | { readonly kind: 'left' }
  /** The platform's directory told who is speaking. */
  | { readonly kind: 'introduced'; readonly identity: Identity }
  /** A time that the conversation wanted to be reminded of has come, or the clock was moved. */
  | { readonly kind: 'due' }
  /** An operator took away what was to be reminded of by then (ms, by the conversation's clock). */
  | { readonly kind: 'not-due'; readonly until: number }
  /** To IT's desk: reports that may be one outage. */
  | { readonly kind: 'proposed'; readonly proposal: OutageProposal }
  /** To the desk of an organisation that a department serves: what came there of what its reports proposed. */
  | { readonly kind: 'decided'; readonly proposal: string; readonly state: 'announced' | 'dismissed' }
  /** An outage is over: whoever reported it or was hit too is told. Done by the runtime, not in a turn. */
  | { readonly kind: 'solved'; readonly outage: string; readonly after: string | null }
  /** To one of them. */
  | { readonly kind: 'works-again'; readonly outage: string }
  /** To IT's desk: a notice waits for somebody to confirm it. */
  | { readonly kind: 'to-confirm'; readonly notice: string }
  /** Somebody asked for notices by mail to this conversation's address; `link` confirms that it is theirs. */
  | { readonly kind: 'mail-asked'; readonly subscription: Subscription; readonly link: string }
  /** The link was opened and confirmed. */
  | { readonly kind: 'mail-confirmed' }
  /** Mail to this address ends. */
  | { readonly kind: 'mail-ended' }
  /** To somebody whom an order concerns: how it stands, and what they are asked. */
  | {
      readonly kind: 'order';
      readonly view: OrderView;
      readonly to: OrderAudience;
      readonly how: OrderNews['how'];
    }
  /** What somebody pressed on an order's card was not done. */
  | { readonly kind: 'order-refused'; readonly order: string; readonly why: OrderFault }
  /**
   * To whoever does a unit's duty, or manages the unit: it is due, is due still, was missed, nobody who does it could be
   * told (`unmanned`), or it is done. `day`: ISO date; `entry`: only of what is done.
   */
  | {
      readonly kind: 'duty';
      readonly duty: string;
      readonly site: string;
      readonly day: string;
      readonly what: 'remind' | 'again' | 'missed' | 'unmanned' | 'done' | 'undone';
      readonly entry: DutyEntry | null;
    }
  /**
   * To whoever has to print, or hears of what was not printed: something is to be printed (`ask`, `again`), was not in time
   * (`missed`), nobody could be asked (`unmanned`), it is printed (`done`), or not needed any more (`settled`).
   */
  | ({ readonly kind: 'paper' } & PaperWord)
  /** To the reporter of something that was brought to people: what came of it, and as which contact who did it. */
  | {
      readonly kind: 'escalation-news';
      readonly escalation: string;
      readonly report: string;
      readonly what:
        | 'acknowledged'
        | 'on-it'
        | 'call-me'
        | 'approved'
        | 'declined'
        | 'exhausted'
        | 'passed-on';
      readonly contact: string | null;
      readonly name: string | null;
      readonly note: string | null;
    }
  /** To the author of a notice: the word that was promised is due. */
  | { readonly kind: 'word-due'; readonly notice: string }
  /** To those who judge: a report that is followed up. */
  | { readonly kind: 'case'; readonly report: string; readonly what: JudgeNews }
  /** To its reporter: what became of it. `main`: the report that it goes on as. */
  | {
      readonly kind: 'case-news';
      readonly report: string;
      readonly what: ReporterNews;
      readonly main: string | null;
    }
  /** To unit managers: texts for others. */
  | { readonly kind: 'spread'; readonly report: string }
  /** To those whom the playbook names: what was told of an absence or of who is on call. */
  | { readonly kind: 'away-news'; readonly entry: string; readonly news: AwayNews }
  /** To somebody's nearest manager: they have signed. */
  | { readonly kind: 'signed'; readonly signature: Signature; readonly copy: string | null }
  /** To the author of a notice: how it goes out. `rows`: what did not surely arrive, at most `LEDGER_ROWS`. */
  | { readonly kind: 'going-out'; readonly ledger: Ledger; readonly rows: readonly LedgerRow[] };

/** Who is speaking, as the channel knows them. */
export interface Speaker {
  readonly user: string;
  /** IT's own desk: it announces outages. */
  readonly desk: boolean;
  /** The platform's language setting, if it is one of ours. */
  readonly locale: Language | null;
  /** Role and site, where the channel knows them for certain; they are not asked for then. */
  readonly role: string | null;
  readonly site: string | null;
}

/** What a person told about themselves; kept, and changeable. Plain data. */
export interface Profile {
  readonly role: string | null;
  readonly site: string | null;
  /** Null: the language that they write. */
  readonly language: Language | null;
  readonly contactBack: string | null;
  /** `digest`: what becomes of their reports comes once a day. Missing: at once. */
  readonly news?: 'each' | 'digest';
  /** The time of day of that message, `16:30`. Missing or null: the playbook's. */
  readonly newsAt?: string | null;
}

/** What was known when the event came, so that the turn can be pure. */
export interface Known {
  readonly profile: Profile | null;
  /** Who they are by the platform's directory; null where nobody told. */
  readonly identity: Identity | null;
  /** The speaker's own reports, newest first, at most `KNOWN_LIMITS.reports`. */
  readonly reports: readonly Report[];
  /** Notices that are not over, newest first, at most `KNOWN_LIMITS.notices`; for authors also what waits for a second person. */
  readonly notices: readonly Notice[];
  /** Notices that ended within the last day, at most `KNOWN_LIMITS.ended`. */
  readonly ended: readonly Notice[];
  /** What this conversation, or the room that it is in, is subscribed to; null: nothing. */
  readonly subscription: Subscription | null;
  /** For authors: notices that are over, newest first, at most `KNOWN_LIMITS.ended`: their words can still be put right. */
  readonly past: readonly Notice[];
  /** For an author who is writing: who would get it. Null: nobody is writing. */
  readonly subscribers: Subscribers | null;
  /** For authors: how many have read a notice that asks for it, by notice. */
  readonly readers: Readonly<Record<string, number>>;
  /** Who has read the notice that an author asks that of; missing: nobody asks. */
  readonly reading?: ReadingKnown;
  /** The organisation's newest reports by anybody, at most `KNOWN_LIMITS.recent`, for tying together. */
  readonly recent: readonly Report[];
  /** The reports that this event may be about, whoever reported them; missing: none. */
  readonly cases?: readonly Report[];
  /** Not yet decided, at most `KNOWN_LIMITS.proposals`. */
  readonly proposals: readonly OutageProposal[];
  /** For those who hold a duty: the organisation's reports, for their queue. Missing: they hold none. */
  readonly board?: BoardKnown;
  /** For authors: how many said "me too", by outage. */
  readonly hits: Readonly<Record<string, number>>;
  /** What the speaker has to sign; missing: nothing. */
  readonly commitment?: CommitmentKnown;
  /** For managers and IT: who has not signed it; null: nobody asked. Missing: they may not know. */
  readonly unsigned?: UnsignedKnown | null;
  /**
   * Whom the directory finds by what was said, without what the speaker may not see. Missing: nothing was said, or the
   * organisation's directory cannot be searched.
   */
  readonly people?: SearchResult;
  /** Who is away, as the speaker may see it; missing: the organisation keeps no absences. */
  readonly away?: AwayBook;
  /** For those who do or manage duties: this month and the last one of each, at most twice `DUTY_LIMITS.seen`. */
  readonly duties?: readonly DutyMonth[];
  /** For those whom it concerns: what units have on paper; missing: it concerns them not. */
  readonly paper?: PaperKnown;
  /** The sheets that a card tells of as they were before, line by line; missing: it tells of none. */
  readonly sheetsBefore?: Readonly<Record<string, SheetLines>>;
  /** The escalation that this event is about, with its reports; missing: it is about none, or there is none. */
  readonly escalation?: { readonly escalation: Escalation; readonly reports: readonly Report[] };
}

/** Some people by name, and how many there are. */
export interface PeopleNamed {
  /** At most `KNOWN_LIMITS.names`. */
  readonly names: readonly string[];
  readonly count: number;
  /** Whether there are more than were counted. */
  readonly more: boolean;
}

/** Who has read a notice. Plain data. */
export interface ReadingKnown {
  readonly notice: string;
  readonly read: PeopleNamed;
  /** People who surely have it, and have not said that they read it. */
  readonly unread: PeopleNamed;
  /** Whether those have been reminded. */
  readonly reminded: boolean;
}

/** Who has not signed, of those whom somebody may see. */
export interface UnsignedKnown {
  /** How many of the directory there are with an address, by which a signature is known. */
  readonly all: number;
  readonly missing: readonly { readonly name: string; readonly unit: string | null }[];
}

/** What of a commitment is known of the speaker. */
export interface CommitmentKnown {
  /** Null: they have not signed the present version. */
  readonly signed: Signature | null;
  /** Where the copy is, once it is signed; null: there is no page here. */
  readonly copy: string | null;
}

/** What is known of units' paper. */
export interface PaperKnown {
  /** At most `PAPER_LIMITS.seen`; null: nobody asked. */
  readonly units: readonly UnitCopy[] | null;
  /** Where it is printed; null: there is no page here. */
  readonly link: string | null;
}

/** What somebody with a duty knows of the reports. */
export interface BoardKnown extends BoardSource {
  /** With what they can open the board as a page, once; null: there is no page here. `id` is what is kept of it. */
  readonly signIn: { readonly address: string; readonly id: string } | null;
}

/** How much is read before a turn. */
export const KNOWN_LIMITS = {
  ...{ reports: 20, notices: 50, ended: 20, recent: 100, proposals: 20 },
  /** People that are named at once. */
  names: 20,
} as const;

/** A channel or a group chat: others read along in it, and it can get notices itself. Plain data. */
export interface Room {
  /** The conversation in which the bot writes to all of it, beside the threads of those who talk with it there. */
  readonly conversation: string;
  /** The platform's id of it. */
  readonly id: string;
  /** Null: the platform did not tell. */
  readonly name: string | null;
}

/** One event with all that its turn needs. Plain data, so that a conversation can be recorded and replayed. */
export interface TurnEvent {
  /** Unique; ids of what the turn makes are derived from it. */
  readonly id: string;
  /** A short reference for what the turn makes, such as a report: `K7M2-QX4P`, the same for the same event. */
  readonly reference: string;
  readonly conversation: string;
  /** Where it happened, if others read along there; missing in a chat with one person. */
  readonly room?: Room;
  readonly from: Speaker;
  readonly what: Happening;
  readonly known: Known;
  /** How long after its time it rang, in ms; missing: it did not come by a timer. */
  readonly late?: number;
}
