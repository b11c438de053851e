import { expect } from 'chai';
import { en } from '../../../src/locales/en.ts';
import { nb } from '../../../src/locales/nb.ts';
import { nl } from '../../../src/locales/nl.ts';
import { sv } from '../../../src/locales/sv.ts';
import type { HandoffLetter } from '../../../src/ports/handoff.ts';
import type { Actor, Heard, Stage } from './stage.ts';

/** References are made of each event's own id. */
const REFERENCE = /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b|\bTEST-\d{4}\b/g;

/** TOPdesk on this machine: each stage has its own. */
const LOCAL_ADDRESS = /http:\/\/127\.0\.0\.1:\S+/g;

const CATALOGUES = [en, sv, nb, nl];

/** Headings and hints, which channels show each in their own way; some leave out how an address begins. */
const LAYOUT = new Set([
  'https',
  ...textsOf('render.').flatMap(wordsOf),
  // Where a platform's directory knows their name, it stands there.
  ...textsOf('order-history.by-reporter').flatMap(wordsOf),
]);
/** Who one is in a channel may be known to it; what sends a form may be in its dialog; not every channel has pages. */
const ABOUT_ONE = new Set([
  ...textsOf('profile.change-'),
  ...textsOf('profile.save'),
  ...textsOf('author.to-preview'),
  ...textsOf('menu.board'),
]);

/** "How it goes out: " */
const GOING_OUT = textsOf('ledger.title').map((text) => text.split('{')[0] ?? text);

function textsOf(prefix: string): string[] {
  return CATALOGUES.flatMap((catalogue) =>
    Object.entries(catalogue).flatMap(([key, text]) => (key.startsWith(prefix) ? [text] : [])),
  );
}

/**
 * A stage beside another one that hears the same: as many messages in the same order, each with the same choices, and no
 * word of the core's left out. Channels may say more (what a button calls, how a picture is sent).
 */
export class ComparedStage implements Stage {
  readonly #stage: Stage;
  readonly #core: Stage;
  /** What waited for a time may have come at that time, or when time was next looked at: its minutes may differ. */
  #goesOn: boolean;
  readonly #anyOrder: boolean;

  /**
   * @param goesOn whether the stage's clock goes on by itself
   * @param anyOrder whether messages change in place, which channels show where they stood or where they changed
   */
  constructor(stage: Stage, core: Stage, goesOn = false, anyOrder = false) {
    this.#anyOrder = anyOrder;
    this.#goesOn = goesOn;
    this.#stage = stage;
    this.#core = core;
  }

  say(actor: Actor, text: string): Promise<readonly Heard[]> {
    return this.#both(text, (stage) => stage.say(actor, text));
  }

  press(actor: Actor, label: string): Promise<readonly Heard[]> {
    return this.#both(label, (stage) => stage.press(actor, label));
  }

  fill(actor: Actor, label: string, fields: Readonly<Record<string, string>>): Promise<readonly Heard[]> {
    return this.#both(label, (stage) => stage.fill(actor, label, fields));
  }

  pressForwarded(actor: Actor, of: Actor, label: string): Promise<readonly Heard[]> {
    return this.#both(label, (stage) => stage.pressForwarded(actor, of, label));
  }

  async solveInTopdesk(): Promise<void> {
    await this.#core.solveInTopdesk();
    await this.#stage.solveInTopdesk();
  }

  wait(actor: Actor, duration: string): Promise<readonly Heard[]> {
    return this.#both(duration, (stage) => stage.wait(actor, duration));
  }

  waitFor(actor: Actor, duration: string): Promise<readonly Heard[]> {
    this.#goesOn = true;
    return this.#both(duration, (stage) => stage.waitFor(actor, duration));
  }

  look(actor: Actor): Promise<readonly Heard[]> {
    return this.#both('a look', (stage) => stage.look(actor));
  }

  async supplierReads(): Promise<readonly HandoffLetter[]> {
    const expected = (await this.#core.supplierReads?.()) ?? [];
    const letters = (await this.#stage.supplierReads?.()) ?? [];
    // Channels know more or less of whoever reported it.
    const names = (all: readonly HandoffLetter[]) => all.map(({ name }) => name);
    expect(names(letters), 'what the supplier reads').to.deep.equal(names(expected));
    return letters;
  }

  async supplierWrites(text: string, from: string): Promise<void> {
    await this.#core.supplierWrites?.(text, from);
    await this.#stage.supplierWrites?.(text, from);
  }

  async close(): Promise<void> {
    await this.#core.close();
    await this.#stage.close();
  }

  async #both(what: string, act: (stage: Stage) => Promise<readonly Heard[]>): Promise<readonly Heard[]> {
    const expected = await act(this.#core);
    const heard = (await act(this.#stage)).filter(({ text }) => !isByItself(text));
    if (this.#anyOrder) this.#hold(what, together(expected), together(heard));
    else this.#hold(what, expected, heard);
    return heard;
  }

  #hold(what: string, expected: readonly Heard[], heard: readonly Heard[]): void {
    const shape = (all: readonly Heard[]) =>
      all.map(({ labels }) => labels.filter((label) => !ABOUT_ONE.has(label)).toSorted());
    // Where a message changes in place, a terminal still shows what could be pressed on it before.
    if (this.#anyOrder)
      expect(shape(heard)[0], `after “${what}”`).to.include.members(shape(expected)[0] ?? []);
    else expect(shape(heard), `after “${what}”`).to.deep.equal(shape(expected));
    for (const [i, { text }] of expected.entries()) {
      const said = new Set(wordsOf(heard[i]?.text ?? ''));
      const missing = wordsOf(text).filter(
        (word) => !said.has(word) && !LAYOUT.has(word) && !isMinute(word, this.#goesOn ? 'PT0S' : what),
      );
      expect(missing, `after “${what}”, in:\n${heard[i]?.text}`).to.deep.equal([]);
    }
  }
}

/** All of them as one: its words, and what can be pressed. */
function together(heard: readonly Heard[]): Heard[] {
  const labels = [...new Set(heard.flatMap((each) => each.labels))];
  return [{ text: heard.map(({ text }) => text).join('\n'), labels }];
}

/** How a notice goes out is told when it goes out, at no certain point of a story; the core sends nothing. */
function isByItself(text: string): boolean {
  return GOING_OUT.some((beginning) => text.trimStart().startsWith(beginning));
}

/** What waited for a time may come at that time, or when time was next looked at. */
function isMinute(word: string, what: string): boolean {
  return /^P/.test(what) && /^\d{1,2}$/.test(word);
}

/** Without the numbers of steps, which are shown by their order. */
function wordsOf(text: string): string[] {
  const bare = text
    .replace(LOCAL_ADDRESS, '')
    .replace(REFERENCE, 'REFERENCE')
    .replace(/^\s*\d+\. /gm, '');
  return (bare.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase());
}
