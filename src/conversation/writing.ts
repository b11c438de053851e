import type { ConversationState } from './state.ts';

/** Whether somebody writes a notice in a conversation, so that they need to know who would get it. */
export function isWriting({ flow, left }: Pick<ConversationState, 'flow' | 'left'>): boolean {
  return [flow, ...left].some((each) => each?.name === 'notice');
}
