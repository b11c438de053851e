import { expect } from 'chai';
import fc from 'fast-check';
import { choicesOf, type Person, Town } from '../../support/conversation.ts';
import { SHIPPED, type Shipped, shipped } from '../../support/playbooks.ts';
import { utterances } from '../../support/utterances.ts';

const MOST_EXCHANGES = 3;
const PLAYBOOKS = new Map(SHIPPED.map((organisation) => [organisation, shipped(organisation)]));
const REPORTS = utterances('development').filter(({ intent }) => intent === 'report');

const firstWords = fc.constantFrom<Shipped>(...SHIPPED).chain((organisation) => {
  const said = REPORTS.filter((each) => each.organisation === organisation).map(({ text }) => text);
  return fc.record({ organisation: fc.constant(organisation), text: fc.constantFrom(...said, 'ny anmälan') });
});
const at = fc.constantFrom('2026-11-23T10:00', '2026-11-23T22:00', '2026-12-24T13:00', '2026-11-28T11:00');

describe('a critical report', () => {
  it('gives the number in at most three exchanges after the first message, whatever is answered', () => {
    const seen = { critical: 0, most: 0 };
    fc.assert(
      fc.property(
        firstWords,
        at,
        fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
        (first, local, picks) => {
          const playbook = PLAYBOOKS.get(first.organisation);
          if (playbook === undefined) throw new Error(first.organisation);
          const town = new Town(playbook, local);
          const person = town.person('anna');
          person.say(first.text);
          const exchanges = answerUntilDecided(person, picks);
          const [report] = town.reports.values();
          if (report?.class !== 'critical') return;
          seen.critical++;
          seen.most = Math.max(seen.most, exchanges);
          expect(person.replies.map(({ message }) => message.kind)).to.include('call');
          expect(exchanges).to.be.at.most(MOST_EXCHANGES);
        },
      ),
      { numRuns: 600, seed: 5 },
    );
    expect(seen.critical).to.be.greaterThan(100);
    expect(seen.most).to.equal(MOST_EXCHANGES);
  });
});

/** Presses an answer to each question until the class is decided. */
function answerUntilDecided(person: Person, picks: readonly number[]): number {
  let exchanges = 0;
  for (const pick of picks) {
    const { flow } = person.state;
    if (flow?.name !== 'report' || flow.draft.decided) return exchanges;
    const answers = person.replies
      .flatMap(({ message }) => choicesOf(message))
      .filter(({ style }) => style !== 'quiet');
    person.pressId(answers[pick % answers.length]?.id ?? '');
    exchanges++;
  }
  return exchanges;
}
