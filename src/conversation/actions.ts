import type { OnCallFor } from '../domain/absence/entry.ts';
import type { MatterClass } from '../domain/contacts/contact.ts';
import type { OrderDeed } from '../domain/orders/commands.ts';
import type { Language } from '../domain/organisation/language.ts';
import type { BoardFilter } from '../domain/reports/board/board.ts';
import type { JudgeDeed } from '../domain/reports/life/deeds.ts';
import type { ChangeQuestion, LostQuestion } from './flows/flow.ts';
import type { SubscriptionField } from './flows/notices/subscription-fields.ts';
import type { StandingDeed } from './notices/standing.ts';

/** What can be done with a notice by whoever may write one. */
export type NoticeDeed =
  | 'open'
  | 'update'
  | 'correct'
  | 'resolve'
  | 'retrospect'
  | 'long'
  | 'over'
  | 'finish'
  | 'extend'
  | 'cancel'
  | 'recall'
  | 'recall-surely'
  | 'confirm'
  | 'discard'
  | 'word-in-30'
  | 'word-in-60'
  | 'retry'
  | 'readers'
  | 'remind';

/** What can be done with a report by those who judge. */
export type CaseDeed = 'open' | JudgeDeed;

/** What its reporter can say of what became of it. */
export type OwnDeed = 'still-there' | 'works-again' | 'answer' | 'satisfied' | 'not-satisfied' | 'reopen';

/** What a person can ask for at any time. */
export type Wish =
  | 'report'
  | 'who'
  | 'status'
  | 'routine'
  | 'my-reports'
  | 'profile'
  | 'help'
  | 'subscription'
  | 'unsubscribe'
  | 'mute'
  | 'lost-phone'
  | 'absence'
  | 'directory'
  /** What everybody signs. */
  | 'commitment'
  /** Who has not signed it: for managers. */
  | 'unsigned'
  /** A change for the switchboard: for managers. */
  | 'directory-change'
  /** For those who have any. */
  | 'duties'
  /** Who has which version on paper: for those whom it concerns. */
  | 'paper'
  /** How they hear what becomes of their reports. */
  | 'news'
  /** Writing a notice: for those who may. */
  | 'notice';

/** What somebody can tell about themselves. */
export type ProfileField = 'role' | 'site' | 'language' | 'news';

