import { expect } from 'chai';
import fc from 'fast-check';
import type { MaintenanceWindow, Place, WindowPart } from '../../../../src/domain/notices/notice.ts';
import type { Subscription } from '../../../../src/domain/notices/subscription.ts';
import {
  concerns,
  isEnded,
  isFor,
  isOpen,
  outageOf,
  partsFor,
  partsNow,
  spanOf,
  windowPhase,
} from '../../../../src/domain/notices/view.ts';
import { outageNotice, subscriptionOf, windowNotice, windowPart } from '../../../support/notices.ts';
import { playbookFrom, shipped } from '../../../support/playbooks.ts';
import { SAMPLE } from '../../playbook/sample.ts';

const itcentrum = shipped('itcentrum');
/** Two levels of units: `north` in `all`. */
const sample = playbookFrom(SAMPLE);
const at = (local: string): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').epochMilliseconds;
const part = (id: string, services: string[], site: string, from: string, to: string): WindowPart =>
  windowPart({ id, services, sites: [site], from: at(from), to: at(to) });

/** Scenario E3: Tierp on Saturday, Älvkarleby on Sunday. */
const weekend: MaintenanceWindow = windowNotice({
  organisation: 'itcentrum',
  parts: [
    part('1', ['staff-systems'], 'tierp', '2022-10-29T10:00', '2022-10-29T14:00'),
    part('2', ['tierpsbyggen'], 'tierp', '2022-10-29T12:00', '2022-10-29T14:00'),
    part('3', ['treserva', 'tes'], 'alvkarleby', '2022-10-30T10:00', '2022-10-30T13:00'),
  ],
});
const ids = (window: MaintenanceWindow, place: Place): string[] =>
  partsFor(itcentrum, window, place).map(({ id }) => id);

describe('whom a notice concerns', () => {
  it('is decided part by part (scenario E3)', () => {
    expect(ids(weekend, { sites: ['tierp'], services: null })).to.deep.equal(['1', '2']);
    expect(ids(weekend, { sites: ['alvkarleby'], services: null })).to.deep.equal(['3']);
    expect(ids(weekend, { sites: ['osthammar'], services: null })).to.deep.equal([]);
    expect(ids(weekend, { sites: null, services: ['tes'] })).to.deep.equal(['3']);
    expect(ids(weekend, { sites: ['tierp'], services: ['tes'] })).to.deep.equal([]);
  });

  it('are units of what is hit, and wholes of which a unit is hit', () => {
    const place = (site: string): Place => ({ sites: [site], services: null });
    expect(concerns(sample, { services: [], sites: ['all'] }, place('north'))).to.equal(true);
    expect(concerns(sample, { services: [], sites: ['north'] }, place('all'))).to.equal(true);
    expect(concerns(itcentrum, { services: [], sites: ['tierp'] }, place('heby'))).to.equal(false);
  });

  it('is everybody where it is not known what is hit, or where', () => {
    const tes: Place = { sites: ['heby'], services: ['tes'] };
    expect(concerns(itcentrum, { services: [], sites: null }, tes)).to.equal(true);
    expect(concerns(itcentrum, { services: ['treserva'], sites: null }, tes)).to.equal(false);
  });

  it('are subscribers who asked for it, confirmed it, and are not muted', () => {
    const hears = (change: Partial<Subscription>): boolean =>
      isFor(itcentrum, weekend, subscriptionOf('slack/itcentrum/C1', change), 1000);
    expect(hears({})).to.equal(true);
    expect(hears({ kinds: ['outage'] })).to.equal(false);
    expect(hears({ kinds: ['maintenance'], sites: ['tierp'] })).to.equal(true);
    expect(hears({ sites: ['knivsta'] })).to.equal(false);
    expect(hears({ confirmed: false })).to.equal(false);
    expect(hears({ mutedUntil: 1001 })).to.equal(false);
    expect(hears({ mutedUntil: 1000 })).to.equal(true);
  });
});

