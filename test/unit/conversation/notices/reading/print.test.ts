import { expect } from 'chai';
import fc from 'fast-check';
import { readParts } from '../../../../../src/conversation/notices/reading/parse-part.ts';
import { partLine } from '../../../../../src/conversation/notices/reading/print.ts';
import { LANGUAGES } from '../../../../../src/domain/organisation/language.ts';
import { at, SHIPPED, shipped } from '../../../../support/playbooks.ts';

/** `PART_RUNS=5000` for the long run. */
const RUNS = Number(process.env.PART_RUNS ?? 200);
const MINUTE = 60_000;

/** Days around both changes of the clock, and any day of the coming year. */
const start = fc.oneof(
  fc.integer({ min: 0, max: 390 * 24 * 60 }),
  fc.integer({ min: 120 * 24 * 60, max: 124 * 24 * 60 }),
  fc.integer({ min: 330 * 24 * 60, max: 336 * 24 * 60 }),
);

describe('a part as a line', () => {
  it('reads as the same part, in every language and playbook', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SHIPPED),
        fc.constantFrom(...LANGUAGES),
        start,
        fc.integer({ min: 1, max: 40 * 60 }),
        fc.infiniteStream(fc.nat()),
        fc.constantFrom('', 'fungerar inte', 'slow: use paper', 'kort avbrott 10-12'),
        (organisation, language, after, length, picks, effect) => {
          const playbook = shipped(organisation);
          const now = at(playbook, '2026-11-27T00:00');
          const from = now.epochMilliseconds + after * MINUTE;
          const to = from + length * MINUTE;
          fc.pre(!isRepeated(from, playbook.timezone) && !isRepeated(to, playbook.timezone));
          const pick = (): number => picks.next().value ?? 0;
          const services = [...playbook.services.keys()].filter(() => pick() % 3 === 0);
          const sites = [...playbook.sites.keys()].filter(() => pick() % 3 === 0);
          const part = {
            ...{ services, sites: sites.length === 0 ? null : sites, from, to },
            effect: effect === '' ? {} : { [playbook.languages[0]]: effect },
          };
          const context = { playbook, language: playbook.languages[0], now };
          const printed = partLine(playbook, language, part);
          fc.pre(printed.length <= 500);
          const { parts, faults } = readParts(context, printed);
          expect(faults, printed).to.deep.equal([]);
          expect(parts.map(sorted), printed).to.deep.equal([part].map(sorted));
        },
      ),
      { numRuns: RUNS, seed: 20261127 },
    );
  }).timeout(20_000 + RUNS * 20);

  it('whatever is written is read or told what is wrong, and nothing makes it throw', () => {
    const playbook = shipped('itcentrum');
    const now = at(playbook, '2026-11-27T09:00');
    const words = fc.constantFrom(
      ...[
        'lö',
        '29',
        'okt',
        '10',
        '–',
        '-',
        '14',
        ':',
        'TES',
        'Tierp',
        'varje',
        'tredje',
        'torsdag',
        'kl',
        '24:00',
      ],
      ...[
        '29/10',
        '2026-12-01',
        'i',
        'morgon',
        'alla',
        'FREQ=WEEKLY',
        '\n',
        'i månaden',
        '03.10',
        '12pm',
        '🙂',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 12 }),
        (all) => {
          const { parts, faults } = readParts({ playbook, language: 'sv', now }, all.join(' '));
          for (const { from, to } of parts) expect(from).to.be.lessThan(to);
          for (const { line, text } of faults) expect([line > 0, text !== '']).to.deep.equal([true, true]);
        },
      ),
      { numRuns: RUNS, seed: 20261127 },
    );
  }).timeout(20_000 + RUNS * 20);
});

/** The order in which things are named says nothing. */
function sorted<T extends { services: readonly string[]; sites: readonly string[] | null }>(part: T) {
  return {
    ...part,
    services: [...part.services].sort(),
    sites: part.sites === null ? null : [...part.sites].sort(),
  };
}

/** In the hour that comes twice a clock says less than the instant. */
function isRepeated(instant: number, zone: string): boolean {
  const wall = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(zone, { disambiguation }),
  );
  return earlier?.epochMilliseconds !== later?.epochMilliseconds;
}
