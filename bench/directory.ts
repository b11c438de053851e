import leven from 'leven';
import { foldedWords } from '../src/domain/people/search/fold.ts';
import { madeUpSearches } from '../test/support/people/searches.ts';
import { indexOf, madeUpPeople } from '../test/support/people/town.ts';
import { alternating, type Figures, perSecond } from './benchmark.ts';

const PEOPLE = 10_000;
const SEARCHES = 500;
const ROUNDS = 5;
const LAPS = 4;
/** The plain way is slow: it does so many of them. */
const PLAINLY = 10;

/** Searches a second among 10,000 people, misspelt; against measuring each name's distance. */
export async function benchmark(): Promise<Figures> {
  const people = madeUpPeople(PEOPLE);
  const began = performance.now();
  const index = indexOf(people);
  const buildMs = performance.now() - began;
  const searches = madeUpSearches(people, SEARCHES);
  const right = searches.filter(({ typed, meant }) =>
    index.search(typed, 3).some(({ entry }) => people[entry] === meant),
  );
  const names = people.map(({ name }) => foldedWords(name).join(' '));
  const ours = () =>
    perSecond(SEARCHES * LAPS, () => {
      for (let lap = 0; lap < LAPS; lap++) for (const { typed } of searches) index.search(typed, 5);
    });
  const theirs = () =>
    perSecond(PLAINLY, () => {
      for (const { typed } of searches.slice(0, PLAINLY)) {
        const words = foldedWords(typed).join(' ');
        names.map((name) => leven(words, name)).toSorted((a, b) => a - b);
      }
    });
  const measured = await alternating(ROUNDS, ours, theirs);
  return {
    ...measured,
    ...{ unit: 'searches/s', better: 'higher', people: PEOPLE, searches: SEARCHES, rounds: ROUNDS },
    rightInThree: right.length / searches.length,
    buildMs: Math.round(buildMs),
  };
}
