import { expect } from 'chai';
import { NEW_CONVERSATION } from '../../../src/conversation/state.ts';
import { STORE_LIMITS } from '../../../src/ports/store/limits.ts';
import { Town } from '../../support/conversation.ts';
import { criticalBy, nurseIn } from '../../support/nurse.ts';
import { shipped } from '../../support/playbooks.ts';

const MORNING = '2026-11-23T10:00';

describe('a turn of a conversation', () => {
  let town: Town;
  beforeEach(() => {
    town = new Town(shipped('porsanger'), MORNING);
  });

  const nurse = (user = 'anna') => nurseIn(town, user);
  const critical = (user = 'anna') => criticalBy(nurse(user));

  it('does no harm with an old button, and says what is true now', () => {
    const person = nurse();
    person.say('skriveren virker ikke');
    const old = person.choice('Full stans');
    person.press('Det gjelder bare meg');
    const before = JSON.stringify([...town.reports]);
    person.pressId(old.id);
    expect(person.text).to.contain('gjelder ikke lenger');
    expect(person.text).to.contain('Siden når?');
    expect(JSON.stringify([...town.reports])).to.equal(before);
  });

  it('takes the same press twice as one', () => {
    const person = critical();
    const yes = person.choice('Ja, jeg har snakket med noen');
    person.pressId(yes.id);
    const once = JSON.stringify([...town.reports]);
    person.pressId(yes.id);
    expect(person.text).to.contain('allerede som mottatt');
    expect(JSON.stringify([...town.reports])).to.equal(once);
  });

  it('knows no choice of another conversation', () => {
    const person = critical();
    const other = nurse('bo');
    other.pressId(person.choice('Ja, jeg har snakket med noen').id);
    expect(other.text).to.contain('gjelder ikke lenger');
    expect([...town.reports.values()][0]?.state).to.equal('open');
  });

  it('never calls a critical report received before somebody says so', () => {
    const person = critical();
    for (const words of ['takk', 'ok', 'det er helt svart', 'hvem ringer jeg?', 'senere']) person.say(words);
    person.wait('PT8H');
    expect([...town.reports.values()][0]?.state).to.equal('open');
    expect(
      person.transcript.some(({ message }) => JSON.stringify(message).includes('regnes den som mottatt')),
    ).to.equal(false);
  });

  it('asks again three times, then leaves it to the person', () => {
    const person = critical();
    const asked = Array.from({ length: 60 }, () => person.wait('PT10M').length > 0).filter(Boolean);
    expect(asked).to.have.length(3);
    expect(person.state.reminders).to.deep.equal([]);
  });

  it('keeps apart what two people say at once', () => {
    const [anna, bo] = [nurse('anna'), nurse('bo')];
    anna.say('skriveren virker ikke');
    bo.say('nettet er nede');
    anna.press('Det gjelder bare meg');
    bo.press('Flere er rammet');
    const reports = [...town.reports.values()].map(({ user, service, hit }) => ({ user, service, hit }));
    expect(reports).to.deep.equal([
      { user: 'anna', service: 'workplace', hit: 'one' },
      { user: 'bo', service: 'network', hit: 'several' },
    ]);
  });

  it('cuts what is too long, says so, and stays within what a store keeps', () => {
    const person = nurse();
    for (let i = 0; i < 40; i++) {
      person.say(`skriveren virker ikke ${'🚒'.repeat(50_000)}`);
      expect(person.text).to.contain('Det var langt');
      person.press(i % 2 === 0 ? 'Det gjelder bare meg' : 'Avbryt');
    }
    const bytes = Buffer.byteLength(JSON.stringify(person.state));
    expect(bytes).to.be.lessThan(STORE_LIMITS.stateBytes);
  });

  it('remembers the pictures of a report', () => {
    const person = nurse();
    person.happen({
      kind: 'said',
      text: 'skriveren virker ikke',
      pictures: [{ name: 'feil.png', address: 'p:1' }],
    });
    person.press('Det gjelder bare meg');
    person.happen({ kind: 'said', text: '', pictures: [{ name: 'mer.png', address: 'p:2' }] });
    expect([...town.reports.values()][0]?.pictures.map(({ name }) => name)).to.deep.equal([
      'feil.png',
      'mer.png',
    ]);
  });

  it('says at once which pictures could not be kept, and keeps their names', () => {
    const person = nurse();
    person.happen({
      kind: 'said',
      text: 'skriveren virker ikke',
      pictures: [
        { name: 'feil.heic', address: '' },
        { name: '', address: 'https://bot.example.org/pictures/1' },
      ],
    });
    expect(person.text).to.contain('Bildet kunne ikke lagres.');
    person.press('Det gjelder bare meg');
    person.happen({ kind: 'said', text: '', pictures: [{ name: 'mer.png', address: '' }] });
    expect(person.text).to.contain('Bildet kunne ikke lagres.');
    expect(person.text).not.to.contain('Bildet er lagret.');
    person.say('mine saker');
    person.press('PC og skriver: skriveren virker ikke');
    for (const line of ['- feil.heic (kunne ikke lagres)', '- Bilde 2', '- mer.png (kunne ikke lagres)'])
      expect(person.text).to.contain(line);
  });

  it('lets nobody but IT’s desk announce an outage', () => {
    const person = nurse();
    person.state = {
      ...NEW_CONVERSATION,
      offers: [{ id: '1-1', on: '1.1', label: 'x', action: { do: 'announce-service', service: 'network' } }],
    };
    person.pressId('1-1');
    expect(town.notices.size).to.equal(0);
    expect(person.text).to.contain('gjelder ikke lenger');
  });

  it('says "me too" once however often it is pressed, and asks nothing more', () => {
    town.desk.say('Nettverk og internett');
    town.desk.press('Meld driftsstans');
    town.desk.say('Vi ser på det.');
    const person = nurse();
    person.say('nettet er nede');
    const meToo = person.choice('Jeg også').id;
    person.pressId(meToo);
    expect(person.state.flow).to.equal(null);
    person.pressId(meToo);
    expect(town.hits.size).to.equal(1);
    expect(town.reports.size).to.equal(0);
  });

  it('answers in the language that is written, if it is one of the organisation’s', () => {
    const person = town.person('anna', { locale: 'nb' });
    person.say('the printer does not work');
    expect(person.text).to.contain('Which of these fits best?');
    const dutch = town.person('bo');
    dutch.say('de printer doet het niet meer');
    expect(dutch.replies[0]?.message.language).to.equal('nb');
  });

  it('keeps its language when markup, an address or a word or two of another one is written', () => {
    const person = nurse();
    person.say('skriveren virker ikke lenger i dag');
    for (const text of [
      '<script>alert(1)</script> <@U1> <!channel> https://example.com/the/error',
      'the error code',
    ]) {
      person.say(text);
      expect(person.replies[0]?.message.language, text).to.equal('nb');
    }
  });

  it('asks anew by a changed playbook, and counts no answer to questions that are gone', () => {
    const changed = new Town(shipped('falkenberg'), MORNING);
    const planner = changed.person('anna', { role: 'planner' });
    planner.say('IntraPhone web fungerar inte');
    planner.press('Nej, inte där heller');
    planner.say('avbryt');
    const [left] = planner.state.left;
    if (left?.name !== 'report') throw new Error('nothing was left');
    planner.state = { ...planner.state, left: [{ ...left, draft: { ...left.draft, version: 'older' } }] };
    planner.press('Nej, fortsätt');
    expect(planner.text).to.contain('annan dator');
  });

  it('puts one proposal before IT when two people reported at the same moment', () => {
    const reporters = [critical('anna'), critical('bo')];
    expect(reporters).to.have.length(2);
    const [first] = town.proposals.values();
    if (first === undefined) throw new Error('nothing was proposed');
    const twin = { ...first, id: 'TWIN', reports: ['OTHER'] };
    town.proposals.set('TWIN', twin);
    town.desk.happen({ kind: 'proposed', proposal: twin });
    expect(town.desk.replies).to.deep.equal([]);
    expect(town.proposals.get('TWIN')?.state).to.equal('dismissed');
    expect(town.proposals.get(first.id)?.reports).to.include('OTHER');
  });
});
