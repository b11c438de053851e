/** How an order goes to its supplier. `hand`: the bot makes the words, and somebody sends them. */
export const HAND_OFF_WAYS = ['mail', 'topdesk', 'webhook', 'hand'] as const;
export type HandOffWay = (typeof HAND_OFF_WAYS)[number];

/** How orders go to one supplier. */
export interface SupplierRule {
  /** The contact that it is. */
  readonly contact: string;
  readonly way: HandOffWay;
  /** After so long without a confirmation it is asked for; null: none is waited for. */
  readonly confirmWithin: Temporal.Duration | null;
  /** So often it is asked for before the manager is left with it. */
  readonly chases: number;
  /** Mail addresses and domains (`nemesys.nl`) that are believed to be the supplier's. */
  readonly believed: readonly string[];
  /** Where the supplier's answers go besides the bot's own mailbox. */
  readonly replyTo: string | null;
  /** The branch of callers whom the ticket system does not know, by its name there; left out or null: none is given. */
  readonly branch?: string | null;
}

/** Who has what to do with orders, as contacts of the playbook, and how they go out. */
export interface HandOffRules {
  /** Who hands reports on, hears of what fails, and marks what the supplier says. */
  readonly managers: readonly string[];
  /** Who says yes or no to a price before the work. */
  readonly quotes: readonly string[];
  /** Who says yes or no to an invoice. */
  readonly invoices: readonly string[];
  readonly suppliers: ReadonlyMap<string, SupplierRule>;
}
