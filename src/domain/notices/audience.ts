import type { Playbook } from '../organisation/playbook.ts';
import type { Millis } from '../timeline/timeline.ts';
import type { Notice } from './notice.ts';
import type { Subscription } from './subscription.ts';
import { isFor, isOpen, spanOf } from './view.ts';

/** So long after a notice ended those may still get it who have not got it. */
export const LATE_WORD_DAYS = 30;

const DAY_MS = 24 * 3_600_000;

/**
 * Whether a destination that has no message of a notice gets one now. Whoever asked for notices after it was over need
 * not know of it, and nobody who has not got it gets one that was taken back.
 */
export function mayBegin(
  playbook: Pick<Playbook, 'sites'>,
  notice: Notice,
  subscription: Subscription,
  now: Millis,
): boolean {
  if (notice.publication !== 'published' || !isFor(playbook, notice, subscription, now)) return false;
  if (isOpen(notice, now)) return true;
  const { to } = spanOf(notice);
  const ended = notice.kind === 'maintenance' ? (notice.cancelledAt ?? to) : to;
  return ended !== null && subscription.since <= ended && now - ended < LATE_WORD_DAYS * DAY_MS;
}
