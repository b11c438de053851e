import { expect } from 'chai';
import { Town } from '../../../../support/conversation.ts';
import { shipped } from '../../../../support/playbooks.ts';

const playbook = shipped('harjedalen');
const IDENTITY = { name: 'Anna Berg', email: 'anna@example.test', phone: null, manager: null };
const town = (): Town => new Town(playbook, '2026-11-23T10:00');
const room = { conversation: 'test/room', id: 'r', name: null };

describe('what everybody signs', () => {
  it('is shown whole, and signed with time, name, workplace, version and the very words', () => {
    const made = town();
    made.identities.set('anna', IDENTITY);
    const anna = made.person('anna');
    anna.say('hjälp');
    anna.press('Skriv under förbindelsen');
    expect(anna.text)
      .to.contain('Personlig förbindelse')
      .and.to.contain('Jag har läst telefonpolicyn')
      .and.to.contain('Version 2026-1');
    anna.press('Jag har läst och skriver under');
    expect(anna.text).to.contain('Var arbetar du?');
    expect(made.signatures.size).to.equal(0);
    anna.press('Vård och omsorg');
    expect(anna.text).to.contain('Skriv ditt namn som underskrift');
    expect(made.signatures.size).to.equal(0);
    anna.say('Anna Berg');
    expect(anna.text).to.contain('Underskrivet av Anna Berg (Vård och omsorg)');
    expect([...made.signatures.values()]).to.deep.equal([
      {
        ...{ user: 'anna', name: 'Anna Berg', site: 'vard-omsorg' },
        known: { name: 'Anna Berg', email: 'anna@example.test' },
        ...{ version: '2026-1', title: playbook.commitment?.title.sv, text: playbook.commitment?.text.sv },
        ...{ language: 'sv', at: made.now.epochMilliseconds },
      },
    ]);
    expect(made.profiles.get('anna')?.site).to.equal('vard-omsorg');
  });

  it('is signed by whoever no directory knows, too, and that is kept', () => {
    const made = town();
    const anna = made.person('anna', { site: 'vard-omsorg' });
    anna.say('skriv under');
    anna.press('Jag har läst');
    expect(anna.text).to.contain('Skriv ditt namn som underskrift');
    anna.say('Anna Berg');
    expect([...made.signatures.values()][0]).to.include({ name: 'Anna Berg', known: null });
  });

  it('is signed once: later it is said when, and old buttons do nothing', () => {
    const made = town();
    made.identities.set('anna', IDENTITY);
    const anna = made.person('anna', { site: 'vard-omsorg' });
    anna.say('skriv under');
    const { id } = anna.choice('Jag har läst');
    anna.pressId(id);
    anna.say('Anna Berg');
    const [first] = made.signatures.values();
    made.now = made.now.add('PT1H');
    anna.pressId(id);
    anna.say('skriv under');
    expect(anna.text).to.contain('Underskrivet av Anna Berg').and.to.contain('10:00');
    expect([...made.signatures.values()]).to.deep.equal([first]);
    anna.say('hjälp');
    expect(anna.labels).to.not.include('Skriv under förbindelsen');
  });

  it('is asked for again in a new version, and a button of the old one shows the new words', () => {
    const made = town();
    made.identities.set('anna', IDENTITY);
    const anna = made.person('anna', { site: 'vard-omsorg' });
    anna.say('skriv under');
    const { id } = anna.choice('Jag har läst');
    const rules = playbook.commitment;
    if (rules === null) throw new Error('there is nothing to sign');
    const newer = new Town(
      { ...playbook, commitment: { ...rules, version: '2027-1', text: { sv: 'Nya ord', en: 'New words' } } },
      '2026-11-23T10:00',
    );
    newer.identities.set('anna', IDENTITY);
    const again = newer.person('anna', { site: 'vard-omsorg' });
    again.state = anna.state;
    again.pressId(id);
    expect(again.text).to.contain('Nya ord').and.to.contain('2027-1');
    expect(newer.signatures.size).to.equal(0);
    again.press('Jag har läst');
    again.say('Anna Berg');
    expect([...newer.signatures.keys()]).to.deep.equal(['2027-1/anna']);
  });

  it('is reminded of every 14 days until it is signed, in one’s own chat', () => {
    const made = town();
    made.identities.set('anna', IDENTITY);
    const anna = made.person('anna', { site: 'vard-omsorg' });
    anna.say('hjälp');
    for (let times = 0; times < 2; times++) {
      anna.wait('P13D');
      expect(anna.text).to.equal('');
      anna.wait('P1D');
      expect(anna.text).to.contain('Du har inte skrivit under än');
    }
    anna.press('Skriv under förbindelsen');
    anna.press('Jag har läst');
    anna.say('Anna Berg');
    anna.wait('P30D');
    expect(anna.text).to.equal('');
  });

  it('is no matter of a room, of IT’s desk, or of an organisation that asks for nothing', () => {
    const made = town();
    const anna = made.person('anna', {}, room);
    anna.say('hjälp');
    expect(anna.labels).to.not.include('Skriv under förbindelsen');
    expect(anna.state.reminders).to.deep.equal([]);
    const nobody = new Town({ ...playbook, commitment: null }, '2026-11-23T10:00').person('anna');
    nobody.say('skriv under förbindelsen');
    expect(nobody.text).to.contain('Här finns inget att skriva under');
  });
});
