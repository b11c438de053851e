import type { Escalation, Matter } from '../../domain/escalation/escalation.ts';
import type { Report } from '../../domain/reports/report.ts';
import type { Json } from '../../ports/store/json.ts';
import type { RecordChange } from '../../ports/store/records.ts';
import type { Store } from '../../ports/store.ts';
import { KINDS } from '../record-codecs.ts';

/** An escalation with the version of its record; 0: it is not there. */
export interface StoredEscalation {
  readonly escalation: Escalation | null;
  readonly version: number;
}

export async function readEscalation(
  store: Pick<Store, 'record'>,
  organisation: string,
  id: string,
): Promise<StoredEscalation> {
  const record = await store.record({ organisation, kind: KINDS.escalation, id });
  if (record === null) return { escalation: null, version: 0 };
  // Written below from the same type.
  return { escalation: record.body as unknown as Escalation, version: record.version };
}

/** The escalation as it is now, over the version that it was computed from. */
export function escalationRecord(escalation: Escalation, version: number): RecordChange {
  const { organisation, id, begun, state, matter, situation } = escalation;
  const { service } = situation;
  return {
    ...{ change: 'write', organisation, kind: KINDS.escalation, id, at: begun, expected: version },
    keys: { state, matter: matter.kind, ...(service !== null && { service }) },
    body: escalation as unknown as Json,
  };
}

/** Which escalation a report is in. */
export function escalatedRecord(
  { organisation, id, begun }: Escalation,
  kind: Matter['kind'],
  report: string,
): RecordChange {
  return {
    ...{ change: 'write', organisation, kind: KINDS.escalated, id: `${kind}/${report}`, at: begun },
    ...{ keys: { escalation: id }, body: { escalation: id } },
  };
}

/** The escalation that a report is in, or was; null: none. */
export async function escalationOf(
  store: Pick<Store, 'record'>,
  organisation: string,
  kind: Matter['kind'],
  report: string,
): Promise<Escalation | null> {
  const key = { organisation, kind: KINDS.escalated, id: `${kind}/${report}` };
  const record = await store.record(key);
  if (record === null) return null;
  const { escalation: id } = record.body as { escalation: string };
  return (await readEscalation(store, organisation, id)).escalation;
}

/** Reports with their versions; those that are not there are left out. */
export async function readReports(
  store: Pick<Store, 'record'>,
  organisation: string,
  ids: readonly string[],
): Promise<readonly { readonly report: Report; readonly version: number }[]> {
  const records = await Promise.all(ids.map((id) => store.record({ organisation, kind: KINDS.report, id })));
  return records.flatMap((record) =>
    record === null ? [] : [{ report: record.body as unknown as Report, version: record.version }],
  );
}
