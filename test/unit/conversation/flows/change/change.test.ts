import { expect } from 'chai';
import { Town } from '../../../../support/conversation.ts';
import { madeUpPeople } from '../../../../support/people/town.ts';
import { shipped } from '../../../../support/playbooks.ts';

const MANAGER = { role: 'care-manager' };

function town(): Town {
  const made = new Town(shipped('harjedalen'), '2026-11-23T10:00');
  const [first, ...rest] = madeUpPeople(30);
  made.persons = [
    {
      ...(first as NonNullable<typeof first>),
      name: 'Hedvig Tenntråd',
      role: 'rektor',
      unit: 'Svegs skola',
      extension: '16170',
    },
    ...rest,
  ];
  return made;
}

describe('a change for the switchboard', () => {
  it('is told by managers, and by nobody else', () => {
    const made = town();
    const anna = made.person('anna');
    anna.say('hjälp');
    expect(anna.labels).to.not.include('Meddela växeln en ändring');
    anna.say('ny medarbetare');
    expect(anna.text).to.contain('Ändringar till växeln görs av: Förvaltningschef vård och omsorg');
    const bo = made.person('bo', MANAGER);
    bo.say('hjälp');
    expect(bo.labels).to.include('Meddela växeln en ändring');
  });

  it('of a new employee asks for all that the switchboard needs, shows it, and sends it', () => {
    const made = town();
    const bo = made.person('bo', MANAGER);
    bo.say('ny medarbetare');
    bo.press('Ny medarbetare');
    bo.say('Anna Berg');
    bo.press('Vård och omsorg');
    bo.say('undersköterska');
    bo.say('123');
    expect(bo.text).to.contain('En anknytning har fem siffror').and.to.contain('Vilket nummer');
    bo.say('16122');
    bo.say('1 december till och med 31 mars');
    expect(bo.text)
      .to.contain('Stämmer det här?')
      .and.to.contain('Nummer: 16122')
      .and.to.contain('Roll: undersköterska');
    expect(made.reports.size).to.equal(0);
    bo.press('Ja, skicka till växeln');
    const [report] = made.reports.values();
    expect(report).to.deep.include({
      matter: 'directory-change',
      what: 'Ny medarbetare: Anna Berg',
      policy: 'switchboard',
    });
    expect(report?.trail).to.deep.include({ question: 'Enhet:', answer: 'Vård och omsorg' });
    expect(bo.text).to.contain('Du får veta när de har det');
  });

  it('about somebody who is there is held against the directory', () => {
    const made = town();
    const bo = made.person('bo', MANAGER);
    bo.say('meddela växeln en ändring');
    bo.press('Någon slutar');
    bo.say('hedvig tentråd');
    bo.press('Hedvig Tenntråd, rektor, Svegs skola, 16170');
    bo.say('31 december');
    expect(bo.text).to.contain('Gäller: Hedvig Tenntråd, rektor, Svegs skola, 16170');
    bo.press('Nej, börja om');
    bo.press('Någon byter enhet');
    bo.say('Xerxes Zzyzx');
    expect(bo.text).to.contain('Xerxes Zzyzx finns inte i telefonkatalogen').and.to.contain('Vilken enhet?');
  });

  it('asks of each kind what it is about, and can be left without anything being sent', () => {
    for (const [kind, question] of [
      ['Ändrade telefontider', 'Vilka telefontider gäller?'],
      ['Ändrade arbetsuppgifter', 'Vad ansvarar personen för nu?'],
      ['Någon slutar', 'Från när?'],
    ] as const) {
      const made = town();
      const bo = made.person('bo', MANAGER);
      bo.say('meddela växeln en ändring');
      bo.press(kind);
      bo.say('Xerxes Zzyzx');
      expect(bo.text).to.contain(question);
      bo.press('Avbryt');
      expect([bo.state.flow, made.reports.size]).to.deep.equal([null, 0]);
    }
  });

  it('is sent once, however often the button is pressed', () => {
    const made = town();
    const bo = made.person('bo', MANAGER);
    bo.say('meddela växeln en ändring');
    bo.press('Någon slutar');
    bo.say('Xerxes Zzyzx');
    bo.say('i morgon');
    const { id } = bo.choice('Ja, skicka till växeln');
    bo.pressId(id);
    bo.pressId(id);
    expect(made.reports.size).to.equal(1);
  });

  it('is asked for every 180 days in a manager’s own chat, and of nobody else', () => {
    const made = town();
    const [bo, anna] = [made.person('bo', MANAGER), made.person('anna')];
    anna.say('hjälp');
    expect(anna.state.reminders.map(({ id }) => id)).to.deep.equal(['sign']);
    bo.say('hjälp');
    for (let times = 0; times < 2; times++) {
      bo.wait('P179D');
      expect(bo.text).to.not.contain('Stämmer uppgifterna');
      // The clocks change in between.
      bo.wait('P1DT2H');
      expect(bo.text).to.contain('Stämmer uppgifterna om din enhet i telefonkatalogen fortfarande?');
      bo.press('Ja, allt stämmer');
      expect(bo.text).to.contain('Jag frågar igen');
    }
    bo.wait('P181D');
    bo.press('Meddela växeln en ändring');
    expect(bo.text).to.contain('Vad har ändrats?');
  });
});
