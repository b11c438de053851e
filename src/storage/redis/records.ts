import type {
  Page,
  RecordChange,
  RecordRead,
  RecordSearch,
  StoredRecord,
  WriteResult,
} from '../../ports/store/records.ts';
import type { Place } from './place.ts';
import { listOf, numberOf } from './replies.ts';
import { sharesOf } from './shares.ts';
import type { Transfers } from './transfers.ts';

/** Records and the keys by which they are found. */
export class RedisRecords {
  readonly #place: Place;

  readonly #transfers: Transfers;

  constructor(place: Place, transfers: Transfers) {
    this.#place = place;
    this.#transfers = transfers;
  }

  get(key: RecordRead): Promise<StoredRecord | null> {
    return this.#place.ofOrganisation(key.organisation).reading.record(key);
  }

  find(search: RecordSearch): Promise<Page<StoredRecord>> {
    return this.#place.ofOrganisation(search.organisation).reading.records(search);
  }

  /** @see Records.writeRecords */
  async write(changes: readonly RecordChange[]): Promise<WriteResult> {
    const { partitions, link } = this.#place;
    const [first] = changes;
    if (first === undefined) return { outcome: 'written' };
    const shares = sharesOf({ records: changes }, partitions.ofOrganisation(first.organisation), partitions);
    const { partition, records } = shares.home;
    const { memory } = this.#place.at(partition);
    const [outcome, what, version] = await this.#transfers.commit({
      ...{ shares, at: first.change === 'write' ? first.at : 0 },
      run: async (more, transfer) => {
        const words = JSON.stringify({ records, seen: memory.seen, ...more });
        const given = transfer === undefined ? [words] : [words, transfer];
        return listOf(await link.run('writeRecords', partition, ...given));
      },
    });
    if (outcome === 'written') {
      memory.hear(what);
      return { outcome };
    }
    memory.doubt();
    const { organisation, kind, id } = changes[numberOf(what) - 1] ?? first;
    return { outcome: 'conflict', record: { organisation, kind, id }, version: numberOf(version) };
  }
}
