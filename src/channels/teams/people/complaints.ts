import type { Logger } from 'pino';
import type { Clock } from '../../../ports/clock.ts';
import { PEOPLE_LIMITS } from './limits.ts';

/** Tells the operator what went wrong; the same again only after a while, for it would be so with everybody. */
export type Complain = (outcome: string, reason: string) => void;

export function complaints(log: Logger, clock: Clock): Complain {
  const told = new Map<string, number>();
  return (outcome, reason) => {
    const now = clock.now().epochMilliseconds;
    const isNew = now >= (told.get(reason) ?? Number.NEGATIVE_INFINITY);
    log[isNew ? 'warn' : 'debug']({ outcome, reason }, 'it could not be learned who somebody is');
    if (!isNew) return;
    if (told.size >= PEOPLE_LIMITS.complaints) told.clear();
    told.set(reason, now + PEOPLE_LIMITS.complaintMs);
  };
}
