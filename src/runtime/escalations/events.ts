import type { PingAnswer } from '../../domain/escalation/answer.ts';
import type { Answerer, Matter, PingDeed } from '../../domain/escalation/escalation.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import { type ProcessEvent, ProcessEvents } from '../process/events.ts';
import type { Moment } from '../process/tell.ts';

/** What happens in the conversation of an escalation with itself, or in the one where all of an organisation begin. */
export type EscalationEvent =
  /** At the beginning: a matter is to be brought to people. `contacts` null: to whom `who` says. */
  | { readonly kind: 'start'; readonly matter: Matter; readonly contacts: readonly string[] | null }
  /** At the beginning: a matter need not be brought to anybody any more. */
  | { readonly kind: 'stop'; readonly matter: Matter['kind']; readonly report: string; readonly why: string }
  /** Something of it falls due. */
  | { readonly kind: 'tick' }
  /** Further reports of the same. */
  | { readonly kind: 'join'; readonly report: string }
  /** One of its reports need not be brought to anybody any more. */
  | { readonly kind: 'left'; readonly report: string; readonly why: string }
  /** `id`: of the press; each is done once. */
  | { readonly kind: 'answered'; readonly id: string; readonly answer: PingAnswer }
  /** Somebody tried what they may not. */
  | { readonly kind: 'refused'; readonly id: string; readonly deed: PingDeed; readonly by: Answerer };

/** The conversation in which all escalations of an organisation begin, one after the other, so that none begins twice. */
export const BEGINNINGS = 'beginnings';

export const ESCALATION_EVENTS = new ProcessEvents<EscalationEvent>({
  channel: 'escalation',
  field: 'escalation',
  schema: 1,
  kinds: { start: true, stop: true, tick: true, join: true, left: true, answered: true, refused: true },
  // What must not be lost to another of its kind has a name of its own.
  nameOf: (what) => {
    if (what.kind === 'start') return `start-${what.matter.kind}-${what.matter.reports[0]}`;
    if (what.kind === 'stop') return `stop-${what.matter}-${what.report}`;
    if (what.kind === 'join' || what.kind === 'left') return `${what.kind}-${what.report}`;
    return 'id' in what ? `${what.kind}-${what.id}` : what.kind;
  },
});

/** Something for the escalations of an organisation: it rings at once. */
export function escalationTimer(
  organisation: string,
  what: Extract<EscalationEvent, { kind: 'start' | 'stop' }>,
  { now, ahead }: Moment,
): TimerChange {
  return ESCALATION_EVENTS.timer({ organisation, subject: BEGINNINGS, ahead, what }, now);
}

export type EscalationProcessEvent = ProcessEvent<EscalationEvent>;
