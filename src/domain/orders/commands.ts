import type { Order, OrderActor, OrderMail } from './order.ts';

/** What a person can do with an order. */
export const ORDER_DEEDS = [
  'by-hand',
  'try-again',
  'confirm',
  'quote',
  'approve-quote',
  'decline-quote',
  'start',
  'solve',
  'satisfied',
  'not-satisfied',
  'close',
  'pass-to',
  'cancel',
  'invoice',
  'approve-invoice',
  'reject-invoice',
  'show',
] as const;
export type OrderDeed = (typeof ORDER_DEEDS)[number];

/** Deeds that need words: a price, or why. */
export const WORDED_DEEDS = [
  'quote',
  'decline-quote',
  'not-satisfied',
  'cancel',
  'invoice',
  'reject-invoice',
] as const satisfies readonly OrderDeed[];

export type OrderCommand =
  /** `text`: for those of `WORDED_DEEDS`; of `pass-to` the contact that is to have it. */
  | { readonly do: OrderDeed; readonly text?: string }
  /** What became of handing it over. `confirms`: to have it is to confirm it, as in a ticket system. */
  | {
      readonly do: 'handed';
      readonly external: Order['external'];
      readonly confirms: boolean;
    }
  | { readonly do: 'perhaps-handed' | 'handing-failed'; readonly reason: string }
  /** A mail came. What it means was read from its words. */
  | { readonly do: 'mail'; readonly mail: OrderMail }
  /** The ticket system says where it stands. */
  | { readonly do: 'status'; readonly status: string | null; readonly solved: boolean }
  /** A word to the supplier about it did not go out. */
  | { readonly do: 'word-failed'; readonly word: SupplierWord; readonly reason: string }
  /** Its report was withdrawn. */
  | { readonly do: 'withdrawn' }
  /** Time has passed. */
  | { readonly do: 'tick' };

/** Who does it, and when. */
export interface OrderContext {
  readonly by: OrderActor;
  readonly at: number;
}

/** Whom something is told. */
export type OrderAudience = 'reporter' | 'managers' | 'quotes' | 'invoices';

/** What is told: the last thing that happened, or what they are asked. */
export interface OrderNews {
  readonly to: OrderAudience;
  /** `asks`: they have to decide. `changed`: only the card that they have is put right. */
  readonly how: 'asks' | 'tells' | 'changed';
}

/** What the supplier is told, in the words of the organisation's first language. */
export const SUPPLIER_WORDS = [
  'order',
  'chase',
  'quote-approved',
  'quote-declined',
  'not-satisfied',
  'cancelled',
  'elsewhere',
  'invoice-rejected',
] as const;
export type SupplierWord = (typeof SUPPLIER_WORDS)[number];

/** Why a deed was not done. `not-yours`: another role's; `not-now`: the order does not stand so; `text-missing`: say why. */
export type OrderFault = 'not-yours' | 'not-now' | 'text-missing';

/** What came of a command. A refusal for want of the role stands in the order's history, which is kept. */
export type OrderApplied =
  | {
      readonly outcome: 'done';
      readonly order: Order;
      readonly news: readonly OrderNews[];
      readonly supplier: SupplierWord | null;
    }
  | { readonly outcome: 'refused'; readonly why: OrderFault; readonly order: Order };
