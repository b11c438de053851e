import { reportedIn } from '../../../../../src/channels/teams/receiver/parse/compose.ts';
import type { Happening } from '../../../../../src/conversation/event.ts';
import { type Payload, payload } from '../../../../replay/teams/payloads.ts';
import type { InvokeStage } from './stage.ts';

export const WORDS = 'Ola Hansen journalen er nede på legekontoret & hjemmetjenesten';
export const CHAT = 'https://teams.microsoft.com/l/chat/0/0?users=28%3A6c0b1f2e-4f0e-4a52-9f0f-0d6f3b0c9d11';

export interface Message {
  linkToMessage: unknown;
  id: string;
  subject: unknown;
  body: unknown;
  from: unknown;
}

/** A submit whose message is as Teams tells it, without what was confirmed before, and changed. */
export function told(changes: Partial<Message> = {}): Payload {
  const { messagePayload, ...value } = payload('extension-action-fetch').value as Payload;
  return { value: { ...value, messagePayload: { ...(messagePayload as object), ...changes } } };
}

export const LINK = ((payload('extension-action-fetch').value as Payload).messagePayload as Message)
  .linkToMessage;

export function reported(changes: Partial<Message> = {}) {
  const sent = { ...payload('extension-action-fetch'), ...told(changes) };
  const found = reportedIn(sent as never);
  if (found === null || found === 'nothing') throw new Error('nothing was reported');
  return found;
}

/** What the person is taken to have written. */
export function saidIn(stage: InvokeStage): Extract<Happening, { kind: 'said' }> {
  const what = stage.inbound.at(-1)?.what;
  if (what?.kind !== 'said') throw new Error('nothing was said');
  return what;
}