/** What pressing a choice means. Plain data. */
export type Action =
  | { readonly do: 'wish'; readonly wish: Wish; readonly service: string | null }
  /** Answers a question of the flow that was begun in turn `flow`. */
  | { readonly do: 'answer'; readonly flow: number; readonly question: string; readonly value: string }
  /** Answers a question about a lost phone; null: nobody knows. */
  | {
      readonly do: 'lost';
      readonly flow: number;
      readonly question: LostQuestion;
      readonly value: string | null;
    }
  /** Enough was told of a lost phone. */
  | { readonly do: 'lost-enough'; readonly flow: number }
  /** Answers a question about a change for the switchboard; null: it is left out. */
  | {
      readonly do: 'change-entry';
      readonly flow: number;
      readonly question: ChangeQuestion;
      readonly value: string | null;
    }
  | { readonly do: 'change-send'; readonly flow: number }
  /** What the directory says of one's unit is right. */
  | { readonly do: 'entries-right' }
  /** Signs a version of the commitment. */
  | { readonly do: 'commitment-sign'; readonly version: string }
  | { readonly do: 'commitment-site'; readonly version: string; readonly site: string }
  | { readonly do: 'commitment-later' }
  /** A unit's duty of a day (ISO date) is done. */
  | { readonly do: 'duty-done'; readonly duty: string; readonly site: string; readonly day: string }
  /** It was pressed by mistake. */
  | { readonly do: 'duty-undo'; readonly duty: string; readonly site: string; readonly day: string }
  /** A month (2026-11) of a unit's duty. */
  | { readonly do: 'duty-month'; readonly duty: string; readonly site: string; readonly month: string }
  /** A unit's paper is printed and put up: these versions together. */
  | { readonly do: 'paper-done'; readonly rule: string; readonly site: string; readonly version: string }
  /** Where it is printed. */
  | { readonly do: 'paper-print'; readonly rule: string }
  /** One question back. */
  /** Something about an absence. `entry` empty: a new one. */
  | {
      readonly do: 'away';
      readonly entry: string;
      readonly deed: 'end' | 'end-all' | 'let-take' | 'form' | 'save' | 'longer';
      readonly value: string;
    }
  /** From when until when, in ms, of the flow that was begun in turn `flow`. */
  | { readonly do: 'away-period'; readonly flow: number; readonly from: number; readonly to: number }
  /** Puts a contact on call; with `agreed` takes that back. */
  | {
      readonly do: 'on-call';
      readonly contact: string;
      readonly from: number;
      readonly to: number;
      readonly agreed: string | null;
      /** What for; missing: everything. */
      readonly what?: OnCallFor;
    }
  /** The form of an agreement; `agreed` null: a new one. */
  | { readonly do: 'on-call-form'; readonly agreed: string | null; readonly deed: 'open' | 'save' }
  | { readonly do: 'back'; readonly flow: number }
  | { readonly do: 'drop'; readonly flow: number }
  | { readonly do: 'resume'; readonly flow: number }
  | { readonly do: 'who'; readonly class: MatterClass; readonly service: string | null }
  /** Whether somebody was reached for a report; `tried` are those who did not answer so far. */
  | {
      readonly do: 'reached';
      /** Who was asked about. */
      readonly contact: string | null;
      readonly report: string;
      readonly reached: boolean;
      readonly tried: readonly string[];
    }
  | { readonly do: 'me-too'; readonly outage: string; readonly flow: number | null }
  /** What may be done with any notice. */
  | { readonly do: 'standing'; readonly notice: string; readonly deed: StandingDeed }
  /** Of notices that this conversation gets. */
  | { readonly do: 'subscribe' }
  | { readonly do: 'end-subscription' }
  | { readonly do: 'ask-subscription'; readonly field: SubscriptionField }
  | { readonly do: 'set-subscription'; readonly field: SubscriptionField; readonly value: string }
  | { readonly do: 'tick'; readonly routine: string; readonly step: string }
  | { readonly do: 'show-routine'; readonly routine: string }
  | { readonly do: 'open-report'; readonly report: string }
  /** The numbers again, for a report that nobody has yet. */
  | { readonly do: 'call-for'; readonly report: string }
  | { readonly do: 'add-to-report'; readonly report: string }
  | { readonly do: 'correct-report'; readonly report: string }
  | { readonly do: 'withdraw-report'; readonly report: string; readonly sure: boolean }
  | { readonly do: 'worse'; readonly report: string }
  /** The bot hands a report on. */
  | { readonly do: 'hand-on'; readonly report: string; readonly supplier: string }
  /** `to`: of `pass-to`, the contact that is to have it. */
  | { readonly do: 'order'; readonly order: string; readonly deed: OrderDeed; readonly to?: string }
  | { readonly do: 'set'; readonly field: ProfileField; readonly value: string }
  | { readonly do: 'change'; readonly field: ProfileField }
  | { readonly do: 'save-profile' }
  /** What the last unclear words meant; they stand in the state. */
  | { readonly do: 'understood'; readonly wish: Wish; readonly service: string | null }
  /** The reports that wait, for those who hold a duty. `filter` null: their own. */
  | { readonly do: 'queue'; readonly filter: BoardFilter | null }
  | { readonly do: 'queue-open'; readonly report: string }
  | { readonly do: 'board-link' }
  | { readonly do: 'board-sign-out' }
  /** By those who judge. `to`: the report that it is joined to. */
  | { readonly do: 'case'; readonly report: string; readonly deed: CaseDeed; readonly to?: string }
  /** Does what was begun without the words that were asked for. */
  | { readonly do: 'case-without-words'; readonly flow: number }
  /** By the reporter. */
  | { readonly do: 'own-case'; readonly report: string; readonly deed: OwnDeed }
  /** How somebody wants to hear of their reports. */
  | { readonly do: 'news-as'; readonly as: 'each' | 'digest' }
  /** IT's desk. */
  | { readonly do: 'announce'; readonly proposal: string }
  | { readonly do: 'announce-service'; readonly service: string; readonly others?: readonly string[] }
  | { readonly do: 'dismiss'; readonly proposal: string }
  /** Begins a notice. */
  | {
      readonly do: 'write-notice';
      readonly kind: 'outage' | 'maintenance';
      readonly template: string | null;
      readonly proposal: string | null;
    }
  /** Templates to choose from. */
  | { readonly do: 'notice-templates' }
  /** The form of a notice was sent. */
  | { readonly do: 'notice-form'; readonly flow: number }
  | { readonly do: 'notice-answer'; readonly flow: number; readonly field: string; readonly value: string }
  | {
      readonly do: 'notice-step';
      readonly flow: number;
      readonly step: 'ask' | 'back' | 'change' | 'send' | 'done';
    }
  | { readonly do: 'notice-translate'; readonly flow: number; readonly language: Language }
  /** `update`: of which a word is corrected; null: the notice's own, or none. */
  | {
      readonly do: 'notice';
      readonly notice: string;
      readonly deed: NoticeDeed;
      readonly update: number | null;
    }
  | { readonly do: 'outage'; readonly outage: string; readonly change: 'word' | 'long' | 'over' };