describe('where a window stands', () => {
  it('is finished at once when what had not begun is not needed any more', () => {
    const now = at('2022-10-29T13:00');
    const [first, second, sunday] = weekend.parts as [WindowPart, WindowPart, WindowPart];
    const parts = [
      { ...first, endedAt: now },
      { ...second, endedAt: now },
      { ...sunday, endedAt: sunday.from },
    ];
    expect(windowPhase({ cancelledAt: null, parts }, now)).to.equal('finished');
    const shorter = { ...sunday, endedAt: sunday.from + 1 };
    expect(windowPhase({ cancelledAt: null, parts: [...parts.slice(0, 2), shorter] }, now)).to.equal(
      'under-way',
    );
  });

  it('is under way from its first part to its last, the night between included', () => {
    const phase = (local: string) => windowPhase(weekend, at(local));
    expect(phase('2022-10-29T09:59')).to.equal('announced');
    expect(phase('2022-10-29T10:00')).to.equal('under-way');
    expect(phase('2022-10-29T23:00')).to.equal('under-way');
    expect(phase('2022-10-30T12:59')).to.equal('under-way');
    expect(phase('2022-10-30T13:00')).to.equal('finished');
    expect(partsNow(weekend.parts, at('2022-10-29T23:00'))).to.deep.equal([]);
    expect(partsNow(weekend.parts, at('2022-10-29T13:00')).map(({ id }) => id)).to.deep.equal(['1', '2']);
  });

  it('is finished when what is left of it ended early (scenario E4)', () => {
    const [first, second, third] = weekend.parts;
    if (!first || !second || !third) throw new Error('three parts');
    const early = { ...weekend, parts: [first, second, { ...third, endedAt: at('2022-10-30T11:00') }] };
    expect(windowPhase(early, at('2022-10-30T10:59'))).to.equal('under-way');
    expect(windowPhase(early, at('2022-10-30T11:00'))).to.equal('finished');
    expect(spanOf(early).to).to.equal(at('2022-10-30T11:00'));
  });

  it('never goes back as time goes on', () => {
    const order = ['announced', 'under-way', 'finished'];
    const time = fc.integer({ min: 0, max: 1000 });
    const parts = fc.array(
      fc.record({ from: time, lasts: fc.integer({ min: 1, max: 200 }), ended: fc.option(time) }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(parts, time, time, (made, one, other) => {
        const window = windowNotice({
          parts: made.map(({ from, lasts, ended }, i) =>
            windowPart({
              ...{ id: String(i), from, to: from + lasts },
              endedAt: ended === null ? null : Math.max(from, ended),
            }),
          ),
        });
        const [earlier, later] = [one, other].sort((a, b) => a - b) as [number, number];
        const [before, after] = [windowPhase(window, earlier), windowPhase(window, later)];
        expect(order.indexOf(before)).to.be.at.most(order.indexOf(after));
      }),
    );
  });
});

describe('a notice', () => {
  it('is open while it is published and not over', () => {
    expect(isOpen(outageNotice(), 0)).to.equal(true);
    expect(isOpen(outageNotice({ over: 5 }), 6)).to.equal(false);
    expect(isOpen(outageNotice({ publication: 'recalled' }), 0)).to.equal(false);
    expect(isOpen(windowNotice({ cancelledAt: 1 }), 0)).to.equal(false);
    expect(isEnded(outageNotice({ publication: 'to-confirm' }), 0)).to.equal(false);
    expect(isEnded(outageNotice({ publication: 'discarded' }), 0)).to.equal(true);
  });

  it('is seen by conversations with the latest word that says something', () => {
    const word = (number: number, text: Record<string, string>) => ({
      ...{ number, at: number, phase: null, text, important: false, correctedAt: null },
    });
    expect(outageOf(outageNotice()).latest).to.equal(null);
    expect(outageOf(outageNotice({ text: { nb: 'Nede' } })).latest).to.deep.equal({ nb: 'Nede' });
    const told = outageOf(outageNotice({ updates: [word(1, { nb: 'Strøm' }), word(2, {})] }));
    expect(told.latest).to.deep.equal({ nb: 'Strøm' });
    expect(told.latestAt).to.equal(2);
  });
});
