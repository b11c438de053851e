import { notKept } from '../../../conversation/trouble.ts';
import { StoreError } from '../../../ports/store/error.ts';
import { loudness } from '../../../runtime/fault.ts';
import type { Inbound } from '../../../runtime/inbound.ts';
import type { Placed } from '../receiver/parse/placed.ts';
import { teamsCard } from '../render.ts';
import { cardAnswer, type InvokeAnswer } from './answer.ts';
import { type InvokeParts, languageOf } from './parts.ts';

/** Teams shows an error after 15 s, and people press again long before. */
export const PATIENCE_MS = 5000;
/** A repetition of what was answered longer ago is answered with the card as it is. */
const REPETITION_MS = 60_000;

/** The event whose turn answers this; null for a repetition of long ago. */
export async function kept(parts: InvokeParts, inbound: Inbound): Promise<string | null | 'not-kept'> {
  try {
    const receipt = await parts.engine.accept(inbound);
    if (receipt.outcome === 'new') return inbound.id;
    const age = parts.clock.now().epochMilliseconds - receipt.of.receivedAt;
    return age > REPETITION_MS ? null : receipt.of.id;
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    parts.log[loudness(cause)](
      { code: cause.code, organisation: inbound.organisation },
      'a press could not be kept',
    );
    return 'not-kept';
  }
}

/** Nothing could be kept: the card says so, and whom to call. */
export function notKeptAnswer(parts: InvokeParts, placed: Placed): InvokeAnswer {
  const playbook = parts.playbooks.get(placed.organisation);
  if (playbook === undefined) return { status: 503, body: null };
  const now = parts.clock.now().toZonedDateTimeISO(playbook.timezone);
  const replies = notKept(playbook, languageOf(parts, placed), now, 'not-kept');
  const call = replies.find(({ message }) => message.kind === 'call')?.message;
  return call === undefined ? { status: 503, body: null } : cardAnswer(teamsCard(call));
}
