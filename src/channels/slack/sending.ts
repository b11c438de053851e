import type { Sending } from '../../ports/sender.ts';
import type { Reached } from '../../runtime/reach.ts';
import type { Posted } from './api/api.ts';
import type { Failure } from './api/failure.ts';
import type { Looked } from './api/find.ts';
import { type Receipt, receiptIn } from './delivery.ts';

/** How long something waits in ms, and what is not waited for. */
export const SENDER_LIMITS = {
  /** After a try that may have worked, before it is looked for once more and written again. */
  lookAgainMs: 5000,
  /** While a workspace refuses the app its messages come back so often … */
  heldMs: 900_000,
  /** … and wait for its operator over a long weekend: 4 days. Then they are given up like others. */
  held: 384,
  /** Slack takes few changes of messages. An answer does not wait longer for one than this: it follows as a new message. */
  updatePatienceMs: 3000,
} as const;

/** Why something has to be looked for, and how long it waits if it is not there, in ms. */
interface Doubt {
  readonly reason: string;
  readonly afterMs: number;
}

/** What is there is sent. What is not, or cannot be read now, is looked for again before it is written again. */
export function afterLook(kept: Receipt, looked: Looked, { reason, afterMs }: Doubt): Sending {
  const unsure = { ...kept, unsure: true };
  switch (looked.outcome) {
    case 'there':
      return sentWith(kept, looked);
    case 'absent':
      return retryWith(unsure, `${reason}; it is not there`, afterMs, 'absent');
    case 'later':
      return looksLater(unsure, {
        ...looked,
        reason: `${reason}; ${looked.reason}`,
        afterMs: Math.max(afterMs, looked.afterMs),
      });
    case 'held':
      return heldWith(unsure, `${reason}; ${looked.reason}`);
    case 'unknown':
      return {
        ...{ outcome: 'ambiguous', cause: 'unanswered' },
        reason: `${reason}; it cannot be looked for: ${looked.reason}`,
      };
  }
}

/** What only waits for its turn to be looked for was not tried, and keeps the time that it was told. */
function looksLater(
  receipt: Receipt,
  { reason, afterMs, why }: Extract<Looked, { outcome: 'later' }>,
): Sending {
  return why === 'paced'
    ? { outcome: 'later', reason, afterMs, receipt: { ...receipt }, doubt: 'open' }
    : retryWith(receipt, reason, afterMs);
}

/** Whether a change of a message waits for longer than the answer behind it should. */
export function isTooLate(did: Posted | Failure): did is Extract<Failure, { outcome: 'retry' }> {
  return did.outcome === 'retry' && did.afterMs > SENDER_LIMITS.updatePatienceMs;
}

export function sentWith(
  kept: Receipt,
  { ts, channel }: { readonly ts: string; readonly channel: string },
): Sending {
  return { outcome: 'sent', receipt: { ts, channel, asText: kept.asText } };
}

/** @param doubt whether it was just looked for, if it may be there all the same */
export function retryWith(
  receipt: Receipt,
  reason: string,
  afterMs: number,
  doubt: 'absent' | 'open' = 'open',
): Sending {
  return { outcome: 'retry', reason, afterMs, receipt: { ...receipt }, ...(receipt.unsure && { doubt }) };
}

/** Nothing can be done in this workspace for now. */
export function heldWith(receipt: Receipt, reason: string): Sending {
  const held = Math.min(receipt.held + 1, SENDER_LIMITS.held);
  return retryWith({ ...receipt, held }, reason, SENDER_LIMITS.heldMs);
}

/** What is tried again, whenever it was held before: that does not count towards giving up. */
export function sparing(kept: Receipt, sending: Sending): Sending {
  if (sending.outcome !== 'retry') return sending;
  const { held } = sending.receipt === undefined ? kept : receiptIn(sending.receipt);
  return held === 0 ? sending : { ...sending, spared: held };
}

export function unreached(reached: Reached): Sending {
  return reached.outcome === 'left'
    ? { outcome: 'skipped', reason: 'the bot was removed there', cause: 'left' }
    : {
        outcome: 'failed',
        reason: 'nobody has written there yet, so its address is not known',
        cause: 'unknown-address',
      };
}
