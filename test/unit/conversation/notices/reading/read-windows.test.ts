import { expect } from 'chai';
import { readWindows } from '../../../../../src/conversation/notices/reading/read-windows.ts';
import type { Language } from '../../../../../src/domain/organisation/language.ts';
import { at, shipped } from '../../../../support/playbooks.ts';

const playbook = shipped('itcentrum');
const ZONE = playbook.timezone;

function read(parts: string, support = '', now = '2022-10-24T09:00', language: Language = 'sv') {
  return readWindows({ playbook, language, now: at(playbook, now) }, parts, support);
}

function local(instant: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(ZONE)
    .toPlainDateTime()
    .toString();
}

describe('windows as their author tells them', () => {
  it('has the support of scenario E on both days', () => {
    const { windows, recurs, faults } = read(
      'lö 29 okt 10–14 personalsystem Tierp\nlö 29 okt 12–14 Tierpsbyggen Tierp\nsön 30/10 10-13 Treserva och TES, Älvkarleby',
      'support per telefon 10–16 båda dagarna',
    );
    expect(faults).to.deep.equal({ parts: [], support: [] });
    expect(recurs).to.equal(false);
    expect(windows[0]?.parts).to.have.length(3);
    expect(windows[0]?.support.map(({ from, to, text }) => [local(from), local(to), text])).to.deep.equal([
      ['2022-10-29T10:00:00', '2022-10-29T16:00:00', { sv: 'per telefon' }],
      ['2022-10-30T10:00:00', '2022-10-30T16:00:00', { sv: 'per telefon' }],
    ]);
  });

  it('knows support on a day of its own, with a number, and says what is wrong', () => {
    const { windows, faults } = read('lö 29 okt 10–14 TES', 'lö 29/10 09–17 på 018-12 34 56\nlördag');
    expect(windows[0]?.support).to.have.length(1);
    expect(windows[0]?.support[0]?.text).to.deep.equal({ sv: 'på 018-12 34 56' });
    expect(faults.support).to.deep.include({ line: 2, text: 'lördag', why: 'time-missing', what: '' });
  });

  it('makes a window of each day of what comes again, at most 40, for 400 days', () => {
    const { windows, recurs } = read('varje tredje torsdag i månaden 18–20 Treserva, Tierp');
    expect(recurs).to.equal(true);
    expect(windows.slice(0, 3).map(({ parts }) => local(parts[0]?.from ?? 0))).to.deep.equal([
      '2022-11-17T18:00:00',
      '2022-12-15T18:00:00',
      '2023-01-19T18:00:00',
    ]);
    expect(windows).to.have.length(13);
    expect(read('varje måndag 18–20 TES').windows).to.have.length(40);
  });

  it('keeps the hour by the clock when the clock changes', () => {
    const { windows } = read('FREQ=WEEKLY;BYDAY=SU;COUNT=3 10–12 TES');
    expect(windows.map(({ parts }) => local(parts[0]?.from ?? 0))).to.deep.equal([
      '2022-10-30T10:00:00',
      '2022-11-06T10:00:00',
      '2022-11-13T10:00:00',
    ]);
  });

  it('ends with a day that is named, or begins with it', () => {
    expect(read('varannan tisdag 18–20 TES t.o.m. 30 nov').windows).to.have.length(3);
    const [first] = read('varannan tisdag 18–20 TES från 1 nov').windows;
    expect(local(first?.parts[0]?.from ?? 0)).to.equal('2022-11-01T18:00:00');
  });

  it('has the parts of one day in one window', () => {
    const { windows } = read('varje måndag 18–20 TES\nvarje måndag 20–21 Treserva');
    expect(windows).to.have.length(40);
    expect(windows[0]?.parts).to.have.length(2);
  });

  for (const [line, why] of [
    ['varje tredje torsdag 18–20 TES', 'rule-unclear'],
    ['FREQ=SECONDLY 18–20 TES', 'rule-wrong'],
    ['FREQ=WEEKLY;BYDAY=XX 18–20 TES', 'rule-wrong'],
    ['FREQ=YEARLY;BYMONTH=13 18–20 TES', 'rule-wrong'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 18–20 TES', 'rule-never'],
  ] as const) {
    it(`says ${why} of “${line}”`, () => {
      expect(read(line).faults.parts[0]).to.include({ why });
    });
  }
});
