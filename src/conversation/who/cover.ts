import type { AnsweredStep } from '../../domain/contacts/answer.ts';

/** When the last of those who are there now leaves; null if somebody stays. */
export function coveredUntil(step: AnsweredStep | undefined): number | null {
  const ends = (step?.contacts ?? []).filter((contact) => contact.available).map((contact) => contact.until);
  return ends.length === 0 || ends.includes(null) ? null : Math.max(...ends.map(Number));
}

/** Whether somebody of the step is reached for certain. */
export function isSure(step: AnsweredStep | undefined): boolean {
  return step?.contacts.some((contact) => contact.available && !contact.often) ?? false;
}
