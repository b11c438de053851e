import type { News } from '../../../domain/notices/ledger.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import type { TimerChange } from '../../../ports/store/turn.ts';
import type { Moment } from '../../process/tell.ts';
import { NOTICE_EVENTS, type NoticeHappening } from '../events.ts';

/** The organisations that are served by the one whose notice it is. */
export type Served = readonly string[];

/**
 * A department's notice is followed in the organisations that it serves: in each by an event of its own notice's
 * conversation, so that neither writes into the other.
 */
export function followTimers(
  notice: Notice,
  news: News | null,
  served: Served,
  moment: Moment,
): TimerChange[] {
  if (notice.publication === 'to-confirm' || notice.publication === 'discarded') return [];
  return forwarded(notice, served, { kind: 'followed', revision: notice.revision, news }, moment);
}

/** Something happens with what became of a department's notice, wherever it did. One that follows another is followed by none. */
export function forwarded(
  { id, origin }: Pick<Notice, 'id' | 'origin'>,
  served: Served,
  what: NoticeHappening,
  { now, ahead }: Moment,
): TimerChange[] {
  if (origin !== undefined) return [];
  return served.map((organisation) => NOTICE_EVENTS.timer({ organisation, subject: id, ahead, what }, now));
}
