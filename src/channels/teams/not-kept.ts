import { notKeptYet } from '../../conversation/trouble.ts';
import { cardMessage } from './activity.ts';
import { type InvokeParts, languageOf } from './invokes/parts.ts';
import { ownerSign } from './receiver/parse/ids.ts';
import type { Placed } from './receiver/parse/placed.ts';

/**
 * Nothing could be kept, so nothing comes through the outbox: the person is told so at once, and whom to call.
 * @returns whether they were told
 */
export async function tellNotKept(
  parts: Pick<InvokeParts, 'playbooks' | 'clock' | 'connector' | 'log'>,
  placed: Placed,
): Promise<boolean> {
  const playbook = parts.playbooks.get(placed.organisation);
  if (playbook === undefined) return false;
  const now = parts.clock.now().toZonedDateTimeISO(playbook.timezone);
  for (const { key, message } of notKeptYet(playbook, languageOf(parts, placed), now, 'not-kept')) {
    const content = cardMessage(message, { of: ownerSign(placed.conversation), on: key });
    const sent = await parts.connector.post(placed.address, content);
    if (sent.outcome === 'sent') continue;
    parts.log.error({ reason: sent.reason }, 'a person could not be told that nothing was kept');
    return false;
  }
  return true;
}
