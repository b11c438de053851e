import type { SupplierWord } from '../domain/orders/commands.ts';
import type { HandOffWay } from '../domain/orders/rules.ts';
import type { Language } from '../domain/organisation/language.ts';
import type { DirectoryEntry } from '../domain/people/directory.ts';
import type { Picture } from '../domain/reports/report.ts';
import type { KeptPicture } from './pictures.ts';
import type { Sending } from './sender.ts';
import type { Json } from './store/json.ts';

/** What a delivery of the kind `handoff` holds: an order, or a word about it, in words that are ready. */
export interface HandoffLetter {
  readonly organisation: string;
  /** The order's reference, `K7M2-QX4P`. It is the external number in a ticket system. */
  readonly order: string;
  readonly way: Exclude<HandOffWay, 'hand'>;
  readonly word: SupplierWord;
  /** Unique in its order, and the same at every try: `order`, `chase-2`. Whoever gets it twice knows it as one by this. */
  readonly name: string;
  /** The name of the order itself, which all words about it answer. Left out: `order`. */
  readonly thread?: string;
  readonly language: Language;
  /** The contact that it goes to, and its mail address; null: it has none. */
  readonly supplier: { readonly contact: string; readonly address: string | null };
  /** With the reference, on one line. */
  readonly subject: string;
  /** What it is about, on one line, without the reference. */
  readonly brief: string;
  readonly text: string;
  /** Whoever reported it, as the platform's directory knows them. */
  readonly reporter: DirectoryEntry | null;
  readonly pictures: readonly Picture[];
  readonly replyTo: readonly string[];
  /** The branch of a caller whom the ticket system does not know, by its name there; left out or null: none. */
  readonly branch?: string | null;
  /** By the machine's clock, in ms since 1970 UTC. */
  readonly at: number;
}

/** What is known of a letter that was handed over; kept as the delivery's receipt. */
export interface HandoffReceipt {
  /** What the ticket system calls it; null: mail has no such thing. */
  readonly reference: string | null;
  readonly url: string | null;
  /** Whether to have it is to confirm it. */
  readonly confirms: boolean;
  /** Pictures that could not be handed over. */
  readonly lost: readonly string[];
}

/** What is known of a try before. */
export interface HandoffTry {
  /** What the last try left for this one. */
  readonly receipt: Json;
  /** An earlier try may have worked. */
  readonly unsure: boolean;
}

/** One way to hand something over. */
export interface Handoff {
  /** Hands it over once. Never retries by itself. Rejects only for faults of the program. */
  hand(letter: HandoffLetter, before: HandoffTry): Promise<Sending>;
  /** What became of one that was under way when the process died. */
  settle(letter: HandoffLetter, before: HandoffTry): Promise<Sending>;
}

/** The bytes of a picture that was kept with a report; null: they are gone. */
export type ReadPicture = (picture: Picture) => Promise<KeptPicture | null>;

/** Where an incident of a ticket system stands. */
export interface IncidentStatus {
  /** In the system's own words; null: it has none. */
  readonly status: string | null;
  readonly solved: boolean;
  readonly reference: string;
}

export const HANDOFF_LIMITS = {
  /** A letter that cannot be handed over for so long is given up, in ms: somebody can send it by hand. */
  patienceMs: 900_000,
  /** How long a system may take for one request, in ms. */
  requestMs: 30_000,
  /** Characters of a request's text; what is longer is cut. */
  text: 20_000,
  /** Bytes of all pictures of one letter; those beyond are left out, and that is said. */
  pictureBytes: 20_000_000,
  /** How long what seemed lost is left alone before it is looked for, in ms: it may still be on its way. */
  restMs: 5000,
  /** How often a letter may be sent again although it may have arrived. */
  doubts: 4,
  /** Bytes of an answer that are read. */
  answerBytes: 1_000_000,
} as const;
