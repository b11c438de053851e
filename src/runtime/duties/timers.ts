import type { Effect } from '../../conversation/effects.ts';
import { dutySubject } from '../../domain/duties/duty.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import type { KeptInbound } from '../inbound.ts';
import { derivedName } from '../names.ts';
import { DUTY_EVENTS, type DutyHappening } from './events.ts';

/** What somebody did of duties in a turn, as timers of their own conversations that ring at once. */
export function dutyTimers(
  effects: readonly Effect[],
  { organisation, from }: KeptInbound,
  event: { readonly id: string; readonly conversation: string },
  now: number,
): TimerChange[] {
  return effects.flatMap((effect, i): TimerChange[] => {
    if (effect.effect !== 'do-duty' && effect.effect !== 'undo-duty') return [];
    const { duty, site, day } = effect;
    const to = { conversation: event.conversation, from };
    const about = { id: derivedName('', `${i}/${event.id}`), day, to };
    const what: DutyHappening =
      effect.effect === 'do-duty' ? { kind: 'done', ...about, by: effect.by } : { kind: 'undone', ...about };
    // Duties go by the machine's clock: another day in the playground is nobody's day but theirs.
    return [DUTY_EVENTS.timer({ organisation, subject: dutySubject(duty, site), ahead: 0, what }, now)];
  });
}
