import { isLate, type PingAnswer } from '../../domain/escalation/answer.ts';
import type { Answerer, PingDeed } from '../../domain/escalation/escalation.ts';
import type { InboundEvent } from '../../ports/store/inbox.ts';
import type { Store } from '../../ports/store.ts';
import { derivedName } from '../names.ts';
import { ESCALATION_EVENTS } from './events.ts';
import { readEscalation } from './records.ts';

/** Somebody outside of any conversation. */
type From = Pick<Answerer, 'user' | 'name'>;

/** A ping that is answered outside of any conversation, or that somebody tried to answer who may not. */
export interface OutsideAnswer {
  /** Names it for ever: the same again is done once. */
  readonly id: string;
  readonly organisation: string;
  readonly escalation: string;
  readonly from: From;
  readonly given:
    | (Pick<PingAnswer, 'deed' | 'contact' | 'note'> & { readonly kind: 'answered' })
    | { readonly kind: 'refused'; readonly deed: PingDeed };
}

/** `late`: by then it changed nothing any more. */
export type AnswerOutcome = 'done' | 'late';

/** That as the inbox takes it. */
export function outsideAnswer(outside: OutsideAnswer, receivedAt: number): InboundEvent {
  const { id, organisation, escalation: subject, given } = outside;
  const by = answererOf(outside);
  const what =
    given.kind === 'refused'
      ? ({ kind: 'refused', id, deed: given.deed, by } as const)
      : ({ kind: 'answered', id, answer: { ...answerOf(given), by } } as const);
  return {
    id: derivedName('ping-answer/', id),
    conversation: ESCALATION_EVENTS.conversationOf(organisation, subject),
    receivedAt,
    body: ESCALATION_EVENTS.body({ organisation, subject, ahead: 0, what }),
  };
}

/** What came of an answer, in whatever process; null: nothing yet. */
export async function answerOutcome(
  store: Pick<Store, 'record'>,
  outside: OutsideAnswer,
): Promise<AnswerOutcome | null> {
  const { organisation, given } = outside;
  const { escalation } = await readEscalation(store, organisation, outside.escalation);
  if (escalation === null) return 'late';
  const by = answererOf(outside);
  if (escalation.history.some((entry) => entry.by?.conversation === by.conversation)) return 'done';
  if (given.kind === 'refused') return null;
  return isLate(escalation, { ...answerOf(given), by }) ? 'late' : null;
}

function answerOf({ deed, contact, note }: Pick<PingAnswer, 'deed' | 'contact' | 'note'>) {
  return { deed, contact, note };
}

/** Their place is the press itself: by it the answer is found again in the history. */
function answererOf({ id, organisation, from }: OutsideAnswer): Answerer {
  return { user: from.user, name: from.name, conversation: `board/${organisation}/${derivedName('', id)}` };
}
