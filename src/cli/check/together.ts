import { slackClashes, slackClashMessage } from '../../channels/slack/organisations.ts';
import { clashMessage, teamsClashes } from '../../channels/teams/organisations.ts';
import { type Fault, formatPath } from '../../playbook/fault.ts';
import { servedFindings } from '../../playbook/served.ts';
import type { CheckedFile } from '../commands/check.ts';

/** Adds to each file what keeps it from being served beside the others. */
export function checkedTogether(checked: readonly CheckedFile[]): CheckedFile[] {
  const playbooks = checked.flatMap(({ playbook }) => playbook ?? []);
  const all = new Map(playbooks.map((playbook) => [playbook.organisation, playbook]));
  const [inTeams, inSlack] = [teamsClashes(playbooks), slackClashes(playbooks)];
  return checked.map((each) => {
    const found = [
      ...inTeams.flatMap((clash) => faultsOf(each, 'teams', clash, clashMessage)),
      ...inSlack.flatMap((clash) => faultsOf(each, 'slack', clash, slackClashMessage)),
      ...servedFaults(each, all),
    ];
    return { ...each, faults: [...each.faults, ...found].toSorted((a, b) => a.line - b.line) };
  });
}

interface Claim {
  readonly organisation: string;
  readonly field: string;
}

/** What a clash is for one file: each claim of its own, at its line. */
function faultsOf<C extends Claim, Clash extends { readonly claims: readonly C[] }>(
  { file, playbook, lineOf }: CheckedFile,
  section: 'teams' | 'slack',
  clash: Clash,
  messageFor: (clash: Clash, own: C) => string,
): Fault[] {
  return clash.claims
    .filter(({ organisation }) => organisation === playbook?.organisation)
    .map((claim) => ({
      severity: 'error',
      file,
      line: lineOf([section, claim.field]),
      path: `${section}.${claim.field}`,
      message: messageFor(clash, claim),
    }));
}

/** What a playbook says of the department that serves it, and is not so. */
function servedFaults(
  { file, playbook, lineOf }: CheckedFile,
  all: Parameters<typeof servedFindings>[1],
): Fault[] {
  const findings = playbook === null ? [] : servedFindings(playbook, all);
  return findings.map(({ severity, path, message }) => ({
    ...{ severity, file, message, line: lineOf(path), path: formatPath(path) },
  }));
}
