import { writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { runHere, temporaryFiles } from '../../../support/run-here.ts';
import { changed, SAMPLE } from '../../playbook/sample.ts';

const TENANT = '1c2d3e4f-1111-2222-3333-444455556666';
const DESK = '19:desk@thread.tacv2';

describe('driftvakt check of several playbooks', () => {
  const file = temporaryFiles('check');

  const put = (organisation: string, teams: string, name = organisation) => {
    const path = file(`${name}.yaml`);
    writeFileSync(path, changed('organisation: sample', `organisation: ${organisation}`, SAMPLE) + teams);
    return path;
  };
  const check = (...words: string[]) => runHere(['check', ...words]);
  /** Where the added lines start. */
  const top = SAMPLE.split('\n').length;

  it('tells in each file, on its line, what only one of them can have', async () => {
    const a = put('alfa', `teams:\n  tenants: [${TENANT}]\n  desk: "${DESK}"\n`);
    const b = put('beta', `teams:\n  desk: "${DESK}"\n  tenants: [${TENANT}]\n`);
    const { code, out } = await check(a, b);
    const tenants = (other: string) =>
      `teams.tenants names ${TENANT}, and so does teams.tenants of ${other}; keep the tenant in one of them, or say under "teams" of each which teams of the tenant are its own`;
    const desk = (other: string) =>
      `teams.desk names ${DESK}, and so does teams.desk of ${other}; give IT of each organisation a channel of its own`;
    expect(out.trimEnd().split('\n')).to.deep.equal([
      `${a}:${top + 1}: ${tenants('beta')}`,
      `${a}:${top + 2}: ${desk('beta')}`,
      `${a}: loads, but not beside the others (2 errors, 0 warnings, 0 placeholders)`,
      `${b}:${top + 1}: ${desk('alfa')}`,
      `${b}:${top + 2}: ${tenants('alfa')}`,
      `${b}: loads, but not beside the others (2 errors, 0 warnings, 0 placeholders)`,
    ]);
    expect(code).to.equal(1);
  });

  it('tells it in JSON too', async () => {
    const a = put('alfa', `teams: { tenants: [${TENANT}] }\n`);
    const b = put('beta', `teams: { tenants: [${TENANT}] }\n`);
    const { code, out } = await check(a, b, '--json');
    const files: { file: string; loads: boolean; faults: object[] }[] = JSON.parse(out);
    expect(files.map(({ file, loads }) => [file, loads])).to.deep.equal([
      [a, true],
      [b, true],
    ]);
    const faults = files.flatMap((each) => each.faults);
    expect(faults).to.have.length(2);
    for (const fault of faults)
      expect(fault).to.include({ severity: 'error', line: top, path: 'teams.tenants' });
    expect(code).to.equal(1);
  });

  it('tells of workspaces of Slack as well', async () => {
    const a = put('alfa', 'slack: { workspaces: [T0KOMMUNE] }\n');
    const b = put('beta', 'slack: { workspaces: [T0KOMMUNE] }\n');
    const { code, out } = await check(a, b);
    expect(out).to.contain(`${a}:${top}: `).and.to.contain('slack.workspaces');
    expect(code).to.equal(1);
  });

  it('finds nothing between those that can be served together, or are of one organisation', async () => {
    const a = put('alfa', `teams: { tenants: [${TENANT}] }\n`);
    const older = put('alfa', `teams: { tenants: [${TENANT}] }\n`, 'alfa-old');
    const b = put('beta', `teams: { tenants: [${TENANT}], teams: ["${DESK}"] }\n`);
    const { code, out } = await check(a, older, b);
    expect(out).to.match(/^(\S+: loads \(0 errors, 0 warnings, 0 placeholders\)\n){3}$/);
    expect(code).to.equal(0);
  });

  it('leaves out what does not load', async () => {
    const a = put('alfa', `teams: { tenants: [${TENANT}] }\n`);
    const b = put('beta', `teams: { tenants: [${TENANT}] }\nnonsense: 1\n`);
    const { code, out } = await check(a, b);
    expect(out).to.include(`${a}: loads (0 errors`).and.to.include(`${b}: does not load (1 errors`);
    expect(code).to.equal(1);
  });
});
