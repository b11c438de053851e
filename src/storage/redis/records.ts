import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type {
  Page,
  RecordChange,
  RecordRead,
  RecordSearch,
  StoredRecord,
  WriteResult,
} from '../../ports/store/records.ts';
import { checkLength } from '../checks.ts';
import type { Place } from './place.ts';
import { listOf, numberOf } from './replies.ts';
import { recordWords } from './words.ts';

/** Records and the keys by which they are found. */
export class RedisRecords {
  readonly #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  get(key: RecordRead): Promise<StoredRecord | null> {
    return this.#place.ofOrganisation(key.organisation).reading.record(key);
  }

  find(search: RecordSearch): Promise<Page<StoredRecord>> {
    return this.#place.ofOrganisation(search.organisation).reading.records(search);
  }

  /** @see Records.writeRecords */
  async write(changes: readonly RecordChange[]): Promise<WriteResult> {
    checkLength('record changes', changes, STORE_LIMITS.changesPerTurn);
    const records = changes.map(recordWords);
    const [first] = changes;
    if (first === undefined) return { outcome: 'written' };
    const { number, memory } = this.#place.ofOrganisation(first.organisation);
    const words = JSON.stringify({ records, seen: memory.seen });
    const [outcome, what, version] = listOf(await this.#place.link.run('writeRecords', number, words));
    if (outcome === 'written') {
      memory.hear(what);
      return { outcome };
    }
    memory.doubt();
    const outdated = changes[numberOf(what) - 1] ?? first;
    const { organisation, kind, id } = outdated;
    return { outcome: 'conflict', record: { organisation, kind, id }, version: numberOf(version) };
  }
}
