import { dutySubject } from '../../domain/duties/duty.ts';
import { type DutyMonth, type DutyRow, monthBefore, rowsOf } from '../../domain/duties/month.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { Store } from '../../ports/store.ts';
import { KINDS } from '../record-codecs.ts';

/** One day of one unit's duty. */
export interface DutyTableRow extends DutyRow {
  readonly duty: string;
  readonly site: string;
}

/** A month of all duties of an organisation in all their units, in the order of the playbook, day by day. */
export async function dutyTable(
  store: Pick<Store, 'findRecords'>,
  playbook: Playbook,
  month: string,
  now: number,
): Promise<readonly DutyTableRow[]> {
  const { organisation, timezone } = playbook;
  const [kept, before] = await Promise.all(
    [month, monthBefore(month)].map((each) => monthsOf(store, organisation, each)),
  );
  return [...playbook.duties.values()].flatMap((duty) =>
    [...duty.units.keys()].flatMap((site) => {
      const subject = dutySubject(duty.id, site);
      const days = kept?.get(subject)?.days ?? {};
      const known = [...Object.keys(days), ...Object.keys(before?.get(subject)?.days ?? {})];
      const since = known.toSorted()[0] ?? null;
      const rows = rowsOf(duty, timezone, { month, days }, { now, since });
      return rows.map((row) => ({ duty: duty.id, site, ...row }));
    }),
  );
}

async function monthsOf(
  store: Pick<Store, 'findRecords'>,
  organisation: string,
  month: string,
): Promise<ReadonlyMap<string, DutyMonth>> {
  const found = new Map<string, DutyMonth>();
  const search = { organisation, kind: KINDS.duty, keys: { month }, order: 'oldest' } as const;
  let after: string | undefined;
  do {
    const page = await store.findRecords({
      ...{ ...search, limit: STORE_LIMITS.pageSize, passing: true },
      ...(after !== undefined && { after }),
    });
    for (const { body } of page.items) {
      const kept = body as unknown as DutyMonth;
      found.set(dutySubject(kept.duty, kept.site), kept);
    }
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}
