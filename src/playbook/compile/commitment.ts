import type { CommitmentRules } from '../../domain/commitment/commitment.ts';
import type { CommitmentFile } from '../schema/commitment.ts';
import type { Localise } from './texts.ts';

const DAY_MS = 86_400_000;

/** Days of 24 hours: nobody waits for these by the clock. */
export function daysInMs(days: number | undefined): number | null {
  return days === undefined ? null : days * DAY_MS;
}

/** What everybody signs; null: nothing. */
export function compileCommitment(file: CommitmentFile | undefined, local: Localise): CommitmentRules | null {
  if (file === undefined) return null;
  const { version, title, text, remind } = file;
  return {
    ...{ version, title: local(title), text: local(text) },
    remindMs: daysInMs(remind),
  };
}
