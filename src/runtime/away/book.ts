import { type AwayBook, NOBODY_AWAY } from '../../domain/absence/entry.ts';
import type { RecordChange } from '../../ports/store/records.ts';
import type { Store } from '../../ports/store.ts';

/** What is kept of an organisation's absences: one record, so that each change meets all others. */
export const AWAY_KIND = 'away';
export const AWAY_ID = 'book';

/** The book with the version that a change of it must meet. */
export interface KeptBook {
  readonly book: AwayBook;
  readonly version: number;
}

/** Reads the book; nobody told anything: an empty one. */
export async function readBook(store: Pick<Store, 'record'>, organisation: string): Promise<KeptBook> {
  const record = await store.record({ organisation, kind: AWAY_KIND, id: AWAY_ID });
  return record === null
    ? { book: NOBODY_AWAY, version: 0 }
    : { book: bookIn(record), version: record.version };
}

/** The book that a record holds. */
export function bookIn({ body }: { readonly body: unknown }): AwayBook {
  // Written below from the same type.
  return body as AwayBook;
}

/** Writes the book where it is still the one that was read. */
export function bookRecord(organisation: string, { book, version }: KeptBook, at: number): RecordChange {
  return {
    ...{ change: 'write', organisation, kind: AWAY_KIND, id: AWAY_ID, at, keys: {}, expected: version },
    body: book as unknown as RecordChange extends { body: infer B } ? B : never,
  } as RecordChange;
}
