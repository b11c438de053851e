import type { Language } from '../organisation/language.ts';
import type { DirectoryEntry } from '../people/directory.ts';
import type { Picture } from '../reports/report.ts';
import type { Millis } from '../timeline/timeline.ts';
import type { HandOffWay } from './rules.ts';

/**
 * How far the handing over has come. `waiting`: it is on its way; `handed-over`: the supplier has it; `perhaps`: nobody can
 * say, and sending it again would risk a second one; `failed`: it does not go out by itself; `by-hand`: somebody saw to it.
 */
export type Handing = 'waiting' | 'handed-over' | 'perhaps' | 'failed' | 'by-hand';

/**
 * Where an order stands. `ordering`: it is being handed over; `ordered`: the supplier has not confirmed it yet; `quoted`: the
 * work waits for a yes to its price; `solved`: the supplier says so, and whoever reported it has not judged it yet.
 */
export type OrderState =
  | 'ordering'
  | 'ordered'
  | 'confirmed'
  | 'quoted'
  | 'in-work'
  | 'solved'
  | 'closed'
  | 'cancelled';

/** Who did something with an order. */
export type OrderActor =
  /** `holds`: the playbook's contacts that they hold at that moment. */
  | {
      readonly kind: 'person';
      readonly user: string;
      readonly name: string | null;
      readonly holds: readonly string[];
    }
  /** By a mail that is believed, or by the ticket system. */
  | { readonly kind: 'supplier' }
  | { readonly kind: 'bot' };

/** What happened to an order. */
export type OrderHappening =
  | 'ordered'
  | 'handed-over'
  | 'perhaps'
  | 'failed'
  | 'word-failed'
  | 'tried-again'
  | 'by-hand'
  | 'confirmed'
  | 'chased'
  | 'quote'
  | 'quote-approved'
  | 'quote-declined'
  | 'in-work'
  | 'status'
  | 'solved'
  | 'satisfied'
  | 'not-satisfied'
  | 'closed'
  | 'cancelled'
  | 'passed-to'
  | 'invoice'
  | 'invoice-approved'
  | 'invoice-rejected'
  | 'mail'
  | 'stranger'
  | 'refused';

export interface OrderEntry {
  readonly at: Millis;
  readonly what: OrderHappening;
  /** A name, a contact's id, `supplier`, `supplier:` with the contact of an earlier one, `reporter` or `bot`; of whoever was refused the user too. */
  readonly by: string;
  /** Why, how much, or which deed was refused; null where nothing was said. */
  readonly text: string | null;
}

/** What the supplier wants to be paid, before or after the work. */
export interface Money {
  readonly at: Millis;
  /** In the supplier's words; untrusted text. */
  readonly text: string;
  readonly answer: 'waiting' | 'yes' | 'no';
  readonly by: string | null;
  readonly why: string | null;
}

/** A mail that belongs to an order. All of it is untrusted text. */
export interface OrderMail {
  readonly at: Millis;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** Whether it surely comes from the supplier; what a stranger writes is only shown. */
  readonly believed: boolean;
  /** What the bot took it for; null: somebody has to read it. */
  readonly taken: MailMeaning | null;
}

/** What a supplier's mail can mean. */
export const MAIL_MEANINGS = ['confirmed', 'quote', 'invoice', 'solved'] as const;
export type MailMeaning = (typeof MAIL_MEANINGS)[number];

/** What of the report the supplier needs: as it was when it was ordered. */
export interface Ordered {
  readonly service: string | null;
  readonly site: string | null;
  readonly where: string | null;
  readonly what: string;
  readonly urgent: boolean;
  readonly since: string | null;
  readonly contactBack: string | null;
  readonly reporter: DirectoryEntry | null;
  readonly pictures: readonly Picture[];
}

/** A supplier that had an order before, and where it stood there when it went to another. */
export interface EarlierSupplier
  extends Pick<Order, 'supplier' | 'way' | 'state' | 'handing' | 'external' | 'status' | 'handedAt'> {
  readonly until: Millis;
}

/** A report that was handed on. One report has one order, so its id is the report's. Plain data: it is kept as it is. */
export interface Order {
  readonly id: string;
  readonly organisation: string;
  /** All reports that it is about; the first gives the order its id. */
  readonly reports: readonly string[];
  /** The contact to which it goes. */
  readonly supplier: string;
  readonly way: HandOffWay;
  readonly at: Millis;
  /** Who handed it on: a name, or `bot`. */
  readonly by: string;
  /** Whoever reported it, and where they are told. */
  readonly reporter: { readonly user: string; readonly conversation: string; readonly language: Language };
  readonly ordered: Ordered;
  /** Who had it before, the first one first; left out: nobody. */
  readonly earlier?: readonly EarlierSupplier[];
  readonly state: OrderState;
  readonly handing: Handing;
  /** How often handing it over was begun: each has a delivery of its own. */
  readonly tries: number;
  /** Why it failed; null: it did not. For people, no words of the report. */
  readonly reason: string | null;
  readonly handedAt: Millis | null;
  /** What the ticket system calls it. */
  readonly external: { readonly reference: string; readonly url: string | null } | null;
  /** The ticket system's own word for where it stands. */
  readonly status: string | null;
  /** How often the missing confirmation was asked for. */
  readonly chased: number;
  /** From when on the next chase is counted. */
  readonly chaseFrom: Millis | null;
  /** How often it was not solved to satisfaction. */
  readonly reopened: number;
  readonly quote: Money | null;
  readonly invoice: Money | null;
  readonly mails: readonly OrderMail[];
  readonly history: readonly OrderEntry[];
}

export const ORDER_LIMITS = {
  /** Characters of a reason, a quote or an invoice in words; what is longer is cut. */
  text: 1000,
  /** Characters of a mail that are kept. */
  mailText: 4000,
  /** Characters of its subject and of an address. */
  mailLine: 300,
  /** Mails that are kept; the newest. */
  mails: 20,
  /** Mails of strangers that are shown. */
  strangers: 5,
  /** Entries of the history; the first and the newest are kept. */
  history: 100,
  /** Reports of one order. */
  reports: 20,
  /** How often an order goes to another supplier. */
  earlier: 5,
} as const;

/** Whether nothing is left to be done but perhaps an invoice. */
export function isOver({ state }: Pick<Order, 'state'>): boolean {
  return state === 'closed' || state === 'cancelled';
}

/** Whether an invoice still waits for an answer. */
export function invoiceWaits({ invoice }: Pick<Order, 'invoice'>): boolean {
  return invoice?.answer === 'waiting';
}
