import { expect } from 'chai';
import { Town } from '../../support/conversation.ts';
import { criticalBy, nurseIn } from '../../support/nurse.ts';
import { shipped } from '../../support/playbooks.ts';

const MORNING = '2026-11-23T10:00';

describe('what is written in a conversation', () => {
  let town: Town;
  beforeEach(() => {
    town = new Town(shipped('porsanger'), MORNING);
  });

  const nurse = (user = 'anna') => nurseIn(town, user);
  const critical = (user = 'anna') => criticalBy(nurse(user));

  it('hears danger to life before anything else that the words could mean', () => {
    for (const words of ['hvem ringer jeg? det er fare for liv', 'fare for liv', 'hjelp fare for liv']) {
      const person = nurse(words);
      person.say('skriveren virker ikke');
      person.say(words);
      expect(
        person.replies.map(({ message }) => message.kind),
        words,
      ).to.include('call');
      expect(person.text, words).to.contain('113');
    }
  });

  it('judges again when somebody says afterwards that it is urgent, and tells why it is not', () => {
    const person = nurse();
    person.say('skriveren virker ikke');
    person.press('Det gjelder bare meg');
    person.say('men det haster!');
    expect(person.text).to.contain('Hva av dette stemmer best?');
    person.press('Det gjelder bare meg');
    expect(person.text).to.contain('Du skriver at det haster');
  });

  it('never takes a wish for a choice that is only written alike', () => {
    for (const wish of [
      'mine meldinger',
      'mine saker',
      'hvem ringer jeg nå?',
      'driftsmeldinger',
      'meldinger',
    ]) {
      const person = nurse(wish);
      person.say('jeg kommer ikke inn i e-posten');
      person.press('Det gjelder bare meg');
      person.press('Det holder');
      expect(person.labels.join(), wish).to.contain('Ja, det er meldt');
      person.say(wish);
      const [report] = [...town.reports.values()].filter(({ user }) => user === wish);
      expect(report?.state, wish).to.equal('open');
    }
  });

  it('understands an answer to the newest question though nothing is going on any more', () => {
    const person = critical();
    person.say('senere');
    person.wait('PT11M');
    person.say('ja, jeg fikk tak i henne');
    expect([...town.reports.values()][0]?.state).to.equal('received');
  });

  it('takes what cannot be read for nothing', () => {
    const person = nurse();
    person.say('skriveren virker ikke');
    person.say('\u200b\u202e');
    expect(person.text).to.contain('Hva av dette stemmer best?');
    expect(person.text).to.not.contain('Bildet');
  });

  it('asks again when somebody opens, where nobody is to be reached before', () => {
    const closed = new Town(shipped('harjedalen'), '2026-12-24T13:30');
    const person = closed.person('anna', { locale: 'sv' });
    person.say('telefonerna fungerar inte');
    person.press('Ingen på enheten');
    person.wait('PT60H');
    expect(person.replies).to.deep.equal([]);
    person.wait('PT31H'); // Monday 28 December, 8.30
    expect(person.text).to.contain('+4600000001');
  });

  it('takes a bare "no" for nothing to tell, and "yes" for no answer, where words are asked for', () => {
    const person = nurse();
    person.say('skriveren virker ikke');
    person.press('Det gjelder bare meg');
    expect(person.text).to.contain('Siden når?');
    person.say('ja');
    expect(person.text).to.contain('Siden når?');
    person.say('nei');
    expect([...town.reports.values()][0]?.since).to.equal(null);
    expect(person.text).to.not.contain('Siden når?');
  });

  it('takes "it is urgent" for the last report, but not a new fault that is urgent', () => {
    const person = nurse();
    person.say('skriveren virker ikke');
    person.press('Det gjelder bare meg');
    person.press('Det holder');
    person.press('Ja, det er meldt');
    person.say('det haster!');
    expect(person.text).to.contain('Hva av dette stemmer best?');
    person.say('avbryt');
    person.press('Behold');
    person.say('nettet er nede, det haster!');
    person.press('Det gjelder bare meg');
    expect([...town.reports.values()].map(({ service }) => service)).to.deep.equal(['workplace', 'network']);
  });
});
