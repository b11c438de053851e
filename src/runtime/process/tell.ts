import type { Happening, Speaker } from '../../conversation/event.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import { keptBody } from '../inbound.ts';
import { derivedName } from '../names.ts';

/** Whose clock a change was made by. */
export interface Moment {
  /** By the machine's clock, in ms. */
  readonly now: number;
  /** How far the conversation's clock is ahead of it, in ms. */
  readonly ahead: number;
}

/** Somebody, and where they are written to. */
export interface Told {
  readonly organisation: string;
  readonly conversation: string;
  readonly from: Speaker;
}

/**
 * Tells somebody something of an aggregate: a timer that rings at once in their conversation, whose turn makes the words.
 * So no conversation is written to from outside of its turns.
 * @param name unique for what is told, such as `going-out/porsanger/K7M2-QX4P`: told again before it rang, only the last
 * is. It should name the conversation too where several people are told.
 */
export function tellTimer(
  { organisation, conversation, from }: Told,
  what: Happening,
  name: string,
  { now, ahead }: Moment,
): TimerChange {
  const body = keptBody({ organisation, from, what, ahead });
  return { change: 'set', id: derivedName('', name), conversation, dueAt: now, body };
}
