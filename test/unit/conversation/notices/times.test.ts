import { expect } from 'chai';
import {
  atInWords,
  shortAt,
  spanInWords,
  type TimeSetting,
} from '../../../../src/conversation/notices/times.ts';
import { LANGUAGES } from '../../../../src/domain/organisation/language.ts';
import { stockholm } from '../../../support/scenario-e.ts';

const setting = (language: TimeSetting['language'], now = '2022-10-24T09:00'): TimeSetting => ({
  playbook: { timezone: 'Europe/Stockholm' },
  language,
  now: Temporal.PlainDateTime.from(now).toZonedDateTime('Europe/Stockholm'),
});
const span = (language: TimeSetting['language'], from: string, to: string, now?: string): string =>
  spanInWords(setting(language, now), stockholm(from), stockholm(to));

describe('the times of a notice', () => {
  it('are said as a person says them, in each language', () => {
    expect(LANGUAGES.map((language) => span(language, '2022-10-29T10:00', '2022-10-29T14:00'))).to.deep.equal(
      [
        'lördag 29 oktober 10–14',
        'lørdag 29. oktober kl. 10–14',
        'zaterdag 29 oktober 10–14 uur',
        'Saturday 29 October 10:00–14:00',
      ],
    );
  });

  it('have minutes as soon as one of them has', () => {
    expect(span('sv', '2022-10-29T10:00', '2022-10-29T14:30')).to.equal('lördag 29 oktober 10:00–14:30');
  });

  it('name both days where it goes on over midnight, but for its very end', () => {
    expect(span('sv', '2022-10-29T20:00', '2022-10-30T06:00')).to.equal(
      'lördag 29 oktober 20 – söndag 30 oktober 06',
    );
    expect(span('sv', '2022-10-29T20:00', '2022-10-30T00:00')).to.equal('lördag 29 oktober 20–24');
    expect(span('en', '2022-10-29T20:30', '2022-10-30T00:00')).to.equal('Saturday 29 October 20:30–24:00');
  });

  it('name the year where it is another one', () => {
    expect(span('sv', '2023-01-07T10:00', '2023-01-07T12:00')).to.equal('lördag 7 januari 2023 10–12');
  });

  it('never say today: they are read on other days too', () => {
    const at = stockholm('2022-10-24T10:42');
    expect(LANGUAGES.map((language) => atInWords(setting(language), at))).to.deep.equal([
      'måndag 24 oktober kl. 10:42',
      'mandag 24. oktober kl. 10:42',
      'maandag 24 oktober om 10:42',
      'Monday 24 October at 10:42',
    ]);
  });

  it('are the organisation’s on both sides of the hour that is set back', () => {
    expect(span('sv', '2022-10-30T01:00', '2022-10-30T04:00')).to.equal('söndag 30 oktober 01–04');
    expect(shortAt(setting('sv'), stockholm('2022-10-30T10:05'), stockholm('2022-10-30T01:00'))).to.equal(
      '10:05',
    );
  });

  it('are short where their day is clear', () => {
    const [at, other] = [stockholm('2022-10-29T10:42'), stockholm('2022-10-28T10:42')];
    expect(shortAt(setting('sv'), at, at)).to.equal('10:42');
    expect(shortAt(setting('sv'), at, other)).to.equal('29 okt. 10:42');
  });
});
