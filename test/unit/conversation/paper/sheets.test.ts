import { expect } from 'chai';
import { lineChanges } from '../../../../src/conversation/paper/changes.ts';
import { sheetsOf, versionsOf, wholeVersion } from '../../../../src/conversation/paper/sheets.ts';
import { ALL_PAPER } from '../../../../src/domain/paper/paper.ts';
import { changedPlaybook } from '../../../support/changed-playbook.ts';
import { shipped } from '../../../support/playbooks.ts';

const versions = (...changes: readonly (readonly [string, string])[]) =>
  versionsOf(changedPlaybook('harjedalen', ...changes), ALL_PAPER);
const BEFORE = versions();
/** Which sheets have another version. */
const changed = (...changes: readonly (readonly [string, string])[]) => {
  const after = versions(...changes);
  return Object.keys({ ...BEFORE, ...after }).filter((sheet) => BEFORE[sheet] !== after[sheet]);
};

describe('the version of a sheet', () => {
  it('changes with a text, a number and hours, on the sheets where they stand', () => {
    expect(changed(['Be din chef beställa en ny telefon.', 'Be din chef om en ny telefon.'])).to.deep.equal([
      'routine/lost-phone',
    ]);
    expect(changed(['"+4600000002"', '"+4600000012"'])).to.deep.equal(['routine/lost-phone', 'numbers']);
    expect(changed(['Mo-Fr 08:00-16:00; PH -1 day', 'Mo-Fr 08:00-15:00; PH -1 day'])).to.deep.equal([
      'numbers',
    ]);
  });

  it('does not change with what does not stand on paper', () => {
    expect(changed(['# Absences and unmanned offices', '# Absences'])).to.deep.equal([]);
    expect(changed(['outages: { reports: 3', 'outages: { reports: 4'])).to.deep.equal([]);
    expect(changed(['remind: 14', 'remind: 15'])).to.deep.equal([]);
  });

  it('does not change with an absence that was told', () => {
    const ill =
      'absences:\n  - { contact: switchboard, from: 2026-11-26, to: 2026-12-01, stand-in: it-unit }';
    const playbook = shipped('harjedalen', ill);
    expect(playbook.announcements.absences).to.have.length(1);
    expect(versionsOf(playbook, ALL_PAPER)).to.deep.equal(BEFORE);
  });

  it('is computed for all that is shipped, each line in each language', () => {
    for (const organisation of ['falkenberg', 'harjedalen', 'itcentrum', 'kivido', 'porsanger'] as const) {
      const playbook = shipped(organisation);
      for (const { lines } of sheetsOf(playbook).values())
        expect(Object.keys(lines)).to.deep.equal(playbook.languages);
    }
  });

  it('is one for several sheets, in whatever order they come', () => {
    expect(wholeVersion({ a: '1', b: '2' })).to.equal(wholeVersion({ b: '2', a: '1' }));
    expect(wholeVersion({ a: '1', b: '2' })).not.to.equal(wholeVersion({ a: '2', b: '1' }));
  });
});

describe('what has changed on a sheet', () => {
  it('is told line by line, a line that stands twice counted twice', () => {
    expect(lineChanges(['a', 'b', 'b'], ['a', 'b', 'c'])).to.deep.equal([
      { what: 'removed', line: 'b' },
      { what: 'added', line: 'c' },
    ]);
    expect(lineChanges(['a', 'b'], ['b', 'a'])).to.deep.equal([]);
  });
});
