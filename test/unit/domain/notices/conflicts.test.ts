import { expect } from 'chai';
import { conflictsOf } from '../../../../src/domain/notices/conflicts.ts';
import type { Notice } from '../../../../src/domain/notices/notice.ts';
import { loadPlaybook } from '../../../../src/playbook/load.ts';
import { windowNotice, windowPart } from '../../../support/notices.ts';
import { at, shipped } from '../../../support/playbooks.ts';
import { SAMPLE } from '../../playbook/sample.ts';

const plain = shipped('itcentrum');
const playbook = {
  ...plain,
  calendar: { ...plain.calendar, coreHours: plain.contacts.get('support')?.hours ?? null },
};
const NOW = instant('2026-12-01T09:00');

function instant(local: string): number {
  return at(plain, local).epochMilliseconds;
}

function part(from: string, to: string, services = ['tes'], sites: readonly string[] | null = ['tierp']) {
  return { services, sites, from: instant(from), to: instant(to) };
}

function conflicts(parts: readonly ReturnType<typeof part>[], others: readonly Notice[] = [], now = NOW) {
  return conflictsOf(playbook, parts, others, now);
}

describe('what the author of a window should look at', () => {
  it('is nothing on an ordinary evening', () => {
    expect(conflicts([part('2026-12-08T18:00', '2026-12-08T20:00')])).to.deep.equal([]);
  });

  it('is a red day, each of several, and not the one on which it ends at midnight', () => {
    expect(conflicts([part('2026-12-25T09:00', '2026-12-25T12:00')])).to.deep.equal([
      { why: 'red-day', part: 1, day: '2026-12-25' },
    ]);
    const days = conflicts([part('2026-12-24T22:00', '2026-12-26T02:00')]).map((each) =>
      each.why === 'red-day' ? each.day : each.why,
    );
    expect(days).to.deep.equal(['2026-12-25', '2026-12-26']);
    expect(conflicts([part('2026-12-24T22:00', '2026-12-25T00:00')])).to.deep.equal([]);
  });

  it('is the core hours that it meets, and only that stretch of them', () => {
    expect(conflicts([part('2026-12-08T15:00', '2026-12-08T18:00')])).to.deep.equal([
      { why: 'core-hours', part: 1, from: instant('2026-12-08T15:00'), to: instant('2026-12-08T16:00') },
    ]);
    const { coreHours: _, ...calendar } = playbook.calendar;
    const without = { ...playbook, calendar: { ...calendar, coreHours: null } };
    expect(conflictsOf(without, [part('2026-12-08T15:00', '2026-12-08T18:00')], [], NOW)).to.deep.equal([]);
  });

  it('is another window on the same at the same time', () => {
    const other = windowNotice({
      ...{ id: 'W9', organisation: 'itcentrum' },
      parts: [
        windowPart({
          services: ['tes', 'treserva'],
          from: instant('2026-12-08T19:00'),
          to: instant('2026-12-08T21:00'),
        }),
      ],
    });
    const mine = part('2026-12-08T18:00', '2026-12-08T20:00');
    const met = {
      why: 'other-window',
      part: 1,
      notice: 'W9',
      from: instant('2026-12-08T19:00'),
      to: mine.to,
    };
    expect(conflicts([mine], [other])).to.deep.equal([met]);
    expect(conflicts([mine], [{ ...other, publication: 'to-confirm' }])).to.deep.equal([met]);
    expect(conflicts([{ ...mine, services: [] }], [other]), 'everything').to.have.length(1);
    expect(conflicts([{ ...mine, services: ['network'] }], [other]), 'another service').to.deep.equal([]);
    expect(
      conflicts([{ ...mine, to: instant('2026-12-08T19:00') }], [other]),
      'one after the other',
    ).to.deep.equal([]);
    expect(conflicts([mine], [{ ...other, cancelledAt: NOW }])).to.deep.equal([]);
    expect(conflicts([mine], [{ ...other, publication: 'recalled' }])).to.deep.equal([]);
    const ended = { ...other, parts: other.parts.map((each) => ({ ...each, endedAt: each.from })) };
    expect(conflicts([mine], [ended]), 'it ended early').to.deep.equal([]);
  });

  it('is a part that has begun, and parts that meet each other', () => {
    expect(conflicts([part('2026-12-01T07:00', '2026-12-01T07:30')])).to.deep.equal([
      { why: 'begun', part: 1 },
    ]);
    const [first, second] = [
      part('2026-12-08T18:00', '2026-12-08T20:00'),
      part('2026-12-08T19:00', '2026-12-08T21:00'),
    ];
    expect(conflicts([first, second])).to.deep.equal([{ why: 'same-twice', part: 2, other: 1 }]);
    expect(conflicts([first, { ...second, sites: ['heby'] }]), 'somewhere else').to.deep.equal([]);
  });
});

describe('an organisation’s calendar', () => {
  it('is made of its playbook: red days with its own, and the hours that it names as core', () => {
    const { playbook: sample } = loadPlaybook('sample.yaml', `${SAMPLE}notices: { core-hours: core }\n`);
    const calendar = sample?.calendar;
    const open = (local: string): boolean | undefined =>
      calendar?.coreHours?.segmentAt(instant(local)).value.open;
    expect([
      open('2026-12-08T10:00'),
      open('2026-12-08T17:00'),
      open('2026-12-23T14:00'),
      open('2026-12-25T10:00'),
    ]).to.deep.equal([true, false, false, false]);
    expect(shipped('porsanger').calendar.coreHours).to.equal(null);
  });
});
