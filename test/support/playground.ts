import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { type Browser, DESK } from './browser.ts';

/** Whose conversation to open, and when. */
export interface PlaygroundOptions {
  readonly organisation?: string;
  /** Letters, digits, `-` and `_`. Left out: somebody new. */
  readonly user?: string;
  readonly role?: string;
  readonly site?: string;
  readonly locale?: 'sv' | 'nb' | 'nl' | 'en';
  /** The organisation's wall clock, as 2026-12-24T10:00. Left out: now. */
  readonly at?: string;
  /** Opens the conversation of IT's desk. */
  readonly desk?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
}

/** A message of the chat as it is shown. */
export interface ShownMessage {
  readonly from: 'bot' | 'me';
  /** The kind of a message from the bot. */
  readonly kind: string | null;
  readonly text: string;
  /** The labels of all that can be pressed on it. */
  readonly choices: readonly string[];
}

/** The playground in a real browser, as a person uses it. */
export class Playground {
  readonly page: Page;
  readonly #faults: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      if (message.type() === 'error') this.#faults.push(message.text());
    });
    page.on('pageerror', (error) => this.#faults.push(String(error)));
  }

  /** Opens the page, and waits for the greeting or what was said before. */
  static async open(browser: Browser, address: string, options: PlaygroundOptions = {}): Promise<Playground> {
    const { size = DESK } = options;
    const playground = new Playground(await browser.page({ ...size }));
    // Pages of one browser remember who one was; somebody new is asked for by name.
    const user = options.user ?? `new-${randomUUID()}`;
    await playground.page.goto(playgroundAddress(address, { ...options, user }));
    await playground.settled();
    return playground;
  }

  /** What the browser complained of so far: errors in the console and in scripts. */
  get faults(): readonly string[] {
    return this.#faults;
  }

  /** Writes something and sends it; resolves when it is answered. */
  async say(text: string): Promise<void> {
    await this.page.locator('#say').fill(text);
    await this.page.locator('#say').press('Enter');
    await this.settled();
  }

  /** Presses the newest choice with this label in the chat; resolves when it is answered. */
  async press(label: string): Promise<void> {
    await this.chat
      .locator(`button[data-says=${JSON.stringify(label)}]`)
      .last()
      .click();
    await this.settled();
  }

  /** The texts of the newest messages from the bot, oldest of them first, once the last input is answered. */
  async last(count = 1): Promise<string[]> {
    await this.settled();
    const all = await this.messages();
    return all
      .filter(({ from }) => from === 'bot')
      .slice(-count)
      .map(({ text }) => text);
  }

  /** What the bot answered to the last input, messages that it changed in place included. */
  async answers(): Promise<ShownMessage[]> {
    await this.settled();
    const event = await this.page.locator('body').getAttribute('data-last-event');
    return this.#shown(`[data-from="bot"][data-event="${event}"]`);
  }

  /** All that the chat shows. */
  messages(): Promise<ShownMessage[]> {
    return this.#shown('[data-from]');
  }

  /** In one go: a question for each part of each message takes seconds. */
  #shown(which: string): Promise<ShownMessage[]> {
    return this.page.evaluate(`[...document.querySelectorAll('#chat-log ${which}')].map((entry) => ({
      from: entry.dataset.from === 'me' ? 'me' : 'bot',
      kind: entry.dataset.kind ?? null,
      text: [...entry.querySelectorAll(':scope > :not(.choices, .unseen)')]
        .flatMap((part) => [part.innerText, ...[...part.querySelectorAll('input:not([type=checkbox]), textarea')].map(({ value }) => value)])
        .join('\\n').trim(),
      choices: [...entry.querySelectorAll('button[data-says]')].map((button) => button.dataset.says),
    }))`);
  }

  /** Moves the clock: to the organisation's wall clock, or to one of the page's own moments. */
  async moveClock(to: string): Promise<void> {
    await this.page.evaluate(`document.dispatchEvent(new CustomEvent('move-clock', { detail: '${to}' }))`);
    await this.settled();
  }

  /** Waits until everything that was sent is answered. */
  async settled(): Promise<void> {
    await this.page.locator('body[data-state="ready"]').waitFor();
  }

  get chat(): Locator {
    return this.page.locator('#chat-log');
  }

  get teams(): Locator {
    return this.page.locator('#teams-log');
  }

  get slack(): Locator {
    return this.page.locator('#slack-log');
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

/** The address by which a conversation opens. */
export function playgroundAddress(address: string, options: PlaygroundOptions = {}): string {
  const { organisation, user, role, site, locale, at, desk } = options;
  const query = {
    org: organisation,
    user,
    role,
    site,
    lang: locale,
    at,
    as: desk === undefined ? undefined : desk ? 'desk' : 'employee',
  };
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return `${address}?${new URLSearchParams(given)}`;
}
