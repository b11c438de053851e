import { expect } from 'chai';
import fc from 'fast-check';
import type { Person } from '../../../../../src/domain/people/person.ts';
import { PeopleIndex } from '../../../../../src/domain/people/search/people-index.ts';
import { madeUpSearches } from '../../../../support/people/searches.ts';
import { indexOf, madeUpPeople } from '../../../../support/people/town.ts';

const SMALL = [
  ['Åsa Öberg', 'rektor', 'Svegs skola', '16101'],
  ['Anna-Karin Sjöqvist', 'lärare', 'Svegs skola', '16102'],
  ['Willem van der Wijngaard', 'vaktmästare', 'Gata och park', '16103'],
  ['Kjell Håkansson', 'ekonom', 'Ekonomikontoret', '16104'],
  ['Christina Ericsson', 'enhetschef', 'Hemtjänsten Hede', '16105'],
  ['Øyvind Bøe', 'planerare', 'Hemtjänsten Sveg', '16106'],
  ['Sofia Hjortfors', 'skolsköterska', 'Elevhälsan', '16107'],
  ['Mohammed Yılmaz', 'IT-tekniker', 'IT-enheten', '16108'],
] as const;

/** What people typed, and whom they meant: written before the search was. */
const TYPED: readonly (readonly [string, string])[] = [
  ['asa oberg', 'Åsa Öberg'],
  ['Aasa Oeberg', 'Åsa Öberg'],
  ['Öberg', 'Åsa Öberg'],
  ['öbreg', 'Åsa Öberg'],
  ['annakarin', 'Anna-Karin Sjöqvist'],
  ['Anna Karin Sjökvist', 'Anna-Karin Sjöqvist'],
  ['sjoqvist', 'Anna-Karin Sjöqvist'],
  ['wim wyngaard', 'Willem van der Wijngaard'],
  ['vanderwijngaard', 'Willem van der Wijngaard'],
  ['van der Weingaard', 'Willem van der Wijngaard'],
  ['Shell Hakanson', 'Kjell Håkansson'],
  ['Chell Håkanson', 'Kjell Håkansson'],
  ['Kristina Eriksson', 'Christina Ericsson'],
  ['kristina erikson', 'Christina Ericsson'],
  ['Ericson C', 'Christina Ericsson'],
  ['oyvind boe', 'Øyvind Bøe'],
  ['Öivind Bö', 'Øyvind Bøe'],
  ['sophia hjortforss', 'Sofia Hjortfors'],
  ['jortfors', 'Sofia Hjortfors'],
  ['Muhammed Yilmas', 'Mohammed Yılmaz'],
  ['yilmaz', 'Mohammed Yılmaz'],
  ['16104', 'Kjell Håkansson'],
  ['rektorn svegs skola', 'Åsa Öberg'],
  ['skolsyster elevhälsan', 'Sofia Hjortfors'],
  ['skolsköterksan', 'Sofia Hjortfors'],
  ['chef hemtjänst hede', 'Christina Ericsson'],
  ['IT-teknikern', 'Mohammed Yılmaz'],
  ['it tekniker', 'Mohammed Yılmaz'],
  ['planerare sveg', 'Øyvind Bøe'],
  ['vaktmestare', 'Willem van der Wijngaard'],
];

const person = ([name, role, unit, extension]: (typeof SMALL)[number]): Person => ({
  ...{ id: extension, name, role, unit, extension, phone: null, privatePhone: null, email: null },
  ...{ services: [], hours: null },
});

describe('the search for people', function () {
  this.timeout(30_000);

  it('finds who is meant by what people type', () => {
    const people = SMALL.map(person);
    const index = indexOf(people);
    const wrong = TYPED.filter(
      ([typed, meant]) => people[index.search(typed)[0]?.entry ?? -1]?.name !== meant,
    );
    expect(wrong).to.deep.equal([]);
  });

  it('has the right one of 10,000 among the first three for 95 of 100 misspelt searches', () => {
    const people = madeUpPeople(10_000);
    const index = indexOf(people);
    const searches = madeUpSearches(people, 500);
    const right = searches.filter(({ typed, meant }) =>
      index.search(typed, 3).some(({ entry }) => people[entry] === meant),
    );
    expect(right.length / searches.length).to.be.at.least(0.95);
  });

  it('finds everybody by their very name, or by it and the unit, first', () => {
    const people = madeUpPeople(300);
    const index = indexOf(people);
    for (const each of people) {
      const [first] = index.search(`${each.name} ${each.unit}`);
      expect(people[first?.entry ?? -1]).to.equal(each);
      expect(first).to.include({ exact: true });
    }
  });

  it('finds nobody by what is like nothing, and by no word at all', () => {
    const index = indexOf(madeUpPeople(300));
    for (const text of ['', '   ', '!?', 'xqzxqzxqz', '99999']) expect(index.search(text)).to.deep.equal([]);
  });

  it('never throws, never finds the same twice, and finds the same again', () => {
    const index = indexOf(madeUpPeople(50));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string(), (text, other) => {
        const hits = index.search(text);
        expect(new Set(hits.map(({ entry }) => entry)).size).to.equal(hits.length);
        for (const { score } of hits) expect(score).to.be.within(0, 1.0001);
        index.search(other);
        expect(index.search(text)).to.deep.equal(hits);
      }),
      { numRuns: 300 },
    );
  });

  it('is made of nothing, too', () => {
    expect(new PeopleIndex([]).search('anna')).to.deep.equal([]);
  });
});
