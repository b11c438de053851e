import { expect } from 'chai';
import fc from 'fast-check';
import { answerJson } from '../../../../src/conversation/who/json.ts';
import type { Announcements } from '../../../../src/domain/absence/announcements.ts';
import type { AnsweredStep, StandingAnswer } from '../../../../src/domain/contacts/answer.ts';
import { MATTER_CLASSES } from '../../../../src/domain/contacts/contact.ts';
import type { Situation } from '../../../../src/domain/contacts/situation.ts';
import { answersBetween, who } from '../../../../src/domain/contacts/who.ts';
import type { Playbook } from '../../../../src/domain/organisation/playbook.ts';
import { SHIPPED, shipped } from '../../../support/playbooks.ts';

const HOUR = 3_600_000;
const FROM = Date.UTC(2026, 0, 1);
const TO = Date.UTC(2028, 0, 1);
const playbooks = SHIPPED.map((organisation) => shipped(organisation));

// Half the instants lie around clock changes and the turn of the year, where mistakes live.
const delicate = [
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2027-03-28T01:00Z',
  '2026-12-31T23:00Z',
  '2026-12-24T11:00Z',
].map((text) => Temporal.Instant.from(text).epochMilliseconds);
const instant = fc.oneof(
  fc.integer({ min: FROM, max: TO }),
  fc
    .tuple(fc.constantFrom(...delicate), fc.integer({ min: -30 * HOUR, max: 30 * HOUR }))
    .map(([at, shift]) => at + shift),
);

function either<T>(known: Iterable<T>): fc.Arbitrary<T | null> {
  return fc.constantFrom(null, ...known);
}

function situationOf(playbook: Playbook): fc.Arbitrary<Situation> {
  return fc.record({
    class: fc.constantFrom(...MATTER_CLASSES),
    service: either(playbook.services.keys()),
    site: either(playbook.sites.keys()),
    role: either(playbook.roles.keys()),
  });
}

/** Random absences (never of the last fallback) and on-call agreements near an instant. */
function announcementsFor(playbook: Playbook, near: number): fc.Arbitrary<Announcements> {
  const contacts = [...playbook.contacts.keys()];
  const period = fc
    .tuple(fc.integer({ min: -72, max: 48 }), fc.integer({ min: 1, max: 96 }))
    .map(([start, length]) => ({ start: near + start * HOUR, end: near + (start + length) * HOUR }));
  const absent = fc.constantFrom(...contacts.filter((id) => id !== playbook.fallback.id));
  const absence = fc
    .tuple(absent, period, fc.boolean(), either(contacts))
    .map(([contact, when, reduced, standIn]) => ({ contact, ...when, reduced, standIn, because: null }));
  const agreement = fc
    .tuple(fc.constantFrom(...contacts), period, either(playbook.sites.keys()))
    .map(([contact, when, site]) => ({
      contact,
      ...when,
      classes: null,
      services: null,
      sites: site === null ? null : [site],
      announcedTo: [],
    }));
  return fc.record({
    absences: fc.array(absence, { maxLength: 4 }),
    onCall: fc.array(agreement, { maxLength: 2 }),
  });
}

const cases = fc.tuple(fc.constantFrom(...playbooks), instant).chain(([playbook, now]) =>
  fc.record({
    playbook: fc.constant(playbook),
    now: fc.constant(now),
    situation: situationOf(playbook),
    announcements: announcementsFor(playbook, now),
  }),
);
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

function said({ playbook, situation, announcements }: Case, at: number): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(playbook.timezone);
  const { at: _at, ...rest } = answerJson(
    playbook,
    who(playbook, situation, moment, announcements),
    playbook.languages[0],
  );
  return JSON.stringify(rest);
}

/** What the interface shows of an answer. */
function visible({ open, reason, steps }: Pick<StandingAnswer, 'open' | 'reason' | 'steps'>): unknown {
  const contacts = (step: AnsweredStep) =>
    step.contacts.map(({ contact, available, until }) => [contact.id, available, until]);
  return [open, reason, steps.map((step) => [step.order, step.receipt, contacts(step)])];
}

describe('who: properties over random situations, instants, absences and agreements', () => {
  it('until is the first instant with another answer, and nothing changes between', () => {
    fc.assert(
      fc.property(
        cases,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (given, shares) => {
          const moment = Temporal.Instant.fromEpochMilliseconds(given.now).toZonedDateTimeISO(
            given.playbook.timezone,
          );
          const { until } = who(given.playbook, given.situation, moment, given.announcements);
          const here = said(given, given.now);
          const end = until?.epochMilliseconds ?? given.now + 400 * 24 * HOUR;
          expect(end).to.be.greaterThan(given.now);
          for (const share of [...shares, 1])
            expect(
              said(given, Math.min(end - 1, Math.floor(given.now + share * (end - given.now)))),
            ).to.equal(here);
          if (until !== null) expect(said(given, end)).to.not.equal(here);
        },
      ),
      { numRuns: 250 },
    );
  });

  it('the answer at an instant is the answer of the interval that contains it', () => {
    fc.assert(
      fc.property(cases, ({ playbook, now, situation, announcements }) => {
        const intervals = answersBetween(
          playbook,
          situation,
          now - 40 * HOUR,
          now + 40 * HOUR,
          announcements,
        );
        expect(intervals[0]?.start).to.equal(now - 40 * HOUR);
        expect(intervals.at(-1)?.end).to.equal(now + 40 * HOUR);
        intervals.forEach((interval, i) => {
          if (i > 0) expect(interval.start).to.equal(intervals[i - 1]?.end);
          const middle = Math.floor((interval.start + interval.end) / 2);
          const moment = Temporal.Instant.fromEpochMilliseconds(middle).toZonedDateTimeISO(playbook.timezone);
          const answer = who(playbook, situation, moment, announcements);
          expect(visible(answer)).to.deep.equal(visible(interval.value));
        });
      }),
      { numRuns: 120 },
    );
  });

  it('there is always somebody or something to turn to, and nobody who is away is named as available', () => {
    fc.assert(
      fc.property(cases, ({ playbook, now, situation, announcements }) => {
        const moment = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(playbook.timezone);
        const { steps } = who(playbook, situation, moment, announcements);
        expect(steps).to.not.be.empty;
        const away = announcements.absences
          .filter((absence) => !absence.reduced && absence.start <= now && now < absence.end)
          .map(({ contact }) => contact);
        for (const step of steps) {
          const there = step.contacts.filter((contact) => contact.available);
          expect(there).to.not.be.empty;
          for (const { contact } of there) expect(away).to.not.include(contact.id);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('names nobody twice', () => {
    fc.assert(
      fc.property(cases, ({ playbook, now, situation, announcements }) => {
        const moment = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(playbook.timezone);
        const ids = who(playbook, situation, moment, announcements).steps.flatMap((step) =>
          step.contacts.map(({ contact }) => contact.id),
        );
        expect(new Set(ids).size).to.equal(ids.length);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same answer whatever was asked before', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const fresh: Case = { ...given, announcements: { ...given.announcements } };
        expect(said(given, given.now)).to.equal(said(fresh, given.now));
      }),
      { numRuns: 200 },
    );
  });
});
