import { expect } from 'chai';
import fc from 'fast-check';
import type { Message } from '../../../src/conversation/messages.ts';
import { MESSAGE_LIMITS } from '../../../src/conversation/messages.ts';
import { choicesOf, type Person, Town } from '../../support/conversation.ts';
import { SHIPPED, type Shipped, shipped } from '../../support/playbooks.ts';
import { utterances } from '../../support/utterances.ts';

/** `CONVERSATIONS=10000 npx mocha test/unit/conversation/random.test.ts` for the long run. */
const CONVERSATIONS = Number(process.env.CONVERSATIONS ?? 500);
const SEED = Number(process.env.CONVERSATION_SEED ?? 20261122);
const PLAYBOOKS = new Map(SHIPPED.map((organisation) => [organisation, shipped(organisation)]));
const WRITTEN = utterances('development').map(({ text }) => text);

type Step =
  | { readonly do: 'say'; readonly text: string; readonly by: number }
  /** One of the newest choices, or of all that were ever offered: an old button. */
  | { readonly do: 'press'; readonly which: number; readonly old: boolean; readonly by: number }
  | { readonly do: 'press-id'; readonly id: string; readonly by: number }
  | { readonly do: 'picture'; readonly by: number }
  | { readonly do: 'wait'; readonly minutes: number; readonly by: number };

const by = fc.constantFrom(0, 0, 0, 1, 2);
const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WRITTEN) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'ja',
      'nej',
      'nei',
      '1',
      '2',
      'tillbaka',
      'avbryt',
      'hoppa över',
      'help',
      'English please',
      'på svenska tack',
      'fara för liv',
      'nej, jag menade skrivaren',
      'det har blivit värre',
      'börja om',
      'hej',
      'tack',
      'vem ringer jag?',
      '',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('say' as const), text, by }) },
  {
    weight: 9,
    arbitrary: fc.record({ do: fc.constant('press' as const), which: fc.nat(200), old: fc.boolean(), by }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('press-id' as const), id: fc.string({ maxLength: 8 }), by }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('picture' as const), by }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      minutes: fc.constantFrom(1, 10, 45, 600, 3000, 100_000),
      by,
    }),
  },
);
const conversation = fc.record({
  organisation: fc.constantFrom<Shipped>(...SHIPPED),
  start: fc.constantFrom('2026-11-23T10:00', '2026-12-24T10:00', '2026-03-29T01:30', '2026-10-25T02:30'),
  steps: fc.array(step, { minLength: 1, maxLength: 14 }),
});
type Script = typeof conversation extends fc.Arbitrary<infer T> ? T : never;

/** Three people of one organisation, the third of them IT's desk, who do what the script says. */
function play({ organisation, start, steps }: Script): { town: Town; people: Person[] } {
  const playbook = PLAYBOOKS.get(organisation);
  if (playbook === undefined) throw new Error(organisation);
  const town = new Town(playbook, start);
  const people = [town.person('anna'), town.person('bo', { locale: 'en' }), town.desk];
  for (const each of steps) act(people[each.by] ?? town.desk, each);
  return { town, people };
}

function act(person: Person, step: Step): void {
  const spoken = step.do !== 'wait';
  switch (step.do) {
    case 'say':
      person.say(step.text);
      break;
    case 'press': {
      const offered = step.old ? person.transcript : person.replies;
      const choices = offered.flatMap(({ message }) => choicesOf(message));
      person.pressId(choices[step.which % Math.max(1, choices.length)]?.id ?? 'none');
      break;
    }
    case 'press-id':
      person.pressId(step.id, { role: step.id, language: step.id });
      break;
    case 'picture':
      person.happen({ kind: 'said', text: '', pictures: [{ name: 'a.png', address: 'x' }] });
      break;
    case 'wait':
      person.wait(`PT${step.minutes}M`);
      break;
  }
  if (spoken) expect(person.replies, 'everything is answered').to.not.be.empty;
  for (const { message } of person.replies) expectSound(message);
}

function expectSound(message: Message): void {
  const ids = choicesOf(message).map(({ id }) => id);
  expect(ids).to.deep.equal([...new Set(ids)]);
  for (const { label } of choicesOf(message)) {
    expect(label).to.not.equal('');
    expect([...label].length).to.be.at.most(MESSAGE_LIMITS.label);
  }
  expect(ids.length).to.be.at.most(MESSAGE_LIMITS.choices);
  expect(JSON.stringify(message)).to.not.contain('undefined');
}

describe(`${CONVERSATIONS} random conversations (seed ${SEED})`, function () {
  this.timeout(20_000 + CONVERSATIONS * 100);

  it('are all answered, end nowhere, and read the same when they are played again', () => {
    fc.assert(
      fc.property(conversation, (script) => {
        const { people } = play(script);
        const transcript = JSON.stringify(people.map((person) => person.transcript));
        expect(JSON.stringify(play(script).people.map((person) => person.transcript))).to.equal(transcript);
        for (const person of people.slice(0, 2)) expectNoDeadEnd(person);
      }),
      { numRuns: CONVERSATIONS, seed: SEED },
    );
  });
});

/** Wherever somebody stands: help, cancel and a new report work, each from the very same state. */
function expectNoDeadEnd(person: Person): void {
  const { state } = person;
  person.say('hjälp');
  expect(person.replies.map(({ message }) => message.kind)).to.include('menu');
  person.state = state;
  person.say('avbryt');
  expect(person.state.flow).to.equal(null);
  person.state = state;
  person.say('ny felanmälan');
  expect(person.state.flow).to.deep.include({ name: 'report', begun: person.state.turns });
}
