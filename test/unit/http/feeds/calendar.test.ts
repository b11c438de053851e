import { expect } from 'chai';
import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import type { Notice } from '../../../../src/domain/notices/notice.ts';
import { calendar } from '../../../../src/http/feeds/calendar.ts';
import { contentLines, textValue } from '../../../../src/http/feeds/icalendar.ts';
import { outageNotice } from '../../../support/notices.ts';
import { commanded, scenarioE } from '../../../support/notices-kept.ts';
import { shipped } from '../../../support/playbooks.ts';
import { viewOf } from '../../../support/status-view.ts';

const itcentrum = shipped('itcentrum');
const window = scenarioE(itcentrum);

interface Event {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
}

/** The events as ical.js reads them; what node-ical reads must be the same. */
function events(notices: readonly Notice[], local: string, about = {}): Event[] {
  const text = calendar(viewOf(itcentrum, notices, local, about));
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line), line).to.be.at.most(75);
  expect(text)
    .to.match(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
    .and.match(/END:VCALENDAR\r\n$/);
  const root = new ICAL.Component(ICAL.parse(text));
  const read = root.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    for (const name of ['dtstamp', 'created', 'last-modified'])
      expect(component.getFirstPropertyValue(name), name).to.be.instanceOf(ICAL.Time);
    const { uid, summary, location, description, sequence } = event;
    const times = { start: iso(event.startDate.toJSDate()), end: iso(event.endDate.toJSDate()) };
    const status = String(component.getFirstPropertyValue('status'));
    return { uid, sequence, status, ...times, summary, location, description };
  });
  expect(readByNodeIcal(text)).to.deep.equal(read);
  return read;
}

function readByNodeIcal(text: string): Event[] {
  return Object.values(nodeIcal.sync.parseICS(text))
    .filter((component) => component?.type === 'VEVENT')
    .map(({ uid, sequence, status, start, end, summary, location, description }) => ({
      ...{
        uid,
        sequence: Number(sequence),
        status: String(status),
        start: iso(start),
        end: iso(end ?? start),
      },
      ...{ summary: String(summary), location: String(location), description: String(description) },
    }));
}

function iso(date: Date): string {
  return new Date(date).toISOString().slice(0, 16);
}

const brief = ({ status, start, end, sequence }: Event) => `${status} ${start} ${end} #${sequence}`;

