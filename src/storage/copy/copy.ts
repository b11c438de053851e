import { StoreError } from '../../ports/store/error.ts';
import { type CopySource, type CopyTarget, SORTS, type Sort, type Sum, Summing } from './entries.ts';

/** What was copied, or is there. */
export type Sums = Readonly<Record<Sort, Sum>>;

/** Told of each portion: how much is done, of how much, with reading all of it again at the end. */
export type Progress = (done: number, total: number) => void;

/**
 * Copies everything that a store holds into an empty one, then reads the copy and compares. Interrupted at any point it is begun
 * again: what is there already stays.
 * @throws StoreError `invalid` if the target holds something else, or is not the same in the end; `in-use`
 */
export async function copyStore(source: CopySource, target: CopyTarget, progress: Progress): Promise<Sums> {
  if (source.name === target.name)
    throw new StoreError('invalid', `both are ${source.name}: name another store to copy into`);
  for (const each of [source, target]) await each.checkAlone();
  await target.begin(source.name);
  const counts = await source.counts();
  const total = 2 * SORTS.reduce((sum, sort) => sum + counts[sort], 0);
  let done = 0;
  const told = (more: number): void => {
    done += more;
    progress(done, Math.max(done, total));
  };
  const copied = await sumsOf(source, told, (sort, entries) => target.put(sort, entries));
  await source.checkAlone();
  const found = await sumsOf(target, told);
  for (const sort of SORTS) compare(sort, copied[sort], found[sort]);
  await target.end();
  return found;
}

async function sumsOf(
  store: CopySource,
  told: (more: number) => void,
  then?: CopyTarget['put'],
): Promise<Sums> {
  const sums: Partial<Record<Sort, Sum>> = {};
  for (const sort of SORTS) {
    const summing = new Summing(sort);
    for await (const entries of store.entries(sort)) {
      summing.add(entries);
      await then?.(sort, entries);
      told(entries.length);
    }
    sums[sort] = summing.sum;
  }
  return sums as Sums;
}

function compare(sort: Sort, copied: Sum, found: Sum): void {
  if (copied.count === found.count && copied.checksum === found.checksum) return;
  throw new StoreError(
    'invalid',
    `the copy is not the same: of ${sort}s there are ${found.count} (${found.checksum}), not ${copied.count} (${copied.checksum}). The source changed between two tries; empty the target and copy again.`,
  );
}
