import type { CommitmentRules } from '../../domain/commitment/commitment.ts';
import type { CommitmentFile } from '../schema/commitment.ts';
import type { Localise } from './texts.ts';

const DAY_MS = 86_400_000;

/** What everybody signs; null: nothing. */
export function compileCommitment(file: CommitmentFile | undefined, local: Localise): CommitmentRules | null {
  if (file === undefined) return null;
  const { version, title, text, remind } = file;
  return {
    ...{ version, title: local(title), text: local(text) },
    remindMs: remind === undefined ? null : remind * DAY_MS,
  };
}
