import type { Json } from './json.ts';

/** Which record. An organisation never sees those of another. */
export interface RecordKey {
  readonly organisation: string;
  /** What it is: `report`, `outage`, `person` … */
  readonly kind: string;
  readonly id: string;
}

/** Which record is read. */
export interface RecordRead extends RecordKey {
  /** It is one of very many that are gone through: it is not kept in memory for the next time. Left out: false. */
  readonly passing?: boolean;
}

/** Something kept beyond its conversation. */
export interface StoredRecord extends RecordKey {
  /** 1 when first written, one more at each change. */
  readonly version: number;
  /** The instant by which records are ordered, in ms since 1970 UTC, such as when a fault was reported. */
  readonly at: number;
  /** By what it is found: `{ user, service, site, state }`. */
  readonly keys: Readonly<Record<string, string>>;
  readonly body: Json;
}

/** A change of one record, within a turn or outside of any. */
export type RecordChange =
  | (RecordKey & {
      readonly change: 'write';
      readonly at: number;
      readonly keys: Readonly<Record<string, string>>;
      readonly body: Json;
      /** The version that it must have now; 0: it must not exist. Left out: any. */
      readonly expected?: number;
    })
  | (RecordKey & { readonly change: 'delete'; readonly expected?: number });

/** Which records to find. */
export interface RecordSearch {
  readonly organisation: string;
  readonly kind: string;
  /** All must match, at most `STORE_LIMITS.searchKeys`. Put the narrowest first: it is the one that is walked. */
  readonly keys?: Readonly<Record<string, string>>;
  /** By `at`, then by id. */
  readonly order: 'newest' | 'oldest';
  /** 1 to `STORE_LIMITS.pageSize`. */
  readonly limit: number;
  /** `next` of the page before. */
  readonly after?: string;
  /** It is one of very many that are walked through: nothing of it is kept in memory. Left out: false. */
  readonly passing?: boolean;
}

/** Some of what was found; `next` is null on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** What became of changes outside of a turn. Only `written` changed anything. */
export type WriteResult =
  | { readonly outcome: 'written' }
  /** A record is not in the version that was expected. `version` is the present one, 0 if there is none. */
  | { readonly outcome: 'conflict'; readonly record: RecordKey; readonly version: number };

/** What is kept beyond conversations. */
export interface Records {
  /**
   * Makes all these changes, or none: for what belongs to no conversation, such as an installation of the app. What
   * comes of an event is written by its turn's commit. At most `STORE_LIMITS.changesPerTurn`.
   */
  writeRecords(changes: readonly RecordChange[]): Promise<WriteResult>;
  record(key: RecordRead): Promise<StoredRecord | null>;
  findRecords(search: RecordSearch): Promise<Page<StoredRecord>>;
}
