import type { Effect } from '../../conversation/effects.ts';
import type { Speaker } from '../../conversation/event.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import { type KeptInbound, keptBody } from '../inbound.ts';
import { derivedName } from '../names.ts';

/** Nobody speaks: it comes by itself. */
const NOBODY: Speaker = { user: 'solved', desk: false, locale: null, role: null, site: null };

/**
 * Where an outage is over, a timer that rings at once: it begins to tell those who reported it or were hit too, a portion
 * a commit. For whatever commits a notice: a turn, or the notice's own process.
 */
export function solvedTimers(
  effects: readonly Effect[],
  inbound: Pick<KeptInbound, 'organisation' | 'ahead'>,
  at: number,
): TimerChange[] {
  return effects.flatMap((effect): TimerChange[] => {
    if (effect.effect !== 'keep-notice' || effect.news !== 'important') return [];
    const { notice } = effect;
    const isOver = notice.kind === 'outage' && notice.publication === 'published' && notice.over !== null;
    return isOver ? [solvedTimer(notice.id, null, inbound, at)] : [];
  });
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
