import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { KINDS } from '../../../src/runtime/record-codecs.ts';
import { at, shipped } from '../../support/playbooks.ts';
import { textOfMessage } from '../../support/slack/read-blocks.ts';
import { type Brought, RecordingWire } from '../../support/slack/recording-wire.ts';
import type { Resident } from '../../support/slack/resident.ts';
import { SlackTown } from '../../support/slack/slack-town.ts';

/** How often each request of Slack's comes: once, and three repetitions. */
const TIMES = 4;
/** `STORM_RUNS=200` for a long run. */
const RUNS = Number(process.env.STORM_RUNS ?? 3);
/** So many requests are under way at once. */
const AT_ONCE = 5;

const FAULT = 'skriveren virker ikke';
const SCOPE = 'Det gjelder bare meg';
const REFERENCE = /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/g;

/** How the requests of one phase come. */
interface Weather {
  /** Keys by which the deliveries are sorted. */
  readonly order: readonly number[];
  /** Before which batches the service is restarted. */
  readonly restarts: readonly number[];
}
const CALM: Weather = { order: [], restarts: [] };

/** Everything that a person can do, each by somebody of their own. */
class Stormy {
  readonly #town: SlackTown;
  readonly #wire = new RecordingWire();
  readonly #people = new Map<string, Resident>();

  constructor(town: SlackTown) {
    this.#town = town;
  }

  /** First: a message, a mention, commands, shortcuts, the page, a greeting, and IT's desk. */
  async begin(): Promise<readonly Brought[]> {
    const { workspace, desk } = this.#town;
    const school = workspace.addChannel({ name: 'skolen' });
    await this.#person('anna').say(FAULT);
    await this.#person('bob', school).say(FAULT);
    await this.#person('cleo').command('/feil', FAULT);
    await this.#person('dag').command('/hvem');
    await this.#person('eva').shortcut('report_fault');
    const said = { user: this.#person('bob').user.id, text: 'nettet er nede', files: [], threadTs: null };
    await this.#person('finn').messageShortcut('report_message', workspace.keep(school.id, said));
    await this.#person('gro').openHome('messages');
    await this.#person('hans').say('om meg');
    await this.#person('it', desk).say('status');
    return this.#wire.take();
  }

  /** Then what is offered: presses, and a form that is opened. */
  async goOn(): Promise<readonly Brought[]> {
    for (const name of ['anna', 'bob', 'cleo']) await this.#of(name).choose(SCOPE);
    await this.#of('hans').choose('Fyll ut');
    return this.#wire.take();
  }

  /** Then the form is sent. */
  async end(): Promise<readonly Brought[]> {
    await eventually(() => this.#of('hans').modal !== null);
    await this.#of('hans').submit({ language: 'en' });
    return this.#wire.take();
  }

  /** Everything that the bot wrote, by person, without what is made of an event's own id. */
  effects(): readonly string[] {
    return [...this.#people].flatMap(([name, resident]) =>
      resident.messages.map((message) => {
        const how = `${message.ephemeralTo === null ? '' : 'alone '}changed ${message.updates}×`;
        return `${name} (${how}): ${textOfMessage(message).replace(REFERENCE, 'REFERENCE')}`;
      }),
    );
  }

  #person(name: string, channel?: Parameters<SlackTown['resident']>[1]): Resident {
    const known = this.#people.get(name);
    if (known !== undefined) return known;
    const made = this.#town.resident(name, channel, this.#wire);
    this.#people.set(name, made);
    return made;
  }

  #of(name: string): Resident {
    const person = this.#people.get(name);
    if (person === undefined) throw new Error(`nobody is called ${name}`);
    return person;
  }
}

describe('everything that Slack sends, four times in any order, with restarts of the service between', () => {
  const folder = mkdtempSync(join(tmpdir(), 'driftvakt-retry-storm-'));
  after(() => rmSync(folder, { recursive: true }));
  let files = 0;

  /** What came of a whole story. */
  async function story(weathers: readonly Weather[], times: number): Promise<readonly string[]> {
    files += 1;
    const playbook = shipped('porsanger');
    const now = at(playbook, '2026-11-23T10:00').toInstant();
    const town = await SlackTown.start(playbook, now, { file: join(folder, `${files}.sqlite`) });
    try {
      const stormy = new Stormy(town);
      for (const [i, phase] of (['begin', 'goOn', 'end'] as const).entries())
        await bring(town, await stormy[phase](), weathers[i] ?? CALM, times);
      const all = { organisation: 'porsanger', order: 'newest', limit: 100 } as const;
      const kept = await Promise.all(
        [KINDS.report, KINDS.person].map(
          async (kind) => (await town.store.findRecords({ ...all, kind })).items,
        ),
      );
      return [...kept.map((items) => `${items.length} records`), ...stormy.effects().toSorted()];
    } finally {
      await town.stop();
    }
  }

  it('has one effect each', async function () {
    this.timeout(20_000 + RUNS * 10_000);
    const once = await story([], 1);
    expect(once.slice(0, 2)).to.deep.equal(['3 records', '1 records']);
    const weather = fc.record({
      order: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
      restarts: fc.uniqueArray(fc.nat(8), { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.tuple(weather, weather, weather), async (weathers) => {
        expect(await story(weathers, TIMES)).to.deep.equal(once);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});

/** Brings each so often, in the order of the weather. Whatever is answered, nothing but a good answer ends a delivery. */
async function bring(
  town: SlackTown,
  brought: readonly Brought[],
  { order, restarts }: Weather,
  times: number,
): Promise<void> {
  const deliveries = Array.from({ length: times }, () => brought)
    .flat()
    .map((one, i) => ({ one, key: order[i] ?? i }))
    .toSorted((a, b) => a.key - b.key);
  for (let i = 0; i < deliveries.length; i += AT_ONCE) {
    if (restarts.includes(i / AT_ONCE)) await town.restart();
    const batch = deliveries.slice(i, i + AT_ONCE).map(({ one }) => one(town.wire));
    for (const { status } of await Promise.all(batch)) expect(status).to.equal(200);
  }
  await town.engine.workThrough();
}

async function eventually(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !isSo(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isSo()).to.equal(true);
}
