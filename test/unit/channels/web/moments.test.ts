import { expect } from 'chai';
import { conversationClock } from '../../../../src/channels/web/moments.ts';
import type { Language } from '../../../../src/domain/organisation/language.ts';
import { type Shipped, shipped } from '../../../support/playbooks.ts';

const MACHINE = Temporal.Instant.from('2026-11-23T10:00:00+01:00');
const clock = (
  to: string | null,
  organisation: Shipped = 'falkenberg',
  language: Language = 'en',
  ahead = 0,
) => conversationClock(shipped(organisation), language, MACHINE, ahead, to);

describe('the clock of the playground', () => {
  it('is the machine’s, and nothing is special about a Monday at ten', () => {
    expect(clock(null)).to.deep.include({ ahead: 0, local: '2026-11-23T10:00', why: null });
  });

  it('moves to the next night, Christmas Eve and day, counted from the conversation’s time', () => {
    expect(clock('night').local).to.equal('2026-11-24T03:00');
    const eve = clock('christmas-eve');
    expect(eve.local).to.equal('2026-12-24T10:00');
    expect(clock('christmas-eve', 'falkenberg', 'en', eve.ahead).local).to.equal('2027-12-24T10:00');
    expect(clock('next-day', 'falkenberg', 'en', eve.ahead).local).to.equal('2026-12-25T10:00');
    expect(clock('now', 'falkenberg', 'en', eve.ahead).ahead).to.equal(0);
  });

  it('keeps the time of day over a change of the clocks', () => {
    const before = clock('2027-03-27T10:00');
    const after = clock('next-day', 'falkenberg', 'en', before.ahead);
    expect(after.local).to.equal('2027-03-28T10:00');
    expect(after.ahead - before.ahead).to.equal(23 * 3_600_000);
  });

  const special: readonly (readonly [string, Shipped, Language, string])[] = [
    ['2026-12-24T10:00', 'falkenberg', 'sv', 'Julafton, dagen före röd dag'],
    ['2026-12-24T10:00', 'porsanger', 'nb', 'Julaften, dagen før rød dag'],
    ['2026-12-24T10:00', 'kivido', 'nl', 'Kerstavond, de dag voor een feestdag'],
    ['2026-12-24T10:00', 'kivido', 'en', 'Christmas Eve, the day before a public holiday'],
    ['2026-12-25T03:00', 'porsanger', 'en', 'Christmas Day, public holiday, night'],
    ['2026-11-22T12:00', 'falkenberg', 'en', 'Weekend'],
  ];
  for (const [at, organisation, language, why] of special) {
    it(`tells why ${at} is special at ${organisation} in ${language}`, () => {
      expect(clock(at, organisation, language).why).to.equal(why);
    });
  }

  it('refuses what it cannot read, and what is too far away', () => {
    expect(() => clock('soon')).to.throw(/write a time as 2026-12-24T10:00/);
    expect(() => clock('2126-12-24T10:00')).to.throw(/at most ten years/);
    expect(() => clock(null, 'falkenberg', 'en', Number.NaN)).to.throw(/at most ten years/);
  });
});
