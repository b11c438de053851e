import { expect } from 'chai';
import fc from 'fast-check';
import type { NoticeChange } from '../../../../src/domain/notices/commands.ts';
import type { Mood } from '../../../support/notice-platform.ts';
import { lineOf, NoticeTown, ORGANISATION, placeOf } from '../../../support/notice-town.ts';

/** How many random stories; `NOTICE_RUNS=3000` for a long run. */
const RUNS = Number(process.env.NOTICE_RUNS ?? 60);

const NAMES = Array.from({ length: 9 }, (_, i) => `p${i}`);
const name = fc.constantFrom(...NAMES);
const MOODS: readonly Mood[] = [
  'ok',
  'ok',
  'ok',
  'ok',
  'busy',
  'later',
  'refused',
  'lost',
  'taken',
  'blind-taken',
  'blind-lost',
];

type Step =
  | { readonly do: 'command'; readonly what: NoticeChange }
  | { readonly do: 'subscribe' | 'unsubscribe' | 'mute'; readonly name: string }
  | { readonly do: 'moods'; readonly moods: readonly Mood[] }
  | { readonly do: 'die'; readonly calls: number }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'retry' };

const UPDATE = { do: 'update', text: { nb: 'mer' } } as const;
const change: fc.Arbitrary<NoticeChange> = fc.constantFrom<NoticeChange>(
  ...[false, false, true].map((important) => ({ ...UPDATE, important })),
  { do: 'resolve', text: {}, retrospect: {} },
  { do: 'retrospect', text: { nb: 'x' } },
  { do: 'recall' },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('command' as const), what: change }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('subscribe' as const), name }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unsubscribe' as const), name }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('mute' as const), name }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('moods' as const),
      moods: fc.array(fc.constantFrom(...MOODS), { minLength: 1, maxLength: 12 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('die' as const), calls: fc.integer({ min: 1, max: 80 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 9000 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'retry' as const }) },
);

const stories = fc.array(step, { minLength: 3, maxLength: 25, size: 'max' });

/** One story: steps on a town, with what is true after each of them. */
class Story {
  readonly town = new NoticeTown();
  readonly #asking = new Set<string>();
  /** How many things were said that people look at again. */
  #important = 0;
  notice = '';

  async begin(): Promise<void> {
    const { town } = this;
    await town.subscribe(NAMES.slice(0, 6));
    for (const each of NAMES.slice(0, 6)) this.#asking.add(each);
    this.notice = await town.publish();
  }

  async do(step: Step): Promise<void> {
    const { town } = this;
    if (step.do === 'command') {
      // It is taken in, and done when somebody works: perhaps by one who dies over it.
      const { doing } = await town.put(this.notice, step.what);
      doing.catch(() => undefined);
      if (step.what.do === 'resolve' || (step.what.do === 'update' && step.what.important)) this.#important++;
      for (let i = 0; i < 6; i++) await new Promise(setImmediate);
    }
    if (step.do === 'subscribe') await town.subscribe([step.name], { since: town.now });
    if (step.do === 'mute') await town.subscribe([step.name], { mutedUntil: town.now + 1e13 });
    if (step.do === 'unsubscribe') await town.unsubscribe(step.name);
    if (step.do === 'subscribe') this.#asking.add(step.name);
    if (step.do === 'unsubscribe' || step.do === 'mute') this.#asking.delete(step.name);
    if (step.do === 'moods') town.platform.moods.push(...step.moods);
    if (step.do === 'die') await town.dieAfter(step.calls);
    if (step.do === 'wait') await town.work(step.ms);
    if (step.do === 'retry') await town.want({ effect: 'retry-notice', notice: this.notice });
  }

  /** Whatever happens, each destination is counted once, in one state. */
  async ledgerAddsUp(): Promise<void> {
    const found = await this.town.engine.ledger(ORGANISATION, this.notice);
    if (found === null) throw new Error('there is no ledger');
    lineOf(found.ledger);
    const batch = `${this.town.process(this.notice)}/${found.ledger.revision}`;
    const { items } = await this.town.store.findDeliveries({ batch, limit: 200 });
    expect(items.length).to.equal(found.ledger.intended);
    expect(new Set(items.map(({ destination }) => destination)).size).to.equal(items.length);
  }

  /** When all is quiet and the platform well, everybody has what is true, and nobody has it twice. */
  async end(): Promise<void> {
    const { town } = this;
    town.platform.moods.length = 0;
    await town.settle();
    // Whoever asked for notices since gets it with the next word.
    await town.command(this.notice, { ...UPDATE, important: false });
    await town.want({ effect: 'retry-notice', notice: this.notice });
    await town.settle();
    const { revision, publication } = await town.notice(this.notice);
    const text = `r${revision} ${publication}`;
    const found = await town.engine.ledger(ORGANISATION, this.notice);
    expect(found?.ledger).to.include({ revision, complete: true, waiting: 0, failed: 0 });
    for (const each of NAMES) await this.#isRight(each, text);
    const last = town.told.findLast((happening) => happening.kind === 'going-out');
    const told = last?.kind === 'going-out' ? lineOf(last.ledger) : 'nothing';
    expect(told).to.equal(await town.ledger(this.notice));
  }

  async #isRight(name: string, text: string): Promise<void> {
    const { platform, store } = this.town;
    const posts = platform.at(placeOf(name));
    const about = { topic: this.town.process(this.notice), destination: placeOf(name) };
    const unclear = (await store.latestDelivery({ ...about, states: ['ambiguous'] })) !== null;
    // A platform that can be asked leaves nothing unclear.
    if (platform.canTell) expect(unclear).to.equal(false);
    const { over } = (await this.town.notice(this.notice)) as { over?: number | null };
    if (posts.length > 0 && !unclear) expect(posts, name).to.deep.equal([text]);
    // Where nobody can say whether it arrived it may be there twice, but never only in old words.
    if (posts.length > 0 && unclear) {
      const latest = await store.latestDelivery({ ...about, states: ['sent', 'ambiguous'] });
      if (latest?.state === 'sent') expect(posts, name).to.include(text);
    }
    expect(platform.threads(placeOf(name)).length, name).to.be.at.most(this.#important);
    if (this.#asking.has(name) && text.endsWith('published') && over === null && !unclear)
      expect(posts, name).to.deep.equal([text]);
  }
}

describe('whatever happens to a notice', () => {
  it('adds up at each moment, and comes out right', async function () {
    this.timeout(60_000 + RUNS * 2000);
    await fc.assert(
      fc.asyncProperty(stories, fc.boolean(), async (steps, canTell) => {
        const story = new Story();
        story.town.platform.canTell = canTell;
        try {
          await story.begin();
          for (const each of steps) {
            await story.do(each);
            await story.ledgerAddsUp();
          }
          await story.end();
        } finally {
          await story.town.store.close();
        }
      }),
      { numRuns: RUNS },
    );
  });
});
