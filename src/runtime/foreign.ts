import { NEW_CONVERSATION } from '../conversation/state.ts';
import type { ClaimedEvent } from '../ports/store/inbox.ts';
import type { Json } from '../ports/store/json.ts';
import { readKept } from './inbound.ts';
import { objectOf } from './memory.ts';
import { kindOf, timerKind } from './timers/catalogue.ts';

/**
 * While one version of this program takes the place of another, both run side by side: what only the other one can do waits for
 * it so long, in ms, from when it came. Then it is set aside, as it would be at once where there is one process.
 */
const LEFT_MS = 600_000;
/** So long it is left each time, in ms. */
export const LEFT_EACH_MS = 2000;

/** Whether an event is left to processes of another version, or with other playbooks. */
export function isLeftToOthers(
  { conversation, body, receivedAt }: ClaimedEvent,
  playbooks: ReadonlyMap<string, unknown>,
  now: number,
): boolean {
  if (now - receivedAt >= LEFT_MS) return false;
  const isKnown = timerKind(conversation, kindOf(body)) !== null || readKept(body) !== null;
  const { organisation } = objectOf(body);
  return !isKnown || (typeof organisation === 'string' && !playbooks.has(organisation));
}

/** Whether a state that cannot be read here is one that a newer version wrote. */
export function isNewer(unreadable: Json): boolean {
  const { schema } = objectOf(objectOf(unreadable).state);
  return typeof schema === 'number' && schema > NEW_CONVERSATION.schema;
}
