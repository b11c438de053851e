import type { AwayRules } from '../../domain/absence/entry.ts';
import type { AwayFile } from '../schema/away.ts';

/** How absences are told in the chat; null: they are not. */
export function compileAway(file: AwayFile | undefined): AwayRules | null {
  if (file === undefined) return null;
  return {
    told: file.told,
    unitToo: file['unit-too'],
    forOthers: file['for-others'],
    onCallBy: file['on-call-by'],
  };
}
