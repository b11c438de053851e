import { expect } from 'chai';
import type { Person } from '../../../../../src/domain/people/person.ts';
import { Town } from '../../../../support/conversation.ts';
import { madeUpPeople } from '../../../../support/people/town.ts';
import { shipped } from '../../../../support/playbooks.ts';

const AWAY = `absences:
  - { contact: care-office, from: 2026-11-23, to: 2026-11-24, stand-in: school-office, because: { sv: Sjuk, en: Ill } }
`;
const [made] = madeUpPeople(1);
const HEDVIG: Person = {
  ...(made as Person),
  ...{
    name: 'Hedvig Tenntråd',
    unit: 'Svegs skola',
    role: 'rektor',
    services: ['Skolmat'],
    hours: 'Mo-Fr 09:00-11:00',
  },
  ...{ phone: '+46680161700', extension: '16170', email: 'hedvig@example.test' },
};

function town(): Town {
  const made = new Town(shipped('harjedalen', AWAY), '2026-11-23T10:00');
  made.persons = [HEDVIG, ...madeUpPeople(30).slice(1)];
  return made;
}
const room = { conversation: 'test/room', id: 'r', name: null };

describe('looking for somebody', () => {
  it('shows number, extension, mail, what they are asked for, and when they answer', () => {
    const anna = town().person('anna');
    anna.say('vad har rektorn på Svegs skola för nummer?');
    expect(anna.text).to.contain('Hedvig Tenntråd: 0680-16 17 00, anknytning 16170, hedvig@example.test');
    expect(anna.text).to.contain('rektor, Svegs skola').and.to.contain('Ansvarar för: Skolmat');
    expect(anna.text).to.contain('Telefontid: måndag–fredag: 09:00–11:00');
    const { message } = anna.replies[0] ?? {};
    const phone = message?.kind === 'call' ? message.answer.steps[0]?.contacts[0]?.phone : null;
    expect(phone?.href).to.equal('tel:+46680161700');
  });

  it('takes a name, an extension or a service as it stands for a search, and other words not', () => {
    const anna = town().person('anna');
    for (const text of ['Hedvig Tenntråd', '16170', 'skolmat']) {
      anna.say(text);
      expect(anna.text, text).to.contain('Hedvig Tenntråd');
    }
    anna.say('Svegs skrivare');
    expect(anna.text).to.not.contain('Telefonkatalogen');
  });

  it('says who stands in, until when, and why only to those who may read that, in a chat of their own', () => {
    const { text } = told(null, false);
    expect(text).to.contain('går inte att nå nu (anmäld frånvaro). Tillbaka onsdag kl. 08:00');
    expect(text).to.contain('Barn och utbildning (tar samtalen för Vård och omsorg): +4600000004');
    expect(text).to.not.contain('Sjuk');
    expect(told('switchboard', false).text).to.contain('går inte att nå nu (Sjuk)');
    expect(told('switchboard', true).text).to.not.contain('Sjuk');
  });

  function told(role: string | null, inRoom: boolean) {
    const anna = town().person('anna', { role }, inRoom ? room : undefined);
    anna.say('sök vård och omsorg');
    return anna;
  }

  it('asks for the name, takes the next words for it, and lets go of the question for something else', () => {
    const anna = town().person('anna');
    anna.say('hitta någon');
    expect(anna.text).to.contain('Vem söker du?');
    anna.say('tenntrad');
    expect(anna.text).to.contain('Hedvig Tenntråd');
    anna.say('hitta någon');
    anna.say('telefonen fungerar inte');
    expect(anna.text).to.not.contain('Telefonkatalogen').and.to.not.contain('hittar ingen');
    expect(anna.state.flow?.name).to.equal('report');
  });

  it('answers in the midst of a report, which goes on', () => {
    const anna = town().person('anna');
    anna.say('min mobil fungerar inte');
    anna.say('vad har Hedvig Tenntråd för anknytning?');
    expect(anna.text).to.contain('Hedvig Tenntråd').and.to.contain('nu tillbaka');
    expect(anna.state.flow?.name).to.equal('report');
  });

  it('speaks the language that is spoken', () => {
    const anna = town().person('anna', { locale: 'en' });
    anna.say('who has school transport?');
    expect(anna.text)
      .to.contain('The directory: school transport')
      .and.to.contain('Responsible for: School transport');
  });

  it('is the switchboard’s where the organisation has no directory', () => {
    const { directory: _, ...rest } = shipped('harjedalen');
    const anna = new Town({ ...rest, directory: null }, '2026-11-23T10:00').person('anna');
    anna.say('vilket nummer har skolskjutsen?');
    expect(anna.text).to.contain('Kommunens växel');
  });
});
