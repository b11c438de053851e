import { expect } from 'chai';
import { Town } from '../../../../support/conversation.ts';
import { shipped } from '../../../../support/playbooks.ts';

const town = (): Town => new Town(shipped('harjedalen'), '2026-11-23T10:00');

describe('a lost phone', () => {
  it('is reported from its number on, whatever comes after', () => {
    const made = town();
    const anna = made.person('anna', { site: 'vard-omsorg' });
    anna.say('jag har tappat bort min mobil');
    anna.press('Stulen');
    expect([...made.reports.values()]).to.deep.equal([]);
    anna.say('0701234567');
    const [report] = made.reports.values();
    expect(report).to.deep.include({
      ...{ matter: 'lost-phone', what: 'Stulen mobil: 0701234567', class: 'normal', state: 'open' },
      ...{ service: 'mobile-phone', site: 'vard-omsorg', policy: 'block-phone', routine: 'lost-phone' },
    });
    anna.say('i bussen');
    anna.press('I går eller längre');
    anna.press('Ja, den är polisanmäld');
    expect(made.reports.size).to.equal(1);
    expect(made.reports.get(report?.id ?? '')).to.deep.include({
      ...{ where: 'i bussen', since: 'I går eller längre' },
      trail: [{ question: 'Är stölden polisanmäld?', answer: 'Ja, den är polisanmäld' }],
    });
    expect(anna.labels).to.include('Dra tillbaka anmälan').and.to.not.include('Det har blivit värre');
  });

  it('that was lost is no matter of the police', () => {
    const anna = town().person('anna');
    anna.say('min mobil är borta');
    anna.press('Borttappad');
    anna.press('Vet inte');
    anna.press('Vet inte');
    anna.press('Alldeles nyss');
    expect(anna.text).to.contain('Borttappad mobil: okänt nummer').and.to.not.contain('polisanmäld?');
    expect(anna.state.flow).to.equal(null);
  });

  it('offers the number that the directory knows', () => {
    const made = town();
    made.identities.set('anna', { name: 'Anna', email: null, phone: '+46701234567', manager: null });
    const anna = made.person('anna');
    anna.say('jag har tappat bort min mobil');
    anna.press('Borttappad');
    anna.press('+46701234567');
    expect([...made.reports.values()][0]?.what).to.equal('Borttappad mobil: +46701234567');
  });

  it('can be left: before it is reported nothing is kept, after that it stays', () => {
    const made = town();
    const anna = made.person('anna');
    anna.say('jag har tappat bort min mobil');
    anna.press('Avbryt');
    expect([anna.text, made.reports.size]).to.deep.equal(['Avbrutet.', 0]);
    anna.say('jag har tappat bort min mobil');
    anna.press('Borttappad');
    anna.press('Vet inte');
    anna.say('avbryt');
    expect(anna.text).to.contain('Din anmälan är klar');
    expect([...made.reports.values()][0]?.state).to.equal('open');
  });

  it('is not answered twice by one button, and danger to life comes before it', () => {
    const made = town();
    const anna = made.person('anna');
    anna.say('jag har tappat bort min mobil');
    const { id } = anna.choice('Borttappad');
    anna.pressId(id);
    anna.pressId(id);
    expect(anna.state.flow).to.include({ name: 'lost', pending: 'number' });
    anna.say('det är fara för liv här');
    expect(anna.text).to.contain('112');
  });

  it('makes no outage of several in one unit', () => {
    const made = town();
    for (const user of ['anna', 'bo', 'cia', 'dan']) {
      const person = made.person(user, { site: 'vard-omsorg' });
      person.say('jag har tappat bort min mobil');
      person.press('Borttappad');
      person.press('Vet inte');
    }
    const erik = made.person('erik', { site: 'vard-omsorg' });
    erik.say('min mobil fungerar inte');
    erik.press('Den fungerar inte');
    expect(made.proposals.size).to.equal(0);
  });

  it('is only told whom to turn to where the organisation wants no report', () => {
    const playbook = shipped('harjedalen');
    const rule = playbook.matters.get('lost-phone');
    if (rule === undefined) throw new Error('there is no rule');
    const matters = new Map(playbook.matters).set('lost-phone', { ...rule, report: false });
    const anna = new Town({ ...playbook, matters }, '2026-11-23T10:00').person('anna');
    anna.say('jag har tappat bort min mobil');
    expect(anna.replies).to.have.length(1);
    expect(anna.state.flow).to.equal(null);
  });

  it('speaks the language that is spoken; IT reads its own', () => {
    const made = town();
    const anna = made.person('anna', { locale: 'en' });
    anna.say('I lost my phone');
    expect(anna.text).to.contain('Is it lost or stolen?');
    anna.press('Stolen');
    anna.press('I do not know');
    expect([...made.reports.values()][0]?.what).to.equal('Stulen mobil: okänt nummer');
  });
});
