import type { Json } from '../ports/store/json.ts';
import type { Page, RecordKey, RecordSearch, StoredRecord } from '../ports/store/records.ts';
import { BoundedMap } from './bounded-map.ts';

/** How much is kept beside the file; sizes are in characters of JSON. */
export const RECORD_CACHE_LIMITS = {
  /** Those that are known not to exist count too. */
  records: { entries: 20_000, size: 16_000_000 },
  pages: { entries: 2000, size: 16_000_000 },
} as const;

interface KeptPage {
  /** How often the kind had changed when this was found. */
  readonly changes: number;
  readonly page: Page<StoredRecord>;
}

type Kind = Pick<RecordKey, 'organisation' | 'kind'>;

/**
 * What was read of records, so that the same is not read and decoded with every turn. Whoever writes says what changes,
 * in the same step, so it never gives what is not so any more; saying it in vain does no harm. A page holds as long as no
 * record of its organisation and kind changed. What is given is frozen: several turns have the same.
 */
export class RecordCache {
  readonly #records = new BoundedMap<StoredRecord | null>(RECORD_CACHE_LIMITS.records);
  readonly #pages = new BoundedMap<KeptPage>(RECORD_CACHE_LIMITS.pages);
  readonly #sizes = new WeakMap<StoredRecord, number>();
  /** By organisation and kind. */
  readonly #changes = new Map<string, number>();

  /** Undefined if it is not kept; null if it is known not to exist. */
  record(key: RecordKey): StoredRecord | null | undefined {
    return this.#records.get(nameOf(key));
  }

  /** @param size characters of its JSON */
  keep(key: RecordKey, record: StoredRecord | null, size: number): void {
    this.#records.set(nameOf(key), record, size);
    if (record === null) return;
    this.#sizes.set(record, size);
    freeze(record as unknown as Json);
  }

  page(search: RecordSearch): Page<StoredRecord> | undefined {
    const kept = this.#pages.get(searchName(search));
    return kept?.changes === this.#changesOf(search) ? kept.page : undefined;
  }

  /** @param page of records that are kept */
  keepPage(search: RecordSearch, page: Page<StoredRecord>): void {
    const size = page.items.reduce((sum, record) => sum + (this.#sizes.get(record) ?? 0), 0);
    this.#pages.set(searchName(search), { changes: this.#changesOf(search), page }, size);
  }

  /** A record is being written or deleted. */
  changed(key: RecordKey): void {
    this.#records.delete(nameOf(key));
    this.#changes.set(kindName(key), this.#changesOf(key) + 1);
  }

  /** Anything may have changed. */
  clear(): void {
    this.#records.clear();
    this.#pages.clear();
  }

  #changesOf(of: Kind): number {
    return this.#changes.get(kindName(of)) ?? 0;
  }
}

/** Keys hold no control characters, so that lines keep them apart. */
function nameOf({ organisation, kind, id }: RecordKey): string {
  return `${organisation}\n${kind}\n${id}`;
}

function kindName({ organisation, kind }: Kind): string {
  return `${organisation}\n${kind}`;
}

function searchName({ organisation, kind, keys = {}, order, limit, after }: RecordSearch): string {
  return JSON.stringify([organisation, kind, keys, order, limit, after]);
}

function freeze(value: Json): void {
  if (typeof value !== 'object' || value === null) return;
  for (const part of Object.values(value)) if (part !== undefined) freeze(part);
  Object.freeze(value);
}
