import type { Effect } from '../../conversation/effects.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import type { Moment } from '../process/tell.ts';
import { AWAY_EVENTS } from './events.ts';

/** What a turn told of absences, as timers of their own conversations. */
export function awayTimers(
  effects: readonly Effect[],
  organisation: string,
  { now, ahead }: Moment,
): TimerChange[] {
  return effects.flatMap((effect): TimerChange[] => {
    if (effect.effect !== 'keep-away' || effect.news === null) return [];
    const { entries, news, site } = effect;
    // Of what comes again the first stands for all.
    const [first] = entries;
    if (first === undefined) return [];
    const revision = 'revision' in first ? first.revision : 1;
    const what = { kind: 'told', revision, news, site } as const;
    return [AWAY_EVENTS.timer({ organisation, subject: first.id, ahead, what }, now)];
  });
}
