import fc from 'fast-check';
import type { MaintenanceWindow, Notice, OutageNotice } from '../../src/domain/notices/notice.ts';
import { LANGUAGES, type LocalText } from '../../src/domain/organisation/language.ts';
import type { Playbook } from '../../src/domain/organisation/playbook.ts';
import { outageNotice, windowNotice } from './notices.ts';

/** Any notice that the domain could make for a playbook, and some that it could not: ids that are gone, texts of anything. */
export function anyNotice(playbook: Playbook): fc.Arbitrary<Notice> {
  return fc.oneof(anyOutage(playbook), anyWindow(playbook));
}

const BEGUN = Temporal.Instant.from('2026-11-23T09:00:00+01:00').epochMilliseconds;
/** Instants within some weeks, the hours that are set back and forward included. */
export const anyInstant = fc
  .integer({ min: -40 * 24 * 60, max: 200 * 24 * 60 })
  .map((minutes) => BEGUN + minutes * 60_000);
const anyWords = fc.oneof(fc.string({ maxLength: 40, unit: 'grapheme' }), fc.constant('x'.repeat(2000)));
const anyText: fc.Arbitrary<LocalText> = fc.dictionary(fc.constantFrom(...LANGUAGES), anyWords);

function some(ids: Iterable<string>, max: number): fc.Arbitrary<string[]> {
  return fc.uniqueArray(fc.constantFrom(...ids, 'gone'), { maxLength: max });
}

function common(playbook: Playbook) {
  return {
    publication: fc.constantFrom('published' as const, 'recalled' as const),
    ...{ title: anyText, text: anyText, meanwhile: anyText, asksRead: fc.boolean() },
    routine: fc.option(fc.constantFrom(...playbook.routines.keys(), 'gone')),
    correctedAt: fc.option(anyInstant),
    changedAt: anyInstant,
    updates: fc.array(
      fc.record({
        number: fc.nat(50),
        at: anyInstant,
        phase: fc.option(fc.constantFrom('identified' as const, 'monitoring' as const)),
        text: anyText,
        important: fc.boolean(),
        correctedAt: fc.option(anyInstant),
      }),
      { maxLength: 50 },
    ),
  };
}

function anyOutage(playbook: Playbook): fc.Arbitrary<OutageNotice> {
  return fc
    .record({
      ...common(playbook),
      services: some(playbook.services.keys(), 5),
      sites: fc.option(some(playbook.sites.keys(), 5)),
      ...{ since: anyInstant, over: fc.option(anyInstant), nextWord: fc.option(anyInstant) },
      ...{ long: fc.boolean(), wait: fc.boolean(), retrospect: anyText },
      phase: fc.constantFrom('investigating' as const, 'identified' as const, 'monitoring' as const),
    })
    .map((change) => outageNotice(change));
}

function anyWindow(playbook: Playbook): fc.Arbitrary<MaintenanceWindow> {
  const span = fc.record({ from: anyInstant, minutes: fc.integer({ min: 1, max: 20_000 }) });
  const part = fc
    .record({
      ...{ span, effect: anyText, id: fc.string({ minLength: 1, maxLength: 3 }) },
      services: some(playbook.services.keys(), 5),
      sites: fc.option(some(playbook.sites.keys(), 5)),
      ended: fc.option(fc.nat(20_000)),
      extended: fc.boolean(),
    })
    .map(({ span: { from, minutes }, ended, extended, ...rest }) => ({
      ...{ ...rest, from, to: from + minutes * 60_000 },
      endedAt: ended === null ? null : from + ended * 60_000,
      ...(extended && { extendedFrom: from + 60_000 }),
    }));
  return fc
    .record({
      ...common(playbook),
      ...{ shortNotice: fc.boolean(), cancelledAt: fc.option(anyInstant) },
      parts: fc.array(part, { minLength: 1, maxLength: 40 }),
      support: fc.array(
        fc.record({ span, text: anyText }).map(({ span: { from, minutes }, text }) => ({
          ...{ from, to: from + minutes * 60_000, text },
        })),
        { maxLength: 20 },
      ),
    })
    .map((change) => windowNotice(change));
}
