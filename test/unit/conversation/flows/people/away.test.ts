import { expect } from 'chai';
import type { Person } from '../../../../../src/domain/people/person.ts';
import { type Person as Speaker, Town } from '../../../../support/conversation.ts';
import { madeUpPeople } from '../../../../support/people/town.ts';
import { shipped } from '../../../../support/playbooks.ts';

const [made] = madeUpPeople(1);
const HEDVIG: Person = {
  ...(made as Person),
  ...{ id: 'h', name: 'Hedvig Tenntråd', unit: 'Vård och omsorg', role: 'biståndshandläggare' },
  ...{ phone: '+46680161700', extension: '16170', email: 'Hedvig.Tenntrad@example.test' },
};
const NAMESAKE: Person = { ...HEDVIG, id: 'n', unit: 'Barn och utbildning', email: null, extension: '16171' };
const room = { conversation: 'test/room', id: 'r', name: null };

function town(people: readonly Person[] = [HEDVIG]): Town {
  const made = new Town(shipped('harjedalen'), '2026-11-25T10:00');
  made.persons = [...people, ...madeUpPeople(30).slice(1)];
  return made;
}

/** Hedvig, as the platform's directory knows her. */
function hedvigIn(place: Town, email: string | null = 'hedvig.tenntrad@example.test'): Speaker {
  place.identities.set('hedvig', { name: 'Hedvig Tenntråd', email, phone: null, manager: null });
  return place.person('hedvig');
}

const looking = (person: Speaker): string => {
  person.say('sök Hedvig Tenntråd');
  return person.text;
};

describe('absences of people who were read into the directory', () => {
  it('are shown with when they are back, who takes the calls, and where they are reached in an emergency', () => {
    const place = town();
    hedvigIn(place).say('sjuk till fredag, växeln tar mina samtal, i nödfall: 070-123 45 67');
    const text = looking(place.person('anna'));
    expect(text).to.contain(
      'Hedvig Tenntråd går inte att nå nu (anmäld frånvaro). Tillbaka lördag 28 november',
    );
    expect(text).to.contain('Kommunens växel (tar samtalen för Hedvig Tenntråd): +4600000001');
    expect(text).to.contain('I nödfall: 070-123 45 67').and.to.not.contain('Sjuk');
  });

  it('say why only to those who may read it, in a chat of their own', () => {
    const place = town();
    hedvigIn(place).say('sjuk till fredag');
    expect(looking(place.person('vera', { role: 'switchboard' }))).to.contain('(Sjuk)');
    expect(looking(place.person('vera', { role: 'switchboard' }, room))).to.not.contain('Sjuk');
    expect(looking(place.person('anna'))).to.not.contain('Sjuk');
    expect(JSON.stringify(place.awayFor(place.person('anna').from))).to.not.contain('ill');
  });

  it('name who takes the calls where that is nobody of the playbook', () => {
    const place = town();
    hedvigIn(place).say('i möte till 15, Lisa tar mina samtal');
    expect(looking(place.person('anna')))
      .to.contain('Tillbaka i dag kl. 15:00')
      .and.to.contain('Tar samtalen: Lisa');
  });

  it('are over at their end, and when they are ended', () => {
    const place = town();
    const hedvig = hedvigIn(place);
    hedvig.say('i möte till 15');
    hedvig.press('Jag är tillbaka');
    expect(looking(place.person('anna'))).to.not.contain('går inte att nå');
    hedvig.say('i möte till 15');
    place.now = place.now.add('PT5H');
    expect(looking(place.person('anna'))).to.not.contain('går inte att nå');
  });

  it('are nobody else’s who has the same name', () => {
    const place = town([HEDVIG, NAMESAKE]);
    hedvigIn(place).say('i möte till 15');
    expect(looking(place.person('anna')).match(/går inte att nå nu/g)).to.have.length(1);
    const unknown = town([{ ...HEDVIG, email: null }, NAMESAKE]);
    hedvigIn(unknown).say('i möte till 15');
    expect(looking(unknown.person('anna'))).to.not.contain('går inte att nå nu');
  });

  it('are told by the manager of their unit, and by nobody else', () => {
    const place = town();
    const manager = place.person('maria', { role: 'care-manager' });
    manager.say('Hedvig Tenntråd är sjuk idag');
    expect(manager.text).to.contain('Frånvaro: Hedvig Tenntråd').and.to.not.contain('Din frånvaro');
    expect(looking(place.person('anna'))).to.contain('Hedvig Tenntråd går inte att nå nu');
    const anna = place.person('anna');
    anna.say('Hedvig Tenntråd är sjuk idag');
    expect(anna.text).to.contain('Du får inte anmäla frånvaro för Hedvig Tenntråd. Ingenting är sparat');
  });

  it('are not one’s own because one tells of somebody whom nobody knows', () => {
    for (const text of [
      'Lisa är sjuk idag',
      'Kommunens växel är i möte till 15',
      'Lisa-Marie Berg blir borta i morgon',
    ]) {
      const place = town();
      const anna = place.person('anna');
      anna.say(text);
      expect(anna.text, text).to.contain('Du får inte anmäla frånvaro för');
      expect(place.away.entries, text).to.deep.equal([]);
    }
  });

  it('are one’s own where the sentence begins with something else', () => {
    const own = [
      'Jag är sjuk idag',
      'Barnet är sjukt idag',
      'Idag är jag sjuk',
      'Fredag är jag ledig',
      'Möte till 15',
    ];
    for (const text of own) {
      const place = town();
      const anna = place.person('anna');
      anna.say(text);
      expect(anna.text, text).to.contain('Din frånvaro');
    }
  });
});
