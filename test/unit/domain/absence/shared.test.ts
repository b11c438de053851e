import { expect } from 'chai';
import fc from 'fast-check';
import { withAway } from '../../../../src/domain/absence/announced.ts';
import type { AwayEntry } from '../../../../src/domain/absence/entry.ts';
import { who } from '../../../../src/domain/contacts/who.ts';
import { awayEntry } from '../../../support/away.ts';
import { playbookFrom } from '../../../support/playbooks.ts';
import { changed } from '../../playbook/sample.ts';

const HOLDERS = ['a@example.org', 'b@example.org', 'c@example.org'];
const playbook = playbookFrom(changed('role: Desk,', `role: Desk, accounts: [${HOLDERS.join(', ')}],`));
const MONDAY = Temporal.ZonedDateTime.from('2026-12-14T00:00[Europe/Stockholm]');
const HOUR = 3_600_000;

function away(email: string, from: number, to: number, more: Partial<AwayEntry> = {}): AwayEntry {
  const start = MONDAY.epochMilliseconds;
  return awayEntry(`${email}${from}`, 'x', [start + from * HOUR, start + to * HOUR], {
    about: { kind: 'person', user: email, name: null, email, contacts: [], shared: ['desk'] },
    ...more,
  });
}

function deskAt(entries: readonly AwayEntry[], hour: number, matter: 'critical' | 'normal' = 'critical') {
  const live = withAway(playbook, { entries, agreed: [] });
  const situation = { class: matter, service: null, site: null, role: null };
  const answer = who(live, situation, MONDAY.add({ minutes: Math.round(hour * 60) }));
  const all = answer.steps.flatMap(({ contacts }) => contacts);
  return all.find(({ contact }) => contact.id === 'desk');
}

describe('a contact that several hold', () => {
  const two = [away(HOLDERS[0]!, 8, 16), away(HOLDERS[1]!, 8, 16)];

  it('is answered by the others, and unanswered while all of them are away', () => {
    expect(deskAt(two, 10)?.available).to.equal(true);
    const all = [...two, away(HOLDERS[2]!, 9, 12)];
    expect([8.5, 10, 13].map((hour) => deskAt(all, hour)?.available ?? false)).to.deep.equal([
      true,
      false,
      true,
    ]);
    expect(deskAt(all, 8.5)?.until).to.equal(MONDAY.add({ hours: 9 }).epochMilliseconds);
  });

  it('is reached in an emergency as long as one of them is', () => {
    const all = [...two, away(HOLDERS[2]!, 9, 12, { emergency: '070-1' })];
    expect(deskAt(all, 10, 'critical')).to.include({ available: true, often: true });
    expect(deskAt(all, 10, 'normal')?.available ?? false).to.equal(false);
  });

  it('is always answered where it is not known who holds it', () => {
    const byRole = playbookFrom(
      changed('role: Desk,', `role: Desk, held-by: planner, accounts: [${HOLDERS.join(', ')}],`),
    );
    const all = HOLDERS.map((email) => away(email, 8, 16));
    expect(withAway(byRole, { entries: all, agreed: [] }).announcements.absences).to.have.length(1);
  });

  it('is away exactly when each of its holders is, whatever they tell', () => {
    const stretch = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }));
    const story = fc.record({
      told: fc.array(fc.tuple(fc.constantFrom(...HOLDERS), stretch), { maxLength: 12 }),
      hour: fc.integer({ min: 8, max: 15 }),
      day: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(story, ({ told, hour, day }) => {
        const entries = told.map(([email, [from, hours]]) => away(email, from, from + hours));
        const at = MONDAY.epochMilliseconds + (day * 24 + hour) * HOUR;
        const isGone = (email: string): boolean =>
          entries.some(
            ({ about, start, end }) =>
              about.kind === 'person' && about.email === email && start <= at && at < end,
          );
        const found = deskAt(entries, day * 24 + hour)?.available ?? false;
        expect(found).to.equal(!HOLDERS.every(isGone));
      }),
    );
  });
});
