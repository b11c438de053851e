import type { Action } from './actions.ts';

/** A message that was answered by one of its choices. */
export interface Spent {
  /** The key of the message. */
  readonly key: string;
  /** The label of what was chosen; null if it came too late to do anything. */
  readonly chosen: string | null;
}

const ANSWERS: ReadonlySet<Action['do']> = new Set([
  'answer',
  'lost',
  'away-period',
  'on-call',
  'commitment-sign',
  'commitment-site',
  'commitment-later',
  'change-entry',
  'change-send',
  'entries-right',
  'lost-enough',
  'duty-done',
  'paper-done',
  'duty-undo',
  'back',
  'drop',
  'resume',
  'reached',
  'hand-on',
  'understood',
  'set',
  'save-profile',
  'announce',
  'announce-service',
  'dismiss',
  'write-notice',
  'notice-form',
  'notice-translate',
  'own-case',
  'case-without-words',
] as const);

/** What is done to a notice once and for all. */
const DECIDING: ReadonlySet<string> = new Set([
  'recall-surely',
  'confirm',
  'discard',
  'word-in-30',
  'word-in-60',
  'retry',
  'remind',
]);

/** Whether an action answers its message, so that the other choices on it make no sense any more. Wishes stay. */
export function isAnswer(action: Action): boolean {
  if (action.do === 'withdraw-report') return action.sure;
  if (action.do === 'on-call-form') return action.deed === 'save';
  if (action.do === 'away') return action.deed !== 'form';
  if (action.do === 'outage') return action.change === 'over';
  // The way from a form to its questions does not use it up.
  if (action.do === 'notice-step') return action.step !== 'ask';
  if (action.do === 'notice-answer') return action.value !== '?';
  if (action.do === 'notice') return DECIDING.has(action.deed);
  if (action.do === 'me-too') return action.flow !== null;
  return ANSWERS.has(action.do);
}
