import { expect } from 'chai';
import { loadPlaybook } from '../../../src/playbook/load.ts';

// Each line that ends with a number has that mistake.
const TEN = `organisation: ten
name: Ten mistakes
languages: [sv, en]
timezone: Europe/Stokholm                                                     # 1
holidays: { country: SE }
hours:
  core: "Mo-Fr 8-16"                                                          # 2
  night: "Mo-Fr 20:00-24:00; Mo-Su off"                                       # 3
exceptions:
  - { from: 2026-12-20, to: 2026-12-31, hours: core, open: off }
  - { date: 2026-12-23, hours: core, open: "08:00-12:00" }                    # 4
contacts:
  desk: { role: Desk, phone: "0346-88 55 55", hours: core, often: night }     # 5
  second: { role: { sv: Andra }, email: second@example.org }                  # 6
  third: { role: Third, phon: "+46200443000" }                                # 7
  last: { role: Last, where: Go there }
fallback: last
sites:
  north: { name: North, in: south }                                           # 8
  south: { name: South, in: north }
policies:
  direct:
    - { any-of: [desk, thrid] }                                               # 9
    - { in-order: [desk, second] }
    - { any-of: [second] }                                                    # 10
routes:
  - { class: critical, policy: direct }
  - { class: normal, policy: direct }
`;

describe('a playbook with ten different mistakes', () => {
  const marked = TEN.split('\n').flatMap((line, i) => (/# \d+$/.test(line) ? [i + 1] : []));
  const { playbook, faults } = loadPlaybook('ten.yaml', TEN);

  it('reports ten, each with its line', () => {
    expect(marked).to.have.length(10);
    expect(faults.map(({ line }) => line)).to.deep.equal(marked);
    expect(faults.every(({ severity, file }) => severity === 'error' && file === 'ten.yaml')).to.equal(true);
    expect(playbook).to.equal(null);
  });

  it('says what each is', () => {
    const said = faults.map(({ path, message }) => `${path} ${message}`);
    const expected = [
      'timezone is not a known time zone; write an IANA name such as Europe/Stockholm',
      'hours.core has no times in "Mo-Fr 8-16"',
      'hours.night never opens: "Mo-Fr 20:00-24:00; Mo-Su off"; a later rule replaces an earlier one for its days',
      'exceptions[2] overlaps with exception 1: both change the same hours on the same day; change the dates, or join the two',
      'contacts.desk.phone is "0346-88 55 55"; write it in international form, "+46346885555"',
      'contacts.second.role is missing in en; give one text for all languages, or one for each',
      'contacts.third.phon is unknown here; did you mean "phone"?',
      'sites.north.in runs in a circle: north → south → north; let one of them lead elsewhere, or nowhere',
      'policies.direct[1].any-of[2] names "thrid", which is not in "contacts:"; did you mean "third"?',
      'policies.direct[3] is never reached: all its contacts stand in earlier steps; name others, or remove it',
    ];
    said.forEach((words, i) => {
      expect(words).to.match(new RegExp(`^${RegExp.escape(expected[i] ?? '?')}`));
    });
  });
});
