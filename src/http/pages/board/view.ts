import type { BoardReader } from '../../../conversation/board/in-words.ts';

/** Who looks at a page of the board. */
export interface BoardView extends BoardReader {
  /** The person's name; null: IT's desk. */
  readonly name: string | null;
  /** Until when they are signed in, in words. */
  readonly until: string;
  /** Proves that a form was sent from this page. */
  readonly proof: string;
}
