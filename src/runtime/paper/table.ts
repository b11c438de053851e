import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { UnitCopy } from '../../domain/paper/copies.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { Store } from '../../ports/store.ts';
import { KINDS } from '../record-codecs.ts';
import { newUnit } from './records.ts';

/** What every unit of an organisation has on paper, in the order of the playbook. */
export async function paperTable(
  store: Pick<Store, 'findRecords'>,
  { organisation, paper }: Playbook,
): Promise<readonly UnitCopy[]> {
  const kept = await unitsOf(store, organisation);
  return [...paper.values()].flatMap(({ id, units }) =>
    [...units.keys()].map(
      (site) => kept.find((unit) => unit.rule === id && unit.site === site) ?? newUnit(id, site),
    ),
  );
}

async function unitsOf(store: Pick<Store, 'findRecords'>, organisation: string): Promise<UnitCopy[]> {
  const found: UnitCopy[] = [];
  let after: string | undefined;
  do {
    const page = await store.findRecords({
      ...{ organisation, kind: KINDS.paper, keys: {}, order: 'oldest', passing: true },
      ...{ limit: STORE_LIMITS.pageSize, ...(after !== undefined && { after }) },
    });
    // Written by the process from the same type.
    found.push(...page.items.map(({ body }) => body as unknown as UnitCopy));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}
