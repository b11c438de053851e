import type { Playbook } from '../domain/organisation/playbook.ts';
import type { Wish } from './actions.ts';
import type { Known, Speaker } from './event.ts';
import type { Message } from './messages.ts';
import { NEW_CONVERSATION } from './state.ts';
import { turn } from './turn.ts';

/** What is shown of what somebody could ask for, in this order. */
const SHOWN: readonly Wish[] = ['status', 'my-reports'];

/**
 * How things stand for somebody now, to be looked at outside of any conversation: known outages, their own reports. The
 * same words as in the chat; what is offered there cannot be pressed here.
 */
export function overview(
  playbook: Playbook,
  from: Speaker,
  known: Known,
  now: Temporal.ZonedDateTime,
): readonly Message[] {
  return SHOWN.flatMap((wish) => {
    const event = { id: 'overview', reference: '', conversation: '', from, known };
    const { replies } = turn(playbook, NEW_CONVERSATION, { ...event, what: { kind: 'wished', wish } }, now);
    return replies.map(({ message }) => message);
  });
}
