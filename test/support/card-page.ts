import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { Browser } from './browser.ts';

const require = createRequire(import.meta.url);
const LIBRARY = readFileSync(require.resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
const CSS = readFileSync(require.resolve('adaptivecards/dist/adaptivecards.css'), 'utf8');

const COLOURS = {
  light: {
    ground: '#ffffff',
    emphasis: '#f5f5f5',
    text: '#242424',
    subtle: '#616161',
    line: '#e0e0e0',
    accent: '#4f52b2',
    good: '#0e700e',
    warning: '#835b00',
    attention: '#b10e1c',
    goodGround: '#e7f2da',
    warningGround: '#fbf6d9',
    attentionGround: '#fcf4f6',
    button: '#ffffff',
    main: '#5b5fc7',
  },
  dark: {
    ground: '#292929',
    emphasis: '#3d3d3d',
    text: '#ffffff',
    subtle: '#c7c7c7',
    line: '#525252',
    accent: '#a6a9ff',
    good: '#73d673',
    warning: '#fce100',
    attention: '#ff9ea3',
    goodGround: '#1b3a1b',
    warningGround: '#463100',
    attentionGround: '#4a1c1f',
    button: '#333333',
    main: '#5b5fc7',
  },
};
export type Scheme = keyof typeof COLOURS;

/** How Teams is set up as a host of cards: its sizes, colours and at most six buttons in a row. */
function hostConfig(scheme: Scheme): object {
  const own = COLOURS[scheme];
  const both = (colour: string) => ({ default: colour, subtle: colour });
  const style = (backgroundColor: string) => ({
    backgroundColor,
    borderColor: own.line,
    foregroundColors: {
      default: { default: own.text, subtle: own.subtle },
      accent: both(own.accent),
      good: both(own.good),
      warning: both(own.warning),
      attention: both(own.attention),
    },
  });
  return {
    fontFamily: 'system-ui, "Segoe UI", sans-serif',
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: own.line },
    containerStyles: {
      default: style(own.ground),
      emphasis: style(own.emphasis),
      accent: style(own.emphasis),
      good: style(own.goodGround),
      warning: style(own.warningGround),
      attention: style(own.attentionGround),
    },
    actions: {
      maxActions: 6,
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline' },
    },
  };
}

function pageStyle(scheme: Scheme): string {
  const own = COLOURS[scheme];
  return `${CSS}
body { margin: 0; background: ${own.emphasis}; font-family: system-ui, sans-serif; }
#card { overflow-wrap: anywhere; margin: 8px; border-radius: 6px; overflow: hidden; border: 1px solid ${own.line}; }
.ac-pushButton { border-radius: 4px; border: 1px solid ${own.line}; background: ${own.button}; color: ${own.text}; padding: 6px 12px; font: 600 14px system-ui; }
.ac-pushButton.style-positive { background: ${own.main}; border-color: ${own.main}; color: #fff; }
.ac-pushButton.style-destructive { background: #c4314b; border-color: #c4314b; color: #fff; }
.ac-input { width: 100%; box-sizing: border-box; padding: 6px 8px; border: 1px solid ${own.line}; border-radius: 4px; background: ${own.ground}; color: ${own.text}; }
.ac-selectable:hover { background: ${own.emphasis}; }`;
}

/** What the library said and showed of a card. */
export interface Drawn {
  /** What is wrong with the card, as the library sees it. */
  readonly faults: readonly string[];
  /** Every text that went through Markdown. */
  readonly marked: readonly string[];
  readonly text: string;
}

/** A page on which cards are drawn by Microsoft's own library, one after the other. */
export class CardPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(browser: Browser, width: number, scheme: Scheme): Promise<CardPage> {
    const page = await browser.page({ width, height: 700 });
    await page.setContent(
      `<!doctype html><title>cards</title><meta charset="utf-8"><style>${pageStyle(scheme)}</style><div id="card"></div>`,
    );
    await page.addScriptTag({ content: LIBRARY });
    await page.evaluate(`
      globalThis.hostConfig = new AdaptiveCards.HostConfig(${JSON.stringify(hostConfig(scheme))});
      globalThis.pressed = [];
      globalThis.draw = (source) => {
        const marked = [];
        AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
          marked.push(text);
          const p = document.createElement('p');
          p.textContent = text;
          result.outputHtml = p.outerHTML;
          result.didProcess = true;
        };
        const card = new AdaptiveCards.AdaptiveCard();
        card.hostConfig = globalThis.hostConfig;
        card.onExecuteAction = (action) => globalThis.pressed.push(action.url ?? action.data);
        const context = new AdaptiveCards.SerializationContext();
        card.parse(source, context);
        const faults = [];
        for (let i = 0; i < context.eventCount; i++) faults.push(context.getEventAt(i).message);
        for (const { message } of card.validateProperties().validationEvents) faults.push(message);
        const element = card.render();
        document.getElementById('card').replaceChildren(element);
        globalThis.card = card;
        const typed = [...element.querySelectorAll('input, option')].map((each) => each.value + ' | ' + each.textContent);
        const labels = [...element.querySelectorAll('[title]')].map((each) => each.title);
        // The library checks languages with an expression that remembers where it was: every other one is refused.
        const own = faults.filter((fault) => !/for property "lang"/.test(fault));
        return { faults: own, marked, text: [element.innerText, ...typed, ...labels].join(' | ') };
      };`);
    return new CardPage(page);
  }

  async draw(card: object): Promise<Drawn> {
    return this.page.evaluate(`draw(${JSON.stringify(card)})`);
  }

  /** What stands out of the card to the right, by its text. */
  async overflowing(): Promise<string[]> {
    return this.page.evaluate(`(() => {
      const right = document.getElementById('card').getBoundingClientRect().right + 0.5;
      const wide = [...document.querySelectorAll('#card *')].filter((each) => each.getBoundingClientRect().right > right);
      const page = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
      return [...page, ...wide.map((each) => each.className + ': ' + each.textContent.slice(0, 60))];
    })()`);
  }

  /** Labels of buttons that are cut off. */
  async cutOff(): Promise<string[]> {
    return this.page.evaluate(`[...document.querySelectorAll('.ac-pushButton, .ac-pushButton *')]
      .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
      .map((each) => each.textContent)`);
  }

  async picture(path: string): Promise<void> {
    await this.page.locator('#card').screenshot({ path });
  }
}
