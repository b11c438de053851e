import type { Begin, Sending } from '../../ports/sender.ts';
import type { Delivery } from '../../ports/store/outbox.ts';
import type { Why } from './paced.ts';
import type { Asking } from './window.ts';

/** How urgent a delivery is, and whether it waited for its turn before. */
export function askingFor({ priority, attempt, tries }: Delivery, begin?: Begin): Asking {
  return { priority, waited: attempt > tries, ...(begin && { begin }) };
}

/** What has to wait for its turn was not tried; what was refused, or could not be sent, was. */
export function waiting(did: {
  readonly outcome: 'retry';
  readonly reason: string;
  readonly afterMs: number;
  readonly why?: Why;
}): Sending {
  const { reason, afterMs, why } = did;
  return why === 'paced' ? { outcome: 'later', reason, afterMs } : { outcome: 'retry', reason, afterMs };
}
