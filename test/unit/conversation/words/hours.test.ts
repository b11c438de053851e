import { expect } from 'chai';
import { hoursInWords } from '../../../../src/conversation/words/hours.ts';
import { parseHours } from '../../../../src/domain/hours/parse.ts';
import type { Language } from '../../../../src/domain/organisation/language.ts';

const words = (text: string, language: Language = 'en') => hoursInWords(parseHours(text), language);

describe('hours in words', () => {
  it('says a switchboard’s hours in each language', () => {
    const switchboard = 'Mo-Fr 08:00-16:00; PH -1 day 08:00-12:00; Sa,Su off; PH off';
    expect(words(switchboard, 'sv')).to.deep.equal([
      'måndag–fredag: 08:00–16:00',
      'dagen före röd dag: 08:00–12:00',
      'lördag–söndag: stängt',
      'röda dagar: stängt',
    ]);
    expect(words(switchboard, 'nl')[1]).to.equal('de dag voor een feestdag: 08:00–12:00');
    expect(words(switchboard, 'nb')[3]).to.equal('røde dager: stengt');
  });

  it('says single days, several days and every day', () => {
    expect(words('Mo,We,Fr 10:00-12:00')).to.deep.equal(['Monday, Wednesday, Friday: 10:00–12:00']);
    expect(words('10:00-12:00')).to.deep.equal(['every day: 10:00–12:00']);
    expect(words('24/7')).to.deep.equal(['at any hour']);
  });

  it('says dates, months and weekdays within them', () => {
    expect(words('Dec 24 off')).to.deep.equal(['24 December: closed']);
    expect(words('Jun-Aug Mo-Fr 08:00-15:00')).to.deep.equal([
      '1 June–31 August, Monday–Friday: 08:00–15:00',
    ]);
    expect(words('Dec 24-Jan 6 off', 'sv')).to.deep.equal(['24 december–6 januari: stängt']);
  });

  it('says times over midnight and around a break', () => {
    expect(words('Fr 22:00-06:00')).to.deep.equal(['Friday: 22:00–06:00']);
    expect(words('Mo-Fr 08:00-11:30,12:30-24:00')).to.deep.equal(['Monday–Friday: 08:00–11:30, 12:30–24:00']);
    expect(words('PH -2 days off')).to.deep.equal(['2 days before a public holiday: closed']);
  });
});
