import { expect } from 'chai';
import type { Fault } from '../../../src/playbook/fault.ts';
import { loadPlaybook } from '../../../src/playbook/load.ts';

/** A small playbook in which nothing is wrong; tests change one line of it. */
export const SAMPLE = `organisation: sample
name: Sample
languages: [sv, en]
timezone: Europe/Stockholm
holidays: { country: SE }
hours:
  core: "Mo-Fr 08:00-16:00; PH off"
exceptions:
  - { date: 2026-12-23, hours: core, open: "08:00-12:00" }
contacts:
  desk: { role: Desk, phone: "+46346885555", hours: core }
  second: { role: Second, email: second@example.org, stand-in: desk }
  boss: { role: Boss, phone: "+46200443000", authorises: overtime }
  last: { role: Last, where: Go there }
fallback: last
roles:
  planner: Planner
sites:
  all: { name: All }
  north: { name: North, in: all, manager: boss, contact: second }
services:
  web: { name: Web, aliases: { sv: [nätet], en: [net] } }
  mail: { name: Mail, supplier: second }
circumstances:
  danger: Danger
classes:
  critical: { when: [danger] }
policies:
  direct:
    - { any-of: [desk, second], then-after: PT10M }
    - { line-of-managers: { up-to: [boss], asks: overtime } }
routes:
  - { class: critical, policy: direct }
  - { class: normal, service: web, policy: direct }
  - { class: normal, policy: direct }
on-call:
  - { contact: boss, from: 2027-01-01, to: 2027-01-02, announced-to: all }
absences:
  - { contact: desk, from: 2027-02-01, to: 2027-02-05, because: { sv: Semester, en: Holiday } }
`;

/** The sample with one part of it replaced, which stands in it exactly once. */
export function changed(part: string, by: string, text = SAMPLE): string {
  if (text.split(part).length !== 2) throw new Error(`"${part}" does not stand in the text exactly once`);
  return text.replace(part, () => by);
}

/** All that is found in a text. */
export function faultsOf(text: string): readonly Fault[] {
  return loadPlaybook('sample.yaml', text).faults;
}

/** The number of the line on which a part of a text first stands. */
export function lineOf(part: string, text: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

/** The sample with everything that is asked and decided about a report, at its end. */
export const TRIAGE = `${SAMPLE}triage:
  web:
    service: web
    role: planner
    questions:
      other:
        ask: { sv: Prova en annan, en: Try another }
        answers:
          - { say: Works, end: { solved: true, advice: { sv: Bra, en: Good } } }
          - { say: { sv: Inte, en: Not }, next: whole }
      whole:
        ask: Everybody?
        answers:
          - { say: All of us, end: { is: [danger], policy: direct, routine: paper } }
          - { say: Only me, end: { class: normal, service: mail } }
  mail:
    service: mail
    end: { class: critical, routine: paper }
details: [what, where, contact-back]
outages: { reports: 29, within: PT1H }
matters:
  absence: { policy: direct, service: mail, routine: paper, tell: { sv: Orsak, en: Reason } }
routines:
  paper: { name: On paper, steps: [Print] }
`;

/** The sample with all that can be said of Microsoft Teams, at its end. */
export const TEAMS = `${SAMPLE}teams:
  tenants: [1C2D3E4F-1111-2222-3333-444455556666, 2c2d3e4f-1111-2222-3333-444455556666]
  teams: ["19:Team_one-1@thread.tacv2", "https://teams.microsoft.com/l/team/19%3aold%40thread.skype/conversations?groupId=x&tenantId=y"]
  desk: 19:Desk@thread.tacv2
`;

/** The sample with all that can be said of Slack, at its end. */
export const SLACK = `${SAMPLE}slack:
  workspaces: [T0123ABCD, T0456EFGH]
  enterprises: [E0123ABCD]
  desk: https://example.slack.com/archives/C0123ABCD
  guests: refuse
`;

/**
 * Makes tests: a text with one part replaced has exactly one fault, an error at this path, that says these words. It is
 * found on the first line of what replaces the part, or on the line with the mark `§`.
 */
export function mistakesIn(sample: string) {
  return (name: string, part: string, by: string, path: string, ...says: string[]): void => {
    it(name, () => {
      const marked = changed(part, by.includes('§') ? by : `§${by}`, sample);
      const text = marked.replace('§', '');
      const { playbook, faults } = loadPlaybook('sample.yaml', text);
      expect(faults.map((fault) => fault.path)).to.deep.equal([path]);
      expect(faults[0]).to.include({ severity: 'error', file: 'sample.yaml', line: lineOf('§', marked) });
      for (const words of says) expect(faults[0]!.message).to.contain(words);
      expect(playbook).to.equal(null);
    });
  };
}

/** A mistake in the small sample. */
export const mistake = mistakesIn(SAMPLE);
