import type { SheetLines } from '../../conversation/paper/sheets.ts';
import type { SheetList, UnitCopy } from '../../domain/paper/copies.ts';
import { paperSubject } from '../../domain/paper/paper.ts';
import type { Json } from '../../ports/store/json.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { RecordChange } from '../../ports/store/records.ts';
import type { Store } from '../../ports/store.ts';
import { KINDS } from '../record-codecs.ts';

const CURRENT = 'current';

/** The sheets of an organisation as they were last seen, with the version of their record; 0: they never were. */
export async function readSheets(
  store: Pick<Store, 'record'>,
  organisation: string,
): Promise<{ readonly list: SheetList; readonly version: number }> {
  const record = await store.record({ organisation, kind: KINDS.sheets, id: CURRENT });
  if (record === null) return { list: { text: null, sheets: {} }, version: 0 };
  // Written below from the same type.
  return { list: record.body as unknown as SheetList, version: record.version };
}

/** @param expected the version of the record that it was computed from */
export function sheetsRecord(
  organisation: string,
  list: SheetList,
  { at, expected }: { readonly at: number; readonly expected: number },
): RecordChange {
  return {
    ...{ change: 'write', organisation, kind: KINDS.sheets, id: CURRENT, at, expected, keys: {} },
    body: list as unknown as Json,
  };
}

/** What stood on a version of a sheet; null: it is not known, or was too long to keep. */
export async function readLines(
  store: Pick<Store, 'record'>,
  organisation: string,
  sheet: string,
  version: string,
): Promise<SheetLines | null> {
  const record = await store.record({ organisation, kind: KINDS.sheet, id: `${sheet}.${version}` });
  return (record?.body as unknown as SheetLines | undefined) ?? null;
}

/** What stands on a version of a sheet. What is too long for the store is left out: then nobody is shown what changed on it. */
export function linesRecord(
  organisation: string,
  { id, version, lines }: { readonly id: string; readonly version: string; readonly lines: SheetLines },
  at: number,
): RecordChange[] {
  const body = lines as unknown as Json;
  if (Buffer.byteLength(JSON.stringify(body)) > STORE_LIMITS.recordBytes) return [];
  return [
    {
      ...{ change: 'write', organisation, kind: KINDS.sheet, id: `${id}.${version}`, at },
      ...{ keys: { sheet: id }, body },
    },
  ];
}

/** What a unit has on paper, as others see it. */
export function unitRecord(organisation: string, copy: UnitCopy, at: number): RecordChange {
  const id = paperSubject(copy.rule, copy.site);
  return {
    ...{ change: 'write', organisation, kind: KINDS.paper, id, at, keys: { rule: copy.rule } },
    body: copy as unknown as Json,
  };
}

export async function readUnit(
  store: Pick<Store, 'record'>,
  organisation: string,
  rule: string,
  site: string,
): Promise<UnitCopy | null> {
  const id = paperSubject(rule, site);
  const record = await store.record({ organisation, kind: KINDS.paper, id });
  return (record?.body as unknown as UnitCopy | undefined) ?? null;
}

/** A unit of which nothing is kept yet: it has said of nothing that it is printed. */
export function newUnit(rule: string, site: string): UnitCopy {
  return { rule, site, stage: 'asked', askedAt: null, due: null, has: null, missing: [] };
}
