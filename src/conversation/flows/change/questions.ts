import type { ChangeFlow, ChangeQuestion } from '../flow.ts';

/** What managers tell the switchboard (scenario B6). */
export const CHANGE_KINDS = ['new', 'leaver', 'move', 'hours', 'tasks'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What is asked of each kind, in this order. */
const ASKED: Readonly<Record<ChangeKind, readonly ChangeQuestion[]>> = {
  new: ['who', 'unit', 'role', 'number', 'from'],
  leaver: ['who', 'from'],
  move: ['who', 'unit', 'from'],
  hours: ['who', 'hours', 'from'],
  tasks: ['who', 'tasks', 'from'],
};

/** The next question; null: all is told. */
export function nextQuestion({ answers }: Pick<ChangeFlow, 'answers'>): ChangeQuestion | null {
  const kind = kindOf(answers.kind ?? null);
  if (kind === null) return 'kind';
  return ASKED[kind].find((question) => answers[question] === undefined) ?? null;
}

export function kindOf(value: string | null): ChangeKind | null {
  return CHANGE_KINDS.find((kind) => kind === value) ?? null;
}

/** What may be left out. */
export function isOptional(question: ChangeQuestion): boolean {
  return question === 'role' || question === 'number';
}

const NUMBER = /^\+?[\d ()/-]{5,20}$/;
const EXTENSION = /^\d{5}$/;

/** Whether an answer can be what was asked for: an extension has five digits (scenario B7), a number a few more. */
export function isPlausible(question: ChangeQuestion, value: string): boolean {
  if (question !== 'number') return true;
  return EXTENSION.test(value) || (NUMBER.test(value) && value.replace(/\D/g, '').length > 5);
}
