import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import OpeningHours from 'opening_hours';
import { parse } from 'yaml';
import type { Situation } from '../src/domain/contacts/situation.ts';
import { who } from '../src/domain/contacts/who.ts';
import type { Playbook } from '../src/domain/organisation/playbook.ts';
import { loadPlaybook } from '../src/playbook/load.ts';
import { alternating, type Figures, perSecond, seededRandom } from './benchmark.ts';

const FILE = join(import.meta.dirname, '..', 'playbooks', 'harjedalen.yaml');
const SITUATION: Situation = { class: 'normal', service: null, site: null, role: null };
const INSTANTS = 2000;
const ROUNDS = 5;
/** Ours goes through the instants so many times a round, to be long enough to measure. */
const LAPS = 10;
const MINUTE = 60_000;
const FIRST = Date.UTC(2025, 0, 1);
const LAST = Date.UTC(2031, 0, 1);

/**
 * Answers a second to "who do I call now, and until when": the whole answer of ours against state and next change
 * alone of opening_hours, for the same rule at the same instants.
 */
export async function benchmark(): Promise<Figures> {
  const text = readFileSync(FILE, 'utf8');
  const { playbook } = loadPlaybook(FILE, text);
  if (playbook === null) throw new Error(`${FILE} has faults`);
  // the library knows no zone but the process's own
  process.env.TZ = playbook.timezone;
  const library = libraryFor(text, playbook);
  const instants = randomInstants();
  const dates = instants.map((at) => new Date(at));
  const times = instants.map((at) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(playbook.timezone),
  );
  expectSameAnswers(playbook, library, times);
  const ours = () =>
    perSecond(INSTANTS * LAPS, () => {
      for (let lap = 0; lap < LAPS; lap++) for (const at of times) who(playbook, SITUATION, at);
    });
  const theirs = () =>
    perSecond(INSTANTS, () => {
      for (const date of dates) {
        library.getState(date);
        library.getNextChange(date);
      }
    });
  const measured = await alternating(ROUNDS, ours, theirs);
  return { ...measured, unit: 'answers/s', better: 'higher', instants: INSTANTS, rounds: ROUNDS };
}

function libraryFor(text: string, { country }: Playbook): OpeningHours {
  const { hours } = parse(text) as { hours: { switchboard: string } };
  const address = { country_code: country.toLowerCase(), state: '' };
  return new OpeningHours(hours.switchboard, { lat: 0, lon: 0, address });
}

function randomInstants(): number[] {
  const random = seededRandom(2026);
  return Array.from(
    { length: INSTANTS },
    () => FIRST + Math.floor((random() * (LAST - FIRST)) / MINUTE) * MINUTE,
  );
}

/** What is timed must be the same question: both are open at the same instants. */
function expectSameAnswers(
  playbook: Playbook,
  library: OpeningHours,
  times: readonly Temporal.ZonedDateTime[],
): void {
  for (const at of times) {
    if (who(playbook, SITUATION, at).open !== library.getState(new Date(at.epochMilliseconds)))
      throw new Error(`ours and opening_hours differ at ${at}: the benchmark would compare different things`);
  }
}
