import type { BoardKnown } from '../../event.ts';
import type { Talk } from '../../talk.ts';

/** What is known of the board, where it may be told; else it is said why not. */
export function boardKnown(talk: Talk): BoardKnown | null {
  const { known, room } = talk.event;
  if (known.board === undefined) talk.note('board.no-duty', {}, 'warning');
  else if (room !== undefined) talk.note('board.not-here', {}, 'warning');
  else return known.board;
  return null;
}
