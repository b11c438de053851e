import type { AgreedEntry, AwayEntry } from '../domain/absence/entry.ts';
import type { Signature } from '../domain/commitment/commitment.ts';
import type { DutyEntry } from '../domain/duties/month.ts';
import type { PingAnswer } from '../domain/escalation/answer.ts';
import type { News } from '../domain/notices/ledger.ts';
import type { Notice } from '../domain/notices/notice.ts';
import type { Subscription } from '../domain/notices/subscription.ts';
import type { OrderDeed } from '../domain/orders/commands.ts';
import type { OrderActor } from '../domain/orders/order.ts';
import type { Language } from '../domain/organisation/language.ts';
import type { PaperBy } from '../domain/paper/copies.ts';
import type { Identity } from '../domain/people/directory.ts';
import type { LifeNews, LivingReport } from '../domain/reports/life/life.ts';
import type { OutageProposal } from '../domain/reports/outage.ts';
import type { Report } from '../domain/reports/report.ts';
import type { Profile } from './event.ts';

/** What those whom the playbook names are told of an absence. */
export type AwayNews = 'new' | 'changed' | 'ended' | 'on-call' | 'not-on-call';

/** What a turn wants kept or told beyond its replies. It is done in the same commit, or not at all. */
export type Effect =
  | { readonly effect: 'keep-report'; readonly report: Report }
  /** A report that is followed up, as it is now. `news`: who is to be told or asked to do what. */
  | { readonly effect: 'keep-case'; readonly report: LivingReport; readonly news: readonly LifeNews[] }
  /** Absences or agreements as they are now. `news`: what others are told of it; null: nothing. `site`: the teller's unit. */
  | {
      readonly effect: 'keep-away';
      readonly entries: readonly (AwayEntry | AgreedEntry)[];
      readonly news: AwayNews | null;
      readonly site: string | null;
    }
  | { readonly effect: 'keep-profile'; readonly profile: Profile }
  /** Who the speaker is, by the platform's directory. */
  | { readonly effect: 'keep-identity'; readonly identity: Identity }
  /** The speaker is hit by a known outage too; said twice it counts once. They are told its end in this conversation. */
  | {
      readonly effect: 'me-too';
      readonly outage: string;
      readonly conversation: string;
      readonly language: Language;
    }
  /** The speaker has signed; said twice it counts once. */
  | { readonly effect: 'sign'; readonly signature: Signature }
  /** A notice as it is now. `news`: what its destinations are told of it; null: nothing. */
  | { readonly effect: 'keep-notice'; readonly notice: Notice; readonly news: News | null }
  /** Puts a notice that waits for a second person before IT's desk. */
  | { readonly effect: 'ask-confirm'; readonly notice: string }
  /** What of a notice's present revision failed is tried again. */
  | { readonly effect: 'retry-notice'; readonly notice: string }
  /** The speaker has read a notice; said twice it counts once. `name`: as the directory knows them. */
  | { readonly effect: 'read-notice'; readonly notice: string; readonly name: string | null }
  /** Those who have not read a notice are reminded, once. */
  | { readonly effect: 'remind-readers'; readonly notice: string }
  | { readonly effect: 'keep-subscription'; readonly subscription: Subscription }
  | { readonly effect: 'drop-subscription'; readonly destination: string }
  /** A report is handed on; whether they may is decided where its order is made. */
  | {
      readonly effect: 'hand-on';
      readonly report: string;
      readonly supplier: string;
      readonly by: OrderActor;
    }
  /** Somebody does something with an order; whether they may is decided where the order is. */
  | {
      readonly effect: 'do-order';
      readonly order: string;
      readonly deed: OrderDeed;
      readonly text: string;
      readonly by: OrderActor;
    }
  /** The speaker did a unit's duty of a day (ISO date); whether it was done before is seen where the duty is. */
  | {
      readonly effect: 'do-duty';
      readonly duty: string;
      readonly site: string;
      readonly day: string;
      readonly by: NonNullable<DutyEntry['by']>;
    }
  /** The speaker printed what a unit was asked to: these versions together. */
  | {
      readonly effect: 'print-paper';
      readonly rule: string;
      readonly site: string;
      readonly version: string;
      readonly by: PaperBy;
    }
  /** The speaker takes back that it was done. */
  | { readonly effect: 'undo-duty'; readonly duty: string; readonly site: string; readonly day: string }
  /** A link that opens the board once, until then (ms), for whoever speaks. */
  | {
      readonly effect: 'keep-sign-in';
      readonly id: string;
      readonly until: number;
      readonly language: Language;
      readonly name: string | null;
    }
  /** Whoever speaks is signed out of the board everywhere. */
  | { readonly effect: 'end-sign-ins' }
  /** An answer to a ping, or that somebody tried what they may not. */
  | {
      readonly effect: 'answer-ping';
      readonly escalation: string;
      readonly answer: PingAnswer;
      readonly refused: null;
    }
  | {
      readonly effect: 'answer-ping';
      readonly escalation: string;
      readonly answer: null;
      readonly refused: Pick<PingAnswer, 'deed' | 'by'>;
    }
  | { readonly effect: 'keep-proposal'; readonly proposal: OutageProposal }
  /** Puts a proposal before IT's desk. */
  | { readonly effect: 'propose'; readonly proposal: OutageProposal };
