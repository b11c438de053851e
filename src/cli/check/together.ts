import { clashMessage, type TeamsClash, teamsClashes } from '../../channels/teams/organisations.ts';
import type { Fault } from '../../playbook/fault.ts';
import type { CheckedFile } from '../commands/check.ts';

/** Adds to each file what keeps it from being served beside the others. */
export function checkedTogether(checked: readonly CheckedFile[]): CheckedFile[] {
  const clashes = teamsClashes(checked.flatMap(({ playbook }) => playbook ?? []));
  return checked.map((each) => {
    const found = clashes.flatMap((clash) => faultsOf(each, clash));
    return { ...each, faults: [...each.faults, ...found].toSorted((a, b) => a.line - b.line) };
  });
}

function faultsOf({ file, playbook, lineOf }: CheckedFile, clash: TeamsClash): Fault[] {
  return clash.claims
    .filter(({ organisation }) => organisation === playbook?.organisation)
    .map((claim) => ({
      severity: 'error',
      file,
      line: lineOf(['teams', claim.field]),
      path: `teams.${claim.field}`,
      message: clashMessage(clash, claim),
    }));
}
