import { expect } from 'chai';
import { AWAY_LIMITS } from '../../../../../src/domain/absence/entry.ts';
import { type Person, Town } from '../../../../support/conversation.ts';
import { shipped } from '../../../../support/playbooks.ts';

/** A Wednesday. */
const NOW = '2026-11-25T09:00';

function told(text: string): { town: Town; maria: Person } {
  const town = new Town(shipped('harjedalen'), NOW);
  const maria = town.person('maria', { role: 'care-manager' });
  maria.say(text);
  return { town, maria };
}

/** The times that are kept and to come, by the wall clock. */
function ahead({ away, now, playbook }: Town): string[] {
  const local = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(playbook.timezone).toPlainDateTime();
  return away.entries
    .filter(({ start, end }) => end > now.epochMilliseconds && end > start)
    .map(
      ({ start, end }) => `${local(start).toString().slice(0, 16)} ${local(end).toString().slice(11, 16)}`,
    );
}

describe('an absence that comes again', () => {
  it('goes on until it is ended: the coming times are known, a new one when one is over', () => {
    const { town, maria } = told('på kurs varje fredag 13-15');
    expect(maria.text)
      .to.contain('Återkommer: tills vidare')
      .and.to.contain('fredag 27 november 2026 kl. 13:00–15:00');
    expect(ahead(town)).to.have.length(AWAY_LIMITS.timesAhead);
    expect([ahead(town)[0], ahead(town).at(-1)]).to.deep.equal([
      '2026-11-27T13:00 15:00',
      '2027-02-12T13:00 15:00',
    ]);
    // For half a year, over the change of the clock.
    for (let week = 0; week < 26; week++) {
      maria.wait(week === 0 ? 'P2DT6H1M' : 'P7D');
      expect(maria.text, String(week)).to.contain('Frånvaron är slut nu');
      expect(ahead(town), String(week)).to.have.length(AWAY_LIMITS.timesAhead);
    }
    expect(ahead(town)[0]).to.equal('2027-05-28T13:00 15:00');
  });

  it('is asked about at the end of each time, and of a time that ended before not', () => {
    const { town, maria } = told('på kurs varje fredag 13-15');
    maria.wait('P2DT5H');
    maria.say('min frånvaro');
    maria.press('Jag är tillbaka');
    expect(ahead(town)[0]).to.equal('2026-12-04T13:00 15:00');
    maria.wait('PT2H');
    expect(maria.text).to.equal('');
    maria.wait('P7D');
    expect(maria.text).to.contain('Frånvaron är slut nu').and.to.contain('Blir det längre?');
    expect(maria.labels).to.include('Avsluta alla gånger');
  });

  it('is over when all of it is ended, and never comes back', () => {
    const { town, maria } = told('på kurs varje fredag 13-15');
    maria.wait('P2DT6H1M');
    maria.press('Avsluta alla gånger');
    expect(maria.text).to.contain('Avslutat');
    expect(ahead(town)).to.deep.equal([]);
    maria.wait('P14D');
    expect(maria.text).to.not.contain('Frånvaron');
    expect(ahead(town)).to.deep.equal([]);
  });

  it('leaves out the one that was removed, and keeps the hours of one that was changed for that one alone', () => {
    const { town, maria } = told('på kurs varje fredag 13-15');
    maria.press('Ta bort');
    expect(ahead(town)[0]).to.equal('2026-12-04T13:00 15:00');
    maria.say('min frånvaro');
    maria.press('Ändra');
    const form = maria.replies.at(-1)?.message;
    const submit = form?.kind === 'form' ? form.submit.id : '';
    maria.pressId(submit, { when: 'fredag 4 december 2026 kl. 10:00–12:00' });
    maria.wait('P9DT4H');
    expect(ahead(town).slice(0, 1)).to.deep.equal(['2026-12-11T13:00 15:00']);
    expect(ahead(town).every((time, i) => i === 0 || time.endsWith('13:00 15:00'))).to.equal(true);
    expect(ahead(town)).to.have.length(AWAY_LIMITS.timesAhead);
  });

  it('ends by itself after its last day', () => {
    const { town, maria } = told('lunch varje vardag 11.30-12.30 till och med 30 december');
    expect(maria.text).to.contain('Återkommer: t.o.m. onsdag 30 december');
    expect(ahead(town).slice(0, 4)).to.deep.equal([
      '2026-11-25T11:30 12:30',
      '2026-11-26T11:30 12:30',
      '2026-11-27T11:30 12:30',
      '2026-11-30T11:30 12:30',
    ]);
    const days = new Set(ahead(town));
    for (let day = 0; day < 45; day++) {
      maria.wait('P1D');
      for (const each of ahead(town)) days.add(each);
    }
    expect(ahead(town)).to.deep.equal([]);
    expect([...days].sort().at(-1)).to.equal('2026-12-30T11:30 12:30');
    expect(days.size).to.equal(26);
  });

  it('counts every other week from the first one, in each language', () => {
    for (const [locale, text] of [
      ['sv', 'borta varannan måndag 9-12'],
      ['en', 'away every other Monday 9-12'],
    ] as const) {
      const town = new Town(shipped('harjedalen'), NOW);
      const maria = town.person('maria', { role: 'care-manager', locale });
      maria.say(text);
      for (let i = 0; i < 20; i++) maria.wait('P7D');
      const starts = ahead(town).map((time) => time.slice(0, 10));
      expect(starts.slice(0, 2), text).to.deep.equal(['2027-04-19', '2027-05-03']);
    }
  });
});
