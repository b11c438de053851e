import { standingChoice } from './notices/standing.ts';
import { pingChoice } from './pings/standing.ts';

/**
 * Whether a choice means the same wherever it is pressed, and by whom: what may be done with any notice, and with a ping. It
 * is no offer of one conversation; what the presser may do is decided in their turn.
 */
export function isForWhoever(choice: string): boolean {
  return standingChoice(choice) !== null || pingChoice(choice) !== null;
}
