import { readReason } from '../../domain/notices/cause.ts';
import { LEDGER_ROWS, type Ledger, type LedgerRow } from '../../domain/notices/ledger.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import type { Delivery, DeliveryState } from '../../ports/store/outbox.ts';
import type { Store } from '../../ports/store.ts';
import { noticeBatch } from '../names.ts';
import type { ProcessState } from './state.ts';
import { type SubscriptionParts, subscriptionAt } from './subscriptions.ts';

export interface LedgerParts extends SubscriptionParts {
  readonly store: Pick<Store, 'load' | 'record' | 'findRecords' | 'countDeliveries' | 'findDeliveries'>;
}

/** How a notice's present revision goes out, and what of it did not surely arrive, at most `LEDGER_ROWS`. */
export interface LedgerWithRows {
  readonly ledger: Ledger;
  readonly rows: readonly LedgerRow[];
}

/** What the author looks at first: what can be tried again, and what nobody can say. */
const TOLD: readonly DeliveryState[] = ['failed', 'ambiguous', 'skipped'];

/** Counted in destinations: each has one delivery of a revision. */
export async function countedLedger(
  { store }: Pick<LedgerParts, 'store'>,
  { id, organisation, revision }: Notice,
  { fan }: ProcessState,
  now: number,
): Promise<Ledger> {
  const counts = await store.countDeliveries(noticeBatch(organisation, id, revision));
  const { sent, failed, skipped, ambiguous } = counts;
  const waiting = counts.pending + counts.sending;
  return {
    ...{ notice: id, revision, sent, failed, skipped, waiting, ambiguous },
    intended: sent + failed + skipped + waiting + ambiguous,
    complete: revision === 0 || (fan !== null && fan.revision === revision && fan.cursor === null),
    at: now,
  };
}

export async function ledgerRows(
  parts: LedgerParts,
  organisation: string,
  { notice, revision }: Pick<Ledger, 'notice' | 'revision'>,
): Promise<LedgerRow[]> {
  const batch = noticeBatch(organisation, notice, revision);
  const found: Delivery[] = [];
  for (const state of TOLD) {
    const limit = LEDGER_ROWS - found.length;
    if (limit > 0) found.push(...(await parts.store.findDeliveries({ batch, state, limit })).items);
  }
  return Promise.all(found.map((delivery) => rowOf(parts, organisation, delivery)));
}

async function rowOf(
  parts: LedgerParts,
  organisation: string,
  { destination, state, reason }: Delivery,
): Promise<LedgerRow> {
  const subscription = await subscriptionAt(parts, organisation, destination);
  const waits = state === 'pending' || state === 'sending';
  const { cause, sentence } = readReason(reason);
  return {
    ...{ destination, name: subscription?.name ?? destination },
    ...{ state: waits ? 'waiting' : state, cause, reason: sentence },
  };
}
