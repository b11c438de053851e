import { expect } from 'chai';
import type { Notice } from '../../../src/domain/notices/notice.ts';
import type { HandoffLetter } from '../../../src/ports/handoff.ts';
import { chatStage } from './chat-stage.ts';
import { ComparedStage } from './compared-stage.ts';
import { coreStage } from './core-stage.ts';
import { playgroundStage } from './playground-stage.ts';
import { runtimeStage } from './runtime-stage.ts';
import type { Actor, Heard, Opening, Stage, StageMaker } from './stage.ts';
import { STAGES } from './stages.ts';
import type { TopdeskMood } from './topdesk.ts';

/** Somebody in a story. */
export class Somebody {
  readonly #stage: Stage;
  readonly #actor: Actor;
  #heard: readonly Heard[] = [];
  readonly #all: Heard[] = [];

  constructor(stage: Stage, actor: Actor) {
    this.#stage = stage;
    this.#actor = actor;
  }

  async says(text: string): Promise<void> {
    this.#take(await this.#stage.say(this.#actor, text));
  }

  async presses(label: string): Promise<void> {
    this.#take(await this.#stage.press(this.#actor, label));
  }

  /** Fills in the form that was shown last; fields that are not named stay as they are. */
  async fills(label: string, fields: Readonly<Record<string, string>>): Promise<void> {
    this.#take(await this.#stage.fill(this.#actor, label, fields));
  }

  /** Presses on a card of somebody else's, which was forwarded. */
  async pressesCardOf(other: Somebody, label: string): Promise<void> {
    this.#take(await this.#stage.pressForwarded(this.#actor, other.#actor, label));
  }

  async waits(duration: string): Promise<void> {
    this.#take(await this.#stage.wait(this.#actor, duration));
  }

  /** Waits until something comes by itself. */
  async isToldAfter(duration: string): Promise<void> {
    this.#take(await this.#stage.waitFor(this.#actor, duration));
  }

  /** Looks at what came by itself. */
  async looks(): Promise<void> {
    this.#take(await this.#stage.look(this.#actor));
  }

  /** The last answer has all of these. */
  hears(...parts: readonly string[]): void {
    for (const part of parts) expect(this.text).to.contain(flat(part));
  }

  /** The last answer has none of these. */
  hearsNoneOf(...parts: readonly string[]): void {
    for (const part of parts) expect(this.text).to.not.contain(flat(part));
  }

  /** One comes before the other in the last answer. */
  hearsInOrder(...parts: readonly string[]): void {
    this.hears(...parts);
    const places = parts.map((part) => this.text.indexOf(flat(part)));
    expect(places, parts.join(' < ')).to.deep.equal(places.toSorted((a, b) => a - b));
  }

  /** Nothing was said at all. */
  hearsNothing(): void {
    expect(this.text).to.equal('');
  }

  isOffered(...labels: readonly string[]): void {
    expect(this.offered).to.include.members([...labels]);
  }

  isNotOffered(...labels: readonly string[]): void {
    for (const label of labels) expect(this.offered).to.not.include(label);
  }

  /** Everything so far has none of these. */
  neverHeard(...parts: readonly string[]): void {
    const all = flat(this.#all.map(({ text }) => text).join('\n'));
    for (const part of parts) expect(all).to.not.contain(flat(part));
  }

  get text(): string {
    return flat(this.#heard.map(({ text }) => text).join('\n'));
  }

  get offered(): readonly string[] {
    return this.#heard.flatMap(({ labels }) => labels);
  }

  #take(heard: readonly Heard[]): void {
    this.#heard = heard;
    this.#all.push(...heard);
  }
}

/** Who mends what is ordered, and answers by mail. */
export class Supplier {
  readonly #stage: Stage;
  #letters: readonly HandoffLetter[] = [];

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Reads what came since they last did: exactly these letters. */
  async gets(...names: readonly string[]): Promise<void> {
    this.#letters = (await this.#stage.supplierReads?.()) ?? [];
    expect(this.#letters.map(({ name }) => name.replace(/-\d+$/, ''))).to.deep.equal(names);
  }

  /** What they got has all of these. */
  reads(...parts: readonly string[]): void {
    const text = flat(this.#letters.map((letter) => `${letter.subject}\n${letter.text}`).join('\n'));
    for (const part of parts) expect(text).to.contain(flat(part));
  }

  /** Answers the newest letter. */
  async writes(text: string, from = 'support@nemesys.nl'): Promise<void> {
    await this.#stage.supplierWrites?.(text, from);
  }
}

/** Who can be in a story. */
export interface Cast {
  somebody(about?: Partial<Actor>): Somebody;
  /** IT's desk. */
  desk(): Somebody;
  /** IT solves in TOPdesk all that lies there. */
  solvedInTopdesk(): Promise<void>;
  /** Only in stories that have one. */
  supplier(): Supplier;
}

/** Where and when a story begins. */
export interface Setting extends Pick<Opening, 'organisation' | 'at'> {
  /** What is announced or put before IT in it must not meet other stories. */
  readonly alone?: boolean;
  /** Orders go to a supplier, through every channel whose town has one. */
  readonly supplier?: boolean;
  /** What IT has announced before it begins. */
  readonly notices?: readonly Notice[];
  /** The runtime brings matters to people or to suppliers in it: it is held against the core as it runs. */
  readonly runs?: boolean;
  /** Where orders go in it. */
  readonly topdesk?: TopdeskMood;
}

/** A conversation that reads as a story, the same in every channel. `at` is the organisation's wall clock. */
export function journey(
  title: string,
  { organisation, at, alone = false, supplier = false, notices = [], runs = false, topdesk }: Setting,
  story: (cast: Cast) => Promise<void>,
): void {
  describe(title, () => {
    for (const maker of runs ? runningStages(topdesk) : supplier ? supplied() : STAGES) {
      it(`through ${maker.name}`, async function () {
        if (!maker.isAvailable()) return this.skip();
        this.timeout(60_000);
        const core = runs || supplier ? runtimeStage : coreStage;
        const opening = { organisation, at, alone, notices, topdesk: topdesk ?? null };
        const stage = await open(maker, core, opening, runs);
        try {
          await story({
            somebody: (about = {}) => new Somebody(stage, { user: 'anna', ...about }),
            desk: () => new Somebody(stage, { user: 'it', desk: true }),
            solvedInTopdesk: () => stage.solveInTopdesk(),
            supplier: () => new Supplier(stage),
          });
        } finally {
          await stage.close();
        }
      });
    }
  });
}

/**
 * The core as it runs in place of the core. The playground holds too few people at once for such stories, and a terminal
 * hands nothing over: there TOPdesk always fails.
 */
function runningStages(topdesk: TopdeskMood | undefined): readonly StageMaker[] {
  return STAGES.filter((maker) => maker !== playgroundStage)
    .filter((maker) => maker !== chatStage || topdesk !== 'works')
    .map((maker) => (maker === coreStage ? runtimeStage : maker));
}

/** Every channel is held against the core, step by step. */
async function open(maker: StageMaker, core: StageMaker, opening: Opening, runs: boolean): Promise<Stage> {
  const stage = await maker.open(opening);
  return maker === core
    ? stage
    : new ComparedStage(stage, await core.open(opening), maker.goesOn === true, runs);
}

/** The pure core orders nothing: with a supplier the runtime is around it. */
function supplied(): readonly StageMaker[] {
  return [runtimeStage, ...STAGES.filter(({ hasSupplier }) => hasSupplier === true)];
}

/** Channels break lines and join words in their own ways. */
function flat(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
