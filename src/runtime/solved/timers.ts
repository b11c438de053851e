import type { Speaker } from '../../conversation/event.ts';
import type { News } from '../../domain/notices/ledger.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import { type KeptInbound, keptBody } from '../inbound.ts';
import { derivedName } from '../names.ts';

/** Nobody speaks: it comes by itself. */
const NOBODY: Speaker = { user: 'solved', desk: false, locale: null, role: null, site: null };

/**
 * Where an outage is over, a timer that rings at once: it begins to tell those who reported it or were hit too, a portion
 * a commit.
 * @param news what people are told of the change; only its end is important and over
 */
export function solvedTimers(
  notice: Notice,
  news: News | null,
  { now, ahead }: { readonly now: number; readonly ahead: number },
): TimerChange[] {
  const isOver = notice.kind === 'outage' && notice.publication === 'published' && notice.over !== null;
  if (news !== 'important' || !isOver) return [];
  return [solvedTimer(notice.id, null, { organisation: notice.organisation, ahead }, now)];
}

/** @param after where the portion before ended; null: the first */
export function solvedTimer(
  outage: string,
  after: string | null,
  { organisation, ahead }: Pick<KeptInbound, 'organisation' | 'ahead'>,
  at: number,
): TimerChange {
  const body = keptBody({ organisation, from: NOBODY, what: { kind: 'solved', outage, after }, ahead });
  const conversation = derivedName(`solved/${organisation}/`, outage);
  return { change: 'set', id: conversation, conversation, dueAt: at, body };
}
