import { expect } from 'chai';
import fc from 'fast-check';
import { backInWords, timesInWords, untilInWords } from '../../../../../src/conversation/flows/away/times.ts';
import { NEW_CONVERSATION } from '../../../../../src/conversation/state.ts';
import { Talk } from '../../../../../src/conversation/talk.ts';
import { readPeriod } from '../../../../../src/conversation/understanding/periods/period.ts';
import type { Language } from '../../../../../src/domain/organisation/language.ts';
import { Town } from '../../../../support/conversation.ts';
import { at, shipped } from '../../../../support/playbooks.ts';

const playbook = shipped('itcentrum');
const NOW = '2026-11-25T09:00';
const ms = (local: string): number => at(playbook, local).epochMilliseconds;

function talkIn(language: Language): Talk {
  const known = new Town(playbook, NOW).known('anna');
  const from = { user: 'anna', desk: false, locale: language, role: null, site: null };
  const event = { id: 'e', reference: 'R', conversation: 'c', from, what: { kind: 'due' }, known } as const;
  const talk = new Talk(playbook, NEW_CONVERSATION, event, at(playbook, NOW));
  talk.language = language;
  return talk;
}

describe('when somebody is away, in words', () => {
  const sv = talkIn('sv');
  const words = (from: string, to: string, talk = sv): string => timesInWords(talk, ms(from), ms(to));

  it('says a day once, and a year once', () => {
    expect(words('2026-11-25T09:30', '2026-11-25T15:00')).to.equal('onsdag 25 november 2026 kl. 09:30–15:00');
    expect(words('2026-11-25T00:00', '2026-11-26T00:00')).to.equal('onsdag 25 november 2026');
    expect(words('2026-11-25T09:00', '2026-11-26T00:00')).to.equal('onsdag 25 november 2026 kl. 09:00–24:00');
    expect(words('2026-11-25T00:00', '2026-11-25T12:00')).to.equal('onsdag 25 november 2026 till kl. 12:00');
    expect(words('2026-12-22T00:00', '2026-12-27T00:00')).to.equal(
      'tisdag 22 december t.o.m. lördag 26 december 2026',
    );
    expect(words('2026-12-22T13:00', '2027-01-02T12:00')).to.equal(
      'tisdag 22 december 2026 kl. 13:00 – lördag 2 januari 2027 kl. 12:00',
    );
  });

  it('says in each language what the same hours of a day are', () => {
    const hours = (language: Language) => words('2026-11-25T09:30', '2026-11-25T15:00', talkIn(language));
    expect(hours('nb')).to.equal('onsdag 25. november 2026 kl. 09:30–15:00');
    expect(hours('nl')).to.equal('woensdag 25 november 2026 van 09:30 tot 15:00');
    expect(hours('en')).to.equal('Wednesday 25 November 2026, 09:30–15:00');
  });

  it('says no midnight: through a day, the rest of today, back on a day', () => {
    expect(untilInWords(sv, ms('2026-11-26T00:00'))).to.equal('resten av dagen');
    expect(untilInWords(sv, ms('2026-11-28T00:00'))).to.equal('t.o.m. fredag 27 november');
    expect(untilInWords(sv, ms('2026-11-25T13:00'))).to.equal('till i dag kl. 13:00');
    expect(backInWords(sv, ms('2026-11-28T00:00'))).to.equal('lördag 28 november 2026');
  });

  it('is read again as what it says, so that a form can be changed in one place', () => {
    const stretch = fc
      .tuple(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 47 }),
        fc.integer({ min: 1, max: 400 }),
      )
      .map(([day, half, halves]) => {
        const from = at(playbook, '2026-11-25T00:00').add({ days: day, minutes: half * 30 });
        return [from, from.add({ minutes: halves * 30 })] as const;
      });
    fc.assert(
      fc.property(stretch, fc.constantFrom<Language>('sv', 'nb', 'nl', 'en'), ([from, to], language) => {
        const [start, end] = [from.epochMilliseconds, to.epochMilliseconds];
        const said = timesInWords(talkIn(language), start, end);
        const read = readPeriod({ language, now: at(playbook, NOW) }, said);
        expect(read, said).to.deep.equal({ kind: 'period', period: { from: start, to: end } });
      }),
      { numRuns: 300 },
    );
  });
});
