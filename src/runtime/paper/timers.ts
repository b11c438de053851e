import type { Effect } from '../../conversation/effects.ts';
import { paperSubject } from '../../domain/paper/paper.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import type { KeptInbound } from '../inbound.ts';
import { derivedName } from '../names.ts';
import { PAPER_EVENTS } from './events.ts';

/** What somebody printed in a turn, as timers of the units' own conversations that ring at once. */
export function paperTimers(
  effects: readonly Effect[],
  { organisation, from }: KeptInbound,
  event: { readonly id: string; readonly conversation: string },
  now: number,
): TimerChange[] {
  return effects.flatMap((effect, i): TimerChange[] => {
    if (effect.effect !== 'print-paper') return [];
    const { rule, site, version, by } = effect;
    const to = { conversation: event.conversation, from };
    const what = { kind: 'done', id: derivedName('', `${i}/${event.id}`), version, by, to } as const;
    // Paper goes by the machine's clock: another day in the playground is nobody's day but theirs.
    return [PAPER_EVENTS.timer({ organisation, subject: paperSubject(rule, site), ahead: 0, what }, now)];
  });
}
