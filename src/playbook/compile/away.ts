import type { AwayRules } from '../../domain/absence/entry.ts';
import { EVERYBODY } from '../../domain/absence/told.ts';
import type { AwayFile } from '../schema/away.ts';

/** How absences are told in the chat; null: they are not. */
export function compileAway(file: AwayFile | undefined): AwayRules | null {
  if (file === undefined) return null;
  return {
    told: file.told.map(({ whose, tell }) => ({ whose: whose.includes(EVERYBODY) ? null : whose, tell })),
    forOthers: file['for-others'],
    onCallBy: file['on-call-by'],
  };
}
