import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { Browser } from './browser.ts';
import { hostConfig, hostStyle, THEMES, type Theme } from './card-hosts.ts';

const require = createRequire(import.meta.url);
const LIBRARY = readFileSync(require.resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
const CSS = readFileSync(require.resolve('adaptivecards/dist/adaptivecards.css'), 'utf8');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const STYLE = `${CSS}
body { margin: 0; font-family: system-ui, sans-serif; }
.card { overflow-wrap: anywhere; margin: 8px; border-radius: 6px; overflow: hidden; }
.ac-pushButton { border-radius: 4px; padding: 6px 12px; font: 600 14px system-ui; }
.ac-input { width: 100%; box-sizing: border-box; padding: 6px 8px; border-radius: 4px; }
${THEMES.map(hostStyle).join('\n')}`;

/** A photo of a screen, for every picture of a report. */
const PHOTO = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="#3a3f44"/>
<rect x="40" y="30" width="320" height="210" rx="6" fill="#111"/><rect x="50" y="40" width="300" height="190" fill="#f7f7f7"/>
<rect x="50" y="40" width="300" height="22" fill="#2b579a"/><path d="M200 100l45 80h-90z" fill="#f2c811"/>
<rect x="196" y="125" width="8" height="30" fill="#111"/><rect x="196" y="162" width="8" height="8" fill="#111"/></svg>`;

/** What the library said and showed of a card. */
export interface Drawn {
  /** What is wrong with the card, as the library sees it. */
  readonly faults: readonly string[];
  /** Every text that went through Markdown. */
  readonly marked: readonly string[];
  readonly text: string;
}

/** A card, and what it is called in a complaint. */
export interface Named {
  readonly name: string;
  readonly card: object;
}

/** What stands out of the card to the right, by its text. */
const OVERFLOWING = `(() => {
  const right = document.getElementById('card').getBoundingClientRect().right + 0.5;
  const wide = [...document.querySelectorAll('#card *')].filter((each) => each.getBoundingClientRect().right > right);
  const page = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
  return [...page, ...wide.map((each) => each.className + ': ' + each.textContent.slice(0, 60))];
})()`;

/** Labels of buttons that are cut off. */
const CUT_OFF = `[...document.querySelectorAll('.ac-pushButton, .ac-pushButton *')]
  .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
  .map((each) => each.textContent)`;

/** Words of usual length that are broken in two, though they are no address: they stand in too narrow a column. */
const BROKEN = `(() => {
  const found = [];
  const walk = document.createTreeWalker(document.getElementById('card'), NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode())
    for (const { index, 0: token } of node.data.matchAll(/\\S+/gu)) {
      if (/[@/\\\\_]|\\.\\p{L}/u.test(token)) continue;
      for (const word of token.matchAll(/\\p{L}+/gu)) {
        if (word[0].length > 22) continue;
        const range = document.createRange();
        range.setStart(node, index + word.index);
        range.setEnd(node, index + word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) found.push(word[0]);
      }
    }
  return found;
})()`;

/** A page on which cards are drawn by Microsoft's own library, one after the other. */
export class CardPage {
  readonly page: Page;
  readonly #said: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      if (message.type() === 'warning' || message.type() === 'error') this.#said.push(message.text());
    });
    page.on('pageerror', ({ message }) => this.#said.push(message));
  }

  static async open(browser: Browser, width: number, theme: Theme): Promise<CardPage> {
    const cards = new CardPage(await browser.page({ width, height: 700 }));
    const { page } = cards;
    await page.route(/^https:/, (route) => route.fulfill({ contentType: 'image/svg+xml', body: PHOTO }));
    await page.setContent(
      `<!doctype html><html lang="en"><title>cards</title><meta charset="utf-8"><style>${STYLE}</style>` +
        `<body class="host-${theme}"><div id="card" class="card"></div>`,
    );
    await page.addScriptTag({ content: LIBRARY });
    await page.addScriptTag({ content: AXE });
    await page.evaluate(
      `globalThis.theme = ${JSON.stringify(theme)};
       globalThis.configs = ${JSON.stringify(Object.fromEntries(THEMES.map((each) => [each, hostConfig(each)])))};
       globalThis.pressed = [];
       globalThis.draw = ${DRAW};`,
    );
    return cards;
  }

  /** Draws a card in place of what is there. */
  async draw(card: object): Promise<Drawn> {
    const drawn: Drawn = await this.page.evaluate(
      `draw(${JSON.stringify(card)}, document.getElementById('card'), theme)`,
    );
    return { ...drawn, faults: [...drawn.faults, ...this.#said.splice(0)] };
  }

  /**
   * Draws one card after the other and looks at each: what is wrong with it, what stands out of it, and which labels are
   * cut off. A question for each part of each card takes minutes.
   */
  async examined(cards: readonly Named[]): Promise<string[]> {
    const found: string[] = await this.page.evaluate(`(() => {
      const place = document.getElementById('card');
      return ${JSON.stringify(cards)}.flatMap(({ name, card }) => {
        const { faults } = draw(card, place, theme);
        return [...faults, ...(${OVERFLOWING}).map((each) => 'too wide: ' + each), ...(${CUT_OFF}).map((each) => 'cut off: ' + each)]
          .map((each) => name + ': ' + each);
      });
    })()`);
    return [...found, ...this.#said.splice(0)];
  }

  /** Draws cards one below the other, in place of what is there. */
  async drawAll(cards: readonly object[]): Promise<void> {
    await this.page.evaluate(`(() => {
      const all = document.getElementById('card');
      all.replaceChildren();
      for (const card of ${JSON.stringify(cards)}) {
        const place = document.createElement('div');
        all.append(place);
        draw(card, place, theme);
      }
    })()`);
  }

  /** What stands out of the card to the right, by its text. */
  async overflowing(): Promise<string[]> {
    return this.page.evaluate(OVERFLOWING);
  }

  /** Words that are broken in two. */
  async broken(): Promise<string[]> {
    return this.page.evaluate(BROKEN);
  }

  /** What axe-core finds on what is drawn: each fault with the place. */
  async inaccessible(without: readonly string[] = []): Promise<string[]> {
    const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
    return this.page.evaluate(
      `axe.run('#card', ${JSON.stringify({ rules })}).then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
    );
  }

  /** The names of what the key Tab comes to on the card, in order, as a screen reader says them. */
  async tabbed(): Promise<string[]> {
    const names: string[] = [];
    await this.page.evaluate('document.activeElement?.blur(); getSelection().removeAllRanges()');
    for (;;) {
      await this.page.keyboard.press('Tab');
      const name: string | null = await this.page.evaluate(`(() => {
        const at = document.activeElement;
        if (!document.getElementById('card').contains(at) || at.dataset.tabbed !== undefined) return null;
        at.dataset.tabbed = '';
        axe.setup(document.body);
        const name = axe.commons.text.accessibleText(at);
        axe.teardown();
        return name;
      })()`);
      if (name === null) return names;
      names.push(name);
    }
  }
}

/** Runs on the page: draws a card at a place as a theme has it. */
const DRAW = `(source, place, theme) => {
  const marked = [];
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    marked.push(text);
    const p = document.createElement('p');
    p.textContent = text;
    result.outputHtml = p.outerHTML;
    result.didProcess = true;
  };
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(configs[theme]);
  card.onExecuteAction = (action) => globalThis.pressed.push(action.url ?? action.data);
  const context = new AdaptiveCards.SerializationContext();
  card.parse(source, context);
  const faults = [];
  for (let i = 0; i < context.eventCount; i++) faults.push(context.getEventAt(i).message);
  for (const { message } of card.validateProperties().validationEvents) faults.push(message);
  const element = card.render();
  place.replaceChildren(element);
  const typed = [...element.querySelectorAll('input, option')].map((each) => each.value + ' | ' + each.textContent);
  const labels = [...element.querySelectorAll('[title]')].map((each) => each.title);
  // The library checks languages with an expression that remembers where it was: every other one is refused.
  const own = faults.filter((fault) => !/for property "lang"/.test(fault));
  return { faults: own, marked, text: [element.innerText, ...typed, ...labels].join(' | ') };
}`;
