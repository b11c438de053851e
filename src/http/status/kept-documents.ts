import { hash } from 'node:crypto';
import type { Millis } from '../../domain/timeline/timeline.ts';
import { withAsOf } from './as-of.ts';
import { packing } from './packing.ts';

/** Bytes of documents that are kept; the ones that were asked for longest ago go first. */
export const KEPT_BYTES = 32 * 1024 * 1024;

const MINUTE_MS = 60_000;

/** What is sent. */
export interface KeptDocument {
  readonly body: Buffer;
  /** The same with gzip; null: it is not worth it. */
  readonly packed: () => Buffer | null;
  /** Another one whenever something but the time in it differs. */
  readonly version: string;
  /** Since when it has been so, as far as this process knows. */
  readonly since: Millis;
  /** When it may differ, in ms since 1970 UTC. */
  readonly until: Millis;
}

/** What a document is made of; `template` holds `AS_OF`. */
export interface Made {
  readonly template: string;
  readonly until: Millis;
}

interface Entry {
  readonly sources: readonly unknown[];
  readonly made: Made;
  readonly madeAt: Millis;
  /** Of the time that is put in. */
  readonly minute: number;
  readonly document: KeptDocument;
}

/**
 * Documents that were made before. One is given only while it is true: as long as what it was made of is the very same and
 * nothing in it changes by itself; the time that it says is always the asking's.
 */
export class KeptDocuments {
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;

  /**
   * @param sources what it is made of, compared by identity
   * @param asOf the time that is put into it, to the minute
   */
  get(
    name: string,
    sources: readonly unknown[],
    now: Millis,
    asOf: () => string,
    make: () => Made,
  ): KeptDocument {
    const kept = this.#entries.get(name);
    const holds =
      kept !== undefined && isSame(kept.sources, sources) && kept.madeAt <= now && now < kept.made.until;
    const minute = Math.floor(now / MINUTE_MS);
    if (holds && kept.minute === minute) return kept.document;
    const made = holds ? kept.made : make();
    const version = holds ? kept.document.version : hash('sha256', made.template).slice(0, 22);
    const since = kept?.document.version === version ? kept.document.since : now;
    const body = Buffer.from(withAsOf(made.template, asOf()));
    const document = { body, packed: packing(body), version, since, until: made.until };
    this.#keep(name, { sources, made, madeAt: holds ? kept.madeAt : now, minute, document });
    return document;
  }

  #keep(name: string, entry: Entry): void {
    this.#drop(name);
    this.#entries.set(name, entry);
    this.#bytes += sizeOf(entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= KEPT_BYTES) break;
      this.#drop(oldest);
    }
  }

  #drop(name: string): void {
    const entry = this.#entries.get(name);
    if (entry === undefined) return;
    this.#entries.delete(name);
    this.#bytes -= sizeOf(entry);
  }
}

/** The template takes about as much as what is made of it; packed it is a fraction of that. */
function sizeOf({ document }: Entry): number {
  return 2 * document.body.length;
}

function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((source, i) => source === now[i]);
}
