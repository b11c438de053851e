import type { Happening, Speaker } from '../conversation/event.ts';

/** What a channel hands over once it has verified and parsed a request. */
export interface Inbound {
  /** The platform's id, made unique by its channel: `web/…`, `teams/<tenant>/<activity>`. */
  readonly id: string;
  readonly organisation: string;
  /** `<channel>/<organisation>/…`; IT's desk of an organisation is `desk/<organisation>`. */
  readonly conversation: string;
  readonly from: Speaker;
  readonly what: Happening;
  /**
   * How far the conversation's clock is ahead of the machine's, in ms: 0 but in the playground, where another day can
   * be tried.
   */
  readonly ahead: number;
  /** Further signs by which a repetition is known. */
  readonly dedupeKeys?: readonly string[];
}
