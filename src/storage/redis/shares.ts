import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { RecordChange } from '../../ports/store/records.ts';
import type { Turn } from '../../ports/store/turn.ts';
import { checkLength } from '../checks.ts';
import { organisationOf, type Partitions } from './partitions.ts';
import { deliveryWords, recordWords, timerWords } from './words.ts';

/** What one commit does in one partition, as the scripts take it. */
export interface Share {
  readonly partition: number;
  readonly records: object[];
  readonly deliveries: object[];
  readonly timers: object[];
}

/** What a commit does, by partition. */
export interface Shares {
  /** In its own. */
  readonly home: Share;
  /** In others: nearly always in none. */
  readonly others: readonly Share[];
}

type Changes = Pick<Turn, 'records' | 'deliveries' | 'timers'>;

/**
 * Divides what a commit does.
 * @param home the partition of its conversation
 * @throws StoreError `too-large` or `invalid`
 */
export function sharesOf(changes: Changes, home: number, partitions: Partitions): Shares {
  const shares = new Map<number, Share>();
  const at = (partition: number): Share => {
    const share = shares.get(partition) ?? { partition, records: [], deliveries: [], timers: [] };
    shares.set(partition, share);
    return share;
  };
  at(home);
  const { changesPerTurn } = STORE_LIMITS;
  for (const [i, change] of checkLength('record changes', changes.records ?? [], changesPerTurn).entries())
    at(ofRecord(change, partitions)).records.push(recordWords(change, i));
  for (const delivery of checkLength('deliveries', changes.deliveries ?? [], changesPerTurn))
    at(partitions.ofName(delivery.destination)).deliveries.push(deliveryWords(delivery));
  for (const change of checkLength('timer changes', changes.timers ?? [], changesPerTurn))
    for (const partition of ofTimer(change, home, partitions)) at(partition).timers.push(timerWords(change));
  const others = [...shares.values()].filter(({ partition }) => partition !== home);
  return { home: at(home), others };
}

function ofRecord({ organisation }: RecordChange, partitions: Partitions): number {
  return partitions.ofOrganisation(organisation);
}

/** A timer is where its conversation is; one that is cancelled is that turn's own, or named after its conversation. */
function ofTimer(
  change: NonNullable<Turn['timers']>[number],
  home: number,
  partitions: Partitions,
): Iterable<number> {
  if (change.change === 'set') return [partitions.ofName(change.conversation)];
  const named = organisationOf(change.id) === '' ? home : partitions.ofName(change.id);
  return new Set([home, named]);
}
