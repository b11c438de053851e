import type { Applied, NoticeFault } from '../../domain/notices/commands.ts';
import type { News } from '../../domain/notices/ledger.ts';
import type { Json } from '../../ports/store/json.ts';
import type { RecordChange, RecordKey } from '../../ports/store/records.ts';
import type { Store } from '../../ports/store.ts';
import { KINDS } from '../record-codecs.ts';
import type { NoticeEvent } from './events.ts';

/** What came of a command from outside: it is kept, so that the same command is answered the same. */
export interface DoneCommand {
  readonly notice: string;
  /** Null: it was done. */
  readonly faults: readonly NoticeFault[] | null;
  readonly news: News | null;
}

/** @param id of the command's event */
export function commandRecord(
  { organisation, subject: notice }: NoticeEvent,
  id: string,
  applied: Applied,
  at: number,
): RecordChange {
  const done: DoneCommand =
    applied.outcome === 'done'
      ? { notice, faults: null, news: applied.news }
      : { notice, faults: applied.faults, news: null };
  return { change: 'write', ...keyOf(organisation, id), at, keys: { notice }, body: done as unknown as Json };
}

/** Null: it was not done yet. */
export async function doneCommand(
  store: Pick<Store, 'record'>,
  organisation: string,
  id: string,
): Promise<DoneCommand | null> {
  const record = await store.record(keyOf(organisation, id));
  return record === null ? null : (record.body as unknown as DoneCommand);
}

function keyOf(organisation: string, id: string): RecordKey {
  return { organisation, kind: KINDS.noticeCommand, id };
}