describe('the calendar', () => {
  it('tell of each part the support that is for it', () => {
    if (window.kind !== 'maintenance') throw new Error('it is no window');
    const support = window.support.map((time, i) => ({ ...time, sites: [i === 0 ? 'tierp' : 'alvkarleby'] }));
    const told = events([{ ...window, support }], '2022-10-25T09:00').map(({ location, description }) => [
      location,
      description.includes('Tierp: lördag 29 oktober 10–16'),
      description.includes('Älvkarleby: söndag 30 oktober 10–16'),
    ]);
    expect(told).to.deep.include(['Tierp', true, false]).and.deep.include(['Älvkarleby', false, true]);
  });

  it('has an event for each part of scenario E, over the change to winter time', () => {
    const found = events([window], '2022-10-28T10:00');
    expect(found.map(brief)).to.deep.equal([
      'CONFIRMED 2022-10-29T08:00 2022-10-29T12:00 #0',
      'CONFIRMED 2022-10-29T10:00 2022-10-29T12:00 #0',
      'CONFIRMED 2022-10-30T09:00 2022-10-30T12:00 #0',
    ]);
    expect(new Set(found.map(({ uid }) => uid)).size).to.equal(3);
    expect(found.map(({ location }) => location)).to.deep.equal(['Tierp', 'Tierp', 'Älvkarleby']);
    expect(found[2]?.summary).to.equal('Servicefönster i helgen: Treserva, TES');
    expect(found[0]?.description)
      .to.contain('Varför: Servrarna byts ut.')
      .and.contain('lördag 29 oktober 10–16, per telefon');
  });

  it('is each municipality’s own, in its language', () => {
    const at = '2022-10-28T10:00';
    expect(events([window], at, { site: 'tierp' })).to.have.length(2);
    const [sunday, ...more] = events([window], at, { site: 'alvkarleby', language: 'en' });
    expect(more).to.deep.equal([]);
    expect(sunday?.summary).to.equal('Service window this weekend: Treserva, TES');
    expect(sunday?.uid).to.equal(events([window], at)[2]?.uid);
    for (const site of ['heby', 'knivsta', 'osthammar'])
      expect(events([window], at, { site })).to.deep.equal([]);
  });

  it('is something that can be opened with nothing in it, and leaves outages out', () => {
    const outage = outageNotice({ organisation: 'itcentrum', services: ['tes'] });
    const text = calendar(viewOf(itcentrum, [outage], '2026-11-23T10:00'));
    const root = new ICAL.Component(ICAL.parse(text));
    expect(root.getAllSubcomponents().map(({ name }) => name)).to.deep.equal(['vtimezone']);
    expect(readByNodeIcal(text)).to.deep.equal([]);
  });

  it('tells an extension with a higher number, and keeps the names of events', () => {
    const to = Temporal.ZonedDateTime.from('2022-10-29T15:30[Europe/Stockholm]').epochMilliseconds;
    const longer = commanded(
      itcentrum,
      window,
      { do: 'extend', part: '1', to, text: {} },
      '2022-10-29T12:00',
    );
    const [before] = events([window], '2022-10-29T12:00');
    const [after] = events([longer], '2022-10-29T12:00');
    expect(after?.uid).to.equal(before?.uid);
    expect(after && brief(after)).to.equal('CONFIRMED 2022-10-29T08:00 2022-10-29T13:30 #1');
  });

  it('tells an early finish: what was done ends then, what had not begun is taken away', () => {
    const done = commanded(
      itcentrum,
      window,
      { do: 'finish', part: null, text: { sv: 'Allt är klart.' } },
      '2022-10-29T11:40',
    );
    const found = events([done], '2022-10-29T11:41');
    expect(found.map(brief)).to.deep.equal([
      'CONFIRMED 2022-10-29T08:00 2022-10-29T09:40 #1',
      'CANCELLED 2022-10-29T10:00 2022-10-29T12:00 #1',
      'CANCELLED 2022-10-30T09:00 2022-10-30T12:00 #1',
    ]);
    expect(found[0]?.description).to.contain('Allt är klart.');
  });

  it('tells a cancellation: what was done stays, what was going on ends, the rest is cancelled', () => {
    const early = commanded(itcentrum, window, { do: 'cancel', text: {} }, '2022-10-25T09:00');
    expect(events([early], '2022-10-25T10:00').map(({ status }) => status)).to.deep.equal(
      Array.from({ length: 3 }, () => 'CANCELLED'),
    );
    expect(events([early], '2022-10-25T10:00')[0]?.summary).to.match(/^Inställt: /);
    const late = commanded(itcentrum, window, { do: 'cancel', text: {} }, '2022-10-29T13:00');
    expect(events([late], '2022-10-29T13:01').map(brief)).to.deep.equal([
      'CONFIRMED 2022-10-29T08:00 2022-10-29T11:00 #1',
      'CONFIRMED 2022-10-29T10:00 2022-10-29T11:00 #1',
      'CANCELLED 2022-10-30T09:00 2022-10-30T12:00 #1',
    ]);
  });

  it('takes back what was recalled', () => {
    const recalled = commanded(itcentrum, window, { do: 'recall' }, '2022-10-21T09:00');
    for (const event of events([recalled], '2022-10-21T10:00'))
      expect([event.status, event.sequence]).to.deep.equal(['CANCELLED', 1]);
  });

  it('is the same text as long as nothing changes', () => {
    const text = (local: string) => calendar(viewOf(itcentrum, [window], local));
    expect(text('2022-10-27T10:00')).to.equal(text('2022-10-28T23:00'));
  });

  it('folds any line without cutting a character, and gives it back whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const written = contentLines([`DESCRIPTION:${textValue(text)}`]);
        for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).to.be.at.most(75);
        expect(written.replaceAll('\r\n ', '')).to.equal(`DESCRIPTION:${textValue(text)}\r\n`);
        expect(textValue(text)).to.not.match(/[\r\n]/);
      }),
    );
  });
});
