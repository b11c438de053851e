import { expect } from 'chai';
import { dayNumber } from '../../../src/domain/hours/days.ts';
import {
  countryCalled,
  isKnownCountry,
  knownRegions,
  type RedDayRules,
  redDays,
} from '../../../src/playbook/red-days.ts';

/** The red days of a year as dates. */
function redIn(year: number, rules: Partial<RedDayRules> & { country: string }): string[] {
  const isRed = redDays({ add: [], remove: [], ...rules });
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return Array.from({ length: first.daysInYear }, (_, i) => first.add({ days: i }))
    .filter((date) => isRed(dayNumber(date)))
    .map((date) => date.toString().slice(5));
}

const SWEDEN_2026 = [
  '01-01',
  '01-06',
  '04-03',
  '04-05',
  '04-06',
  '05-01',
  '05-14',
  '05-24',
  '06-06',
  '06-20',
  '10-31',
  '12-25',
  '12-26',
];
const NORWAY_2026 = [
  '01-01',
  '04-02',
  '04-03',
  '04-05',
  '04-06',
  '05-01',
  '05-14',
  '05-17',
  '05-24',
  '05-25',
  '12-25',
  '12-26',
];
const NETHERLANDS_2026 = ['01-01', '04-05', '04-06', '04-27', '05-14', '05-24', '05-25', '12-25', '12-26'];

describe('red days', () => {
  it('are the public holidays of the country, and not its eves and observances', () => {
    expect(redIn(2026, { country: 'SE' })).to.deep.equal(SWEDEN_2026);
    expect(redIn(2026, { country: 'NO' })).to.deep.equal(NORWAY_2026);
    expect(redIn(2026, { country: 'NL' })).to.deep.equal(NETHERLANDS_2026);
  });

  it('follow Easter and midsummer from year to year', () => {
    expect(redIn(2027, { country: 'SE' })).to.include.members(['03-26', '03-28', '03-29', '06-26', '11-06']);
  });

  it('include what the organisation adds, in one year or in each', () => {
    const add = ['2026-12-24', '12-31'];
    expect(redIn(2026, { country: 'SE', add })).to.deep.equal([...SWEDEN_2026, '12-24', '12-31'].sort());
    expect(redIn(2027, { country: 'SE', add }))
      .to.include('12-31')
      .and.not.to.include('12-24');
  });

  it('leave out what the organisation removes, in one year or in each', () => {
    const remove = ['2026-05-14', '06-06'];
    const left = SWEDEN_2026.filter((date) => date !== '05-14' && date !== '06-06');
    expect(redIn(2026, { country: 'SE', remove })).to.deep.equal(left);
    expect(redIn(2027, { country: 'SE', remove }))
      .to.include('05-06')
      .and.not.to.include('06-06');
  });

  it('added and removed at once are red', () => {
    expect(redIn(2026, { country: 'SE', add: ['06-06'], remove: ['06-06'] })).to.include('06-06');
  });

  it('on 29 February come in leap years', () => {
    const rules = { country: 'SE', add: ['02-29'] };
    expect(redIn(2028, rules)).to.include('02-29');
    expect(redIn(2026, rules)).to.deep.equal(SWEDEN_2026);
  });

  it('differ between the regions of a country', () => {
    const [whole, bavaria] = [redIn(2026, { country: 'DE' }), redIn(2026, { country: 'DE', region: 'BY' })];
    expect(whole).not.to.include('01-06');
    expect(bavaria).to.include.members([...whole, '01-06']);
  });

  it('do not depend on the time zone of the machine', () => {
    const before = process.env.TZ;
    try {
      for (const zone of [
        'Pacific/Kiritimati',
        'Pacific/Pago_Pago',
        'UTC',
        'Europe/Stockholm',
        'America/St_Johns',
      ]) {
        process.env.TZ = zone;
        expect(redIn(2026, { country: 'SE' }), zone).to.deep.equal(SWEDEN_2026);
        expect(redIn(2026, { country: 'NO' }), zone).to.deep.equal(NORWAY_2026);
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('are known for countries by their code, and codes by the countries’ names', () => {
    expect(['SE', 'NO', 'NL', 'XX', 'se'].map(isKnownCountry)).to.deep.equal([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(['se', 'Norge', 'Netherlands', 'nowhere'].map(countryCalled)).to.deep.equal([
      'SE',
      'NO',
      'NL',
      undefined,
    ]);
    expect(knownRegions('SE')).to.deep.equal([]);
    expect(knownRegions('DE')).to.include('BY');
  });
});
