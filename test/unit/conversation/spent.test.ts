import { expect } from 'chai';
import { Town } from '../../support/conversation.ts';
import { nurseIn } from '../../support/nurse.ts';
import { shipped } from '../../support/playbooks.ts';

describe('a message whose choices are spent', () => {
  let town: Town;
  beforeEach(() => {
    town = new Town(shipped('porsanger'), '2026-11-23T10:00');
  });

  it('is the question that was answered by a press, with what was chosen', () => {
    const person = nurseIn(town, 'anna');
    person.say('skriveren virker ikke');
    const [question] = person.replies.slice(-1);
    person.press('Det gjelder bare meg');
    expect(person.spent).to.deep.equal({
      key: question?.key,
      chosen: person.state.offers.find(({ label }) => label.startsWith('Det gjelder bare meg'))?.label,
    });
  });

  it('is also the one that was answered by writing its number', () => {
    const person = nurseIn(town, 'anna');
    person.say('skriveren virker ikke');
    const [question] = person.replies.slice(-1);
    person.say('1');
    expect(person.spent?.key).to.equal(question?.key);
    expect(person.spent?.chosen).to.be.a('string');
  });

  it('has nothing chosen when the press came too late', () => {
    const person = nurseIn(town, 'anna');
    person.say('skriveren virker ikke');
    const [question] = person.replies.slice(-1);
    const late = person.choice('Full stans');
    person.press('Det gjelder bare meg');
    person.pressId(late.id);
    expect(person.spent).to.deep.equal({ key: question?.key, chosen: null });
  });

  it('is never a menu: its wishes can be wished again', () => {
    const person = nurseIn(town, 'anna');
    person.happen({ kind: 'came' });
    for (const label of person.labels) {
      person.press(label);
      expect(person.spent, label).to.equal(null);
    }
  });

  it('is none when something else takes the place of the message anyway', () => {
    const person = new Town(shipped('falkenberg'), '2026-11-23T10:00').person('anna', {
      role: 'care-worker',
    });
    person.say('vad gör vi när appen inte fungerar?');
    const tick = person.replies.flatMap(({ message }) =>
      message.kind === 'routine' ? message.steps : [],
    )[0];
    person.pressId(tick?.choice ?? '');
    expect(person.replies.some(({ replaces }) => replaces !== null)).to.equal(true);
    expect(person.spent).to.equal(null);
  });

  it('is none where nothing was pressed', () => {
    const person = nurseIn(town, 'anna');
    person.say('skriveren virker ikke');
    expect(person.spent).to.equal(null);
  });
});

describe('what a channel knows for certain', () => {
  let town: Town;
  beforeEach(() => {
    town = new Town(shipped('porsanger'), '2026-11-23T10:00');
  });

  it('makes a report of words that would be a command, or nothing, by themselves', () => {
    for (const text of ['hjelp', 'avbryt', 'hei alle sammen, noen som vet noe?', '1']) {
      const person = nurseIn(town, `anna-${text.length}`);
      person.happen({ kind: 'said', text, pictures: [], wish: 'report' });
      expect(person.state.flow, text).to.have.nested.property('draft.text', text);
    }
  });

  it('grants what is asked for by its name, in the midst of a report too', () => {
    const person = nurseIn(town, 'anna');
    person.say('skriveren virker ikke');
    const { flow } = person.state;
    person.happen({ kind: 'wished', wish: 'who' });
    expect(person.text).to.contain('Hvor mye haster det?');
    expect(person.state.flow).to.deep.equal(flow);
    person.happen({ kind: 'wished', wish: 'help' });
    expect(person.replies.map(({ message }) => message.kind)).to.deep.equal(['menu']);
  });

  it('says nothing where nobody reads it any more', () => {
    const person = nurseIn(town, 'anna');
    person.say('skriveren virker ikke');
    const { flow } = person.state;
    expect(person.happen({ kind: 'left' })).to.deep.equal([]);
    expect(person.state.flow).to.deep.equal(flow);
  });

  it('puts the name that a directory told on the report', () => {
    const person = nurseIn(town, 'anna');
    const manager = { name: 'Kari Leder', email: 'kari@porsanger.kommune.no', phone: '+4778460000' };
    const identity = { name: 'Anna Berg', email: 'anna@porsanger.kommune.no', phone: null, manager };
    expect(person.happen({ kind: 'introduced', identity })).to.deep.equal([]);
    person.say('skriveren virker ikke');
    person.press('Det gjelder bare meg');
    const [report] = [...town.reports.values()];
    expect(report?.by).to.deep.equal({ name: 'Anna Berg', email: 'anna@porsanger.kommune.no', phone: null });
    person.say('mine saker');
    person.press(person.labels[0] ?? '');
    const receipt = person.transcript.find(({ message }) => message.kind === 'receipt')?.message;
    expect(JSON.stringify(receipt)).to.contain('Anna Berg, anna@porsanger.kommune.no');
  });
});
