import { expect } from 'chai';
import type { Identity } from '../../../../src/domain/people/directory.ts';
import { type Person, Town } from '../../../support/conversation.ts';
import { shipped } from '../../../support/playbooks.ts';

const KARI = { name: 'Kari Nordmann', email: null, phone: '+4790634222' };
const BERIT: Identity = { name: 'Berit Teigen', email: null, phone: null, manager: KARI };

const DIRECTORY = 'Navn og nummer er hentet fra organisasjonens adressebok. Ingen i IT har kontrollert dem.';

/** Somebody at night who says nothing of where they work. */
function atNight(identity: Identity | null): Person {
  const person = new Town(shipped('porsanger'), '2026-11-23T22:00').person('berit', { locale: 'nb' });
  if (identity !== null) person.happen({ kind: 'introduced', identity });
  return person;
}

describe('the own leader of who asks at night', () => {
  it('is named with the number of the directory, which says where it is from', () => {
    const berit = atNight(BERIT);
    berit.say('hvem ringer jeg nå?');
    berit.press('Kritisk');
    expect(berit.text).to.include('Din egen leder: Kari Nordmann: 90 63 42 22').and.include(DIRECTORY);
    expect(berit.text).to.include('+4700000004').and.include('+4700000005');
  });

  it('is named for a report and in the routine too', () => {
    const berit = atNight(BERIT);
    berit.say('nettet er nede for hele skolen');
    berit.press('Full stans i produksjonen for en hel avdeling');
    berit.say('i en brakke ute ved veien');
    expect(berit.text).to.include('Din egen leder: Kari Nordmann: 90 63 42 22');
    berit.say('hva gjør vi når noe er kritisk?');
    berit.press('Kritisk sak');
    expect(berit.text).to.include('Kari Nordmann').and.include(DIRECTORY);
  });

  it('is what the playbook says for who is not known, or has nobody with a number', () => {
    const nobody = [null, { ...BERIT, manager: null }, { ...BERIT, manager: { ...KARI, phone: null } }];
    const texts = nobody.map((identity) => {
      const berit = atNight(identity);
      berit.say('hvem ringer jeg nå?');
      berit.press('Kritisk');
      return berit.text;
    });
    expect(new Set(texts).size).to.equal(1);
    expect(texts[0])
      .to.include('Din egen leder')
      .and.not.match(/Kari|adressebok/);
  });
});
