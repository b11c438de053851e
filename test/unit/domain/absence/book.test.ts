import { expect } from 'chai';
import { backAt, endedAt, withEntries } from '../../../../src/domain/absence/book.ts';
import { coverFault } from '../../../../src/domain/absence/cover.ts';
import { NOBODY_AWAY } from '../../../../src/domain/absence/entry.ts';
import { bookFor } from '../../../../src/domain/absence/people.ts';
import { awayEntry } from '../../../support/away.ts';
import { shipped } from '../../../support/playbooks.ts';

const MONDAY = Temporal.ZonedDateTime.from('2026-12-14T08:00[Europe/Stockholm]').epochMilliseconds;
const HOUR = 3_600_000;
const playbook = shipped('harjedalen');
const cover = (contact: string) => ({ contact, words: contact });

describe('absences', () => {
  const first = awayEntry('a', 'care-office', [MONDAY, MONDAY + 8 * HOUR]);
  const second = awayEntry('b', 'care-office', [MONDAY + 8 * HOUR, MONDAY + 30 * HOUR]);

  it('that follow one another count as one', () => {
    expect(backAt([second, first], first)).to.equal(second.end);
  });

  it('end early, and never before they began', () => {
    expect(endedAt(first, MONDAY + HOUR).end).to.equal(MONDAY + HOUR);
    expect(endedAt(second, MONDAY).end).to.equal(second.start);
  });

  it('are kept for a day when they are over', () => {
    const book = withEntries(NOBODY_AWAY, [first, second], MONDAY);
    expect(withEntries(book, [], MONDAY + 33 * HOUR).entries.map(({ id }) => id)).to.deep.equal(['b']);
  });

  it('that refer to each other are found as a circle, with somebody who could take over', () => {
    const school = awayEntry('s', 'school-office', [MONDAY, MONDAY + 8 * HOUR], {
      calls: cover('care-office'),
    });
    const book = withEntries(NOBODY_AWAY, [school], MONDAY);
    const fault = coverFault(playbook, book, { ...first, calls: cover('school-office') }, null);
    expect(fault).to.deep.equal({
      ...{ kind: 'circle', contacts: ['care-office', 'school-office'], proposal: 'care-manager' },
    });
  });

  it('that take the last cover are found', () => {
    const fault = coverFault(
      playbook,
      NOBODY_AWAY,
      awayEntry('w', 'switchboard', [MONDAY, MONDAY + HOUR]),
      null,
    );
    expect(fault?.kind === 'uncovered' && fault.class).to.equal('critical');
    expect(coverFault(playbook, NOBODY_AWAY, first, 'vard-omsorg')).to.equal(null);
  });

  it('keep their reason from others', () => {
    const book = withEntries(NOBODY_AWAY, [{ ...first, reason: 'ill' }], MONDAY);
    const seen = ['berit', 'anna', 'care-office'].map(
      (user) => bookFor(book, user, false).entries[0]?.reason,
    );
    expect(seen).to.deep.equal([null, 'ill', 'ill']);
    expect(bookFor(book, 'berit', true).entries[0]?.reason).to.equal('ill');
  });
});
