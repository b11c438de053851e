import type { NewDelivery } from '../../ports/store/outbox.ts';
import type { RecordChange } from '../../ports/store/records.ts';
import type { TimerChange } from '../../ports/store/turn.ts';
import { reasonOf } from '../checks.ts';
import { checkDelivery, checkRecordChange, checkTimerChange } from '../requests.ts';
import { organisationOf } from './partitions.ts';

// How changes are written for the scripts: numbers as texts, for Lua's own way of writing them loses digits; bodies as
// they are kept. What is not there is left out.

/** @param i its place among the changes of its turn, from 0 */
export function recordWords(change: RecordChange, i: number): object {
  const text = checkRecordChange(change);
  const { organisation, kind, id, expected } = change;
  return {
    ...{ organisation, kind, id, change: change.change, place: String(i + 1) },
    ...(expected !== undefined && { expected: String(expected) }),
    ...(change.change === 'write' && {
      ...{ at: String(change.at), keys: JSON.stringify(change.keys), body: text?.body },
    }),
  };
}

export function deliveryWords(delivery: NewDelivery): object {
  const body = checkDelivery(delivery);
  const { id, destination, kind, notBefore, priority = 0, batch, topic, supersedes } = delivery;
  return {
    ...{ id, destination, kind, body, notBefore: String(notBefore), priority: String(priority) },
    batch: batch ?? undefined,
    topic: topic ?? undefined,
    supersedes: supersedes === undefined ? undefined : reasonOf(supersedes),
  };
}

export function timerWords(change: TimerChange): object {
  const body = checkTimerChange(change);
  if (change.change === 'cancel') return change;
  const { id, conversation, dueAt } = change;
  return {
    ...{ change: 'set', id, conversation, organisation: organisationOf(conversation) },
    ...{ dueAt: String(dueAt), body, kind: kindOf(change.body) },
  };
}

/** `what.kind` of a timer's body, if that is a text. */
export function kindOf(body: unknown): string | undefined {
  const what = (body as { what?: { kind?: unknown } } | null)?.what;
  return typeof what?.kind === 'string' ? what.kind : undefined;
}
