import { expect } from 'chai';
import fc from 'fast-check';
import { withAway } from '../../../../src/domain/absence/announced.ts';
import { MATTER_CLASSES } from '../../../../src/domain/contacts/contact.ts';
import { who } from '../../../../src/domain/contacts/who.ts';
import { agreedEntry, awayEntry } from '../../../support/away.ts';
import { SHIPPED, shipped } from '../../../support/playbooks.ts';

const START = Date.parse('2026-12-14T00:00Z');
const HOUR = 3_600_000;
const playbooks = SHIPPED.map((organisation) => shipped(organisation));

const stretch = fc
  .tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 200 }))
  .map(([from, hours]) => [START + from * HOUR, START + (from + hours) * HOUR] as const);
const story = fc.constantFrom(...playbooks).chain((playbook) => {
  const ids = [...playbook.contacts.keys()];
  const contact = fc.constantFrom(...ids);
  const cover = fc.option(contact.map((id) => ({ contact: id, words: id })));
  const away = fc
    .tuple(contact, stretch, cover, fc.option(fc.constant('070-1')))
    .map(([id, times, calls, emergency]) => ({ id, times, calls, emergency }));
  return fc.record({
    playbook: fc.constant(playbook),
    aways: fc.array(away, { maxLength: 12 }),
    agreed: fc.array(fc.tuple(contact, stretch), { maxLength: 4 }),
    site: fc.option(fc.constantFrom(...[...playbook.sites.keys(), 'nowhere'])),
    at: fc.integer({ min: 0, max: 800 * 60 }),
  });
});

describe('who, while people are away', () => {
  it('never names somebody who is absent and not reached, and always ends in an answer', () => {
    fc.assert(
      fc.property(story, ({ playbook, aways, agreed, site, at }) => {
        const entries = aways.map(({ id, times, calls, emergency }, i) =>
          awayEntry(`e${i}`, id, times, { calls, emergency }),
        );
        const now = START + at * 60_000;
        const told = withAway(playbook, {
          entries,
          agreed: agreed.map(([id, [start, end]], i) => agreedEntry(`a${i}`, id, start, end)),
        });
        const moment = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(playbook.timezone);
        for (const matterClass of MATTER_CLASSES) {
          const answer = who(told, { class: matterClass, service: null, site, role: null }, moment);
          const callable = answer.steps.flatMap(({ contacts }) =>
            contacts.filter(({ available }) => available),
          );
          expect(callable.length).to.be.greaterThan(0);
          for (const { contact } of callable) {
            const isAway = entries.some(
              ({ about, start, end, emergency }) =>
                about.kind === 'person' &&
                about.contacts.includes(contact.id) &&
                start <= now &&
                now < end &&
                (emergency === null || matterClass === 'normal'),
            );
            expect(isAway && contact.id !== playbook.fallback.id, contact.id).to.equal(false);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('names somebody who is reached in an emergency for what is critical only', () => {
    const playbook = shipped('harjedalen');
    const monday = Temporal.ZonedDateTime.from('2026-12-14T10:00[Europe/Stockholm]');
    const from = monday.epochMilliseconds - HOUR;
    const told = withAway(playbook, {
      entries: [awayEntry('e', 'care-office', [from, from + 8 * HOUR], { emergency: '070-1' })],
      agreed: [],
    });
    const named = MATTER_CLASSES.map((matterClass) =>
      who(told, { class: matterClass, service: null, site: 'vard-omsorg', role: null }, monday)
        .steps.flatMap(({ contacts }) => contacts)
        .filter(({ available }) => available)
        .map(({ contact, often }) => `${contact.id}${often ? ' often' : ''}`),
    );
    expect(named).to.deep.equal([['care-office often', 'switchboard'], ['switchboard']]);
  });
});
