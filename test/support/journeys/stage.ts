import type { Notice } from '../../../src/domain/notices/notice.ts';
import type { Language } from '../../../src/domain/organisation/language.ts';
import type { HandoffLetter } from '../../../src/ports/handoff.ts';
import type { Shipped } from '../playbooks.ts';
import type { TopdeskMood } from './topdesk.ts';

/** Who speaks. */
export interface Actor {
  readonly user: string;
  readonly role?: string;
  readonly site?: string;
  readonly locale?: Language;
  /** IT's own desk. */
  readonly desk?: boolean;
}

/** One message as a person gets it. */
export interface Heard {
  readonly text: string;
  readonly labels: readonly string[];
}

/** The conversations of one organisation through one channel, on a clock of its own. Each input gives the answers to it. */
export interface Stage {
  say(actor: Actor, text: string): Promise<readonly Heard[]>;
  /** Presses the newest choice with this label. */
  press(actor: Actor, label: string): Promise<readonly Heard[]>;
  /** Fills in the newest form, and sends it by its button. */
  fill(actor: Actor, label: string, fields: Readonly<Record<string, string>>): Promise<readonly Heard[]>;
  /** Presses what somebody else was offered: their card was forwarded. */
  pressForwarded(actor: Actor, of: Actor, label: string): Promise<readonly Heard[]>;
  /** Lets time pass, and what is due happen. */
  wait(actor: Actor, duration: string): Promise<readonly Heard[]>;
  /** Lets time pass until something comes to somebody by itself. */
  waitFor(actor: Actor, duration: string): Promise<readonly Heard[]>;
  /** What somebody got by itself since they were last heard of. */
  look(actor: Actor): Promise<readonly Heard[]>;
  /** IT solves in TOPdesk what lies there, and the bot looks how it stands. */
  solveInTopdesk(): Promise<void>;
  /** What the supplier was sent since they last read. */
  supplierReads?(): Promise<readonly HandoffLetter[]>;
  /** The supplier answers by mail. */
  supplierWrites?(text: string, from: string): Promise<void>;
  close(): Promise<void>;
}

/** Where and when a story begins. */
export interface Opening {
  readonly organisation: Shipped;
  /** The organisation's wall clock. */
  readonly at: string;
  /** Whether what others did to the organisation must not be seen. */
  readonly alone: boolean;
  /** What IT has announced before. */
  readonly notices: readonly Notice[];
  /** Where orders go; null: there is no TOPdesk. */
  readonly topdesk: TopdeskMood | null;
}

/** A channel that journeys go through. */
export interface StageMaker {
  readonly name: string;
  /** Whether its clock goes on by itself while the story is told: minutes may differ from the core's. */
  readonly goesOn?: boolean;
  /** Whether orders go to a supplier who answers. */
  readonly hasSupplier?: boolean;
  isAvailable(): boolean;
  open(opening: Opening): Promise<Stage>;
}
