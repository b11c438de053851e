import { reasonText } from '../../domain/notices/cause.ts';
import type { OrderCommand } from '../../domain/orders/commands.ts';
import type { HandoffReceipt } from '../../ports/handoff.ts';
import type { Delivery } from '../../ports/store/outbox.ts';
import type { OpenLetter } from './state.ts';

const LOST = reasonText({ cause: 'never-arrived', sentence: 'it is not in the outbox any more' });

/** What became of something that was sent; null: it is still on its way. */
export function outcomeOf({ word }: OpenLetter, delivery: Delivery | null): OrderCommand | null | 'nothing' {
  const state = delivery?.state ?? 'failed';
  const reason = delivery?.reason ?? LOST;
  if (state === 'pending' || state === 'sending') return null;
  if (word !== 'order') return state === 'sent' ? 'nothing' : { do: 'word-failed', word, reason };
  if (state === 'ambiguous') return { do: 'perhaps-handed', reason };
  if (state !== 'sent') return { do: 'handing-failed', reason };
  // Written by the ways to hand over from the same type.
  const receipt = delivery?.receipt as unknown as HandoffReceipt | null;
  const { reference = null, url = null, confirms = false } = receipt ?? {};
  return { do: 'handed', external: reference === null ? null : { reference, url }, confirms };
}
