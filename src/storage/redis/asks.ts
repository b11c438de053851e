import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { Page, RecordRead, RecordSearch, StoredRecord } from '../../ports/store/records.ts';
import type { ConversationState } from '../../ports/store/turn.ts';
import { checkCount, checkLength } from '../checks.ts';
import { recordCursor } from '../requests.ts';
import type { Reply } from './link.ts';
import type { Memory } from './memory.ts';
import { jsonOf, listOf, numberOf, textOf, textOrNull } from './replies.ts';

/** Something that can be read of a partition: from memory, or by lua/read.lua. */
export interface Ask<T> {
  /**
   * What is kept of it; undefined: it has to be asked for.
   * @param isFresh whether what is kept of records is still so
   */
  kept(memory: Memory, isFresh: boolean): T | undefined;
  /** How the script is asked. */
  words(memory: Memory): object;
  /** @param isLatest whether the answer may be kept */
  heard(memory: Memory, answer: Reply | undefined, isLatest: boolean): T;
}

export function conversationAsk(id: string): Ask<ConversationState | null> {
  let known: ReturnType<Memory['keptState']>;
  return {
    kept: (memory) => memory.freshState(id),
    words(memory) {
      known = memory.keptState(id);
      return { what: 'conversation', id, version: known?.version ?? '' };
    },
    heard(memory, answer) {
      if (answer === null || answer === undefined) return memory.hearState(id, '0', '');
      const [version, state] = listOf(answer);
      // Without the state it is in the version that was named.
      return memory.hearState(id, textOf(version), textOrNull(state) ?? known?.text ?? '');
    },
  };
}

export function recordAsk(key: RecordRead): Ask<StoredRecord | null> {
  const { organisation, kind, id, passing = false } = key;
  return {
    kept: (memory, isFresh) => (isFresh ? memory.records.record(key) : undefined),
    words: () => ({ what: 'record', organisation, kind, id }),
    heard(memory, answer, isLatest) {
      const read = answer === null || answer === undefined ? null : recordOf(key, listOf(answer));
      if (isLatest && !passing) memory.records.keep(key, read?.record ?? null, read?.size ?? 0);
      return read?.record ?? null;
    },
  };
}

/** @throws StoreError `invalid` or `too-large` */
export function searchAsk(search: RecordSearch): Ask<Page<StoredRecord>> {
  const { organisation, kind, order, passing = false } = search;
  const limit = checkCount('limit', search.limit, STORE_LIMITS.pageSize);
  const keys = checkLength('keys to search by', Object.entries(search.keys ?? {}), STORE_LIMITS.searchKeys);
  const cursor = recordCursor(search);
  const from = cursor === null ? {} : { at: String(cursor[0]), id: cursor[1] };
  return {
    kept: (memory, isFresh) => (isFresh && !passing ? memory.records.page(search) : undefined),
    words: () => ({ what: 'records', organisation, kind, order, limit: limit + 1, keys, ...from }),
    heard(memory, answer, isLatest) {
      const found = listOf(answer).map((each) => recordOf(search, listOf(each)));
      const isKept = isLatest && !passing;
      const items = found.slice(0, limit).map(({ record, size }) => {
        if (isKept) memory.records.keep(record, record, size);
        return record;
      });
      const last = items.at(-1);
      const page = { items, next: found.length > limit && last ? `${last.at}/${last.id}` : null };
      if (isKept) memory.records.keepPage(search, page);
      return page;
    },
  };
}

function recordOf(
  { organisation, kind }: { readonly organisation: string; readonly kind: string },
  [id, version, at, keys, body]: readonly Reply[],
): { readonly record: StoredRecord; readonly size: number } {
  const record = {
    ...{ organisation, kind, id: textOf(id), version: numberOf(version), at: numberOf(at) },
    keys: jsonOf(keys) as Record<string, string>,
    body: jsonOf(body),
  };
  return { record, size: textOf(body).length };
}
