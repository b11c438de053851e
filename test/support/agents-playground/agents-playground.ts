import type { Locator, Page } from 'playwright-core';
import { type Browser, DESK } from '../browser.ts';
import { fillIn, linkIn, pressIn } from './cards.ts';
import { type ChatPlace, type ClientWorld, worldOf } from './conversations.ts';
import { eventually } from './eventually.ts';
import type { PretendedOrganisation } from './organisation.ts';
import { DRAWN, PageEvents } from './page-events.ts';
import { type ScreenSize, takePicture } from './pictures.ts';
import { ClientProcess } from './process.ts';
import { readingOf, type ShownMessage, THREADS } from './shown.ts';

/** Microsoft's own client in a real browser, as a person uses it. */
export class AgentsPlayground {
  readonly page: Page;
  /** Its own address, for a `Wire` beside the page. */
  readonly address: string;
  readonly world: ClientWorld;
  readonly #client: ClientProcess;
  readonly #events: PageEvents;
  #place: ChatPlace = 'personal';
  /** The thread of a channel in which one is, counted from the oldest. */
  #thread: number | null = null;
  /** How much was heard before the last input. */
  #before = 0;

  private constructor(page: Page, client: ClientProcess, world: ClientWorld, events: PageEvents) {
    this.page = page;
    this.address = client.address;
    this.world = world;
    this.#client = client;
    this.#events = events;
  }

  /**
   * Starts the client against a bot and opens it: in the personal chat, where it installs the bot.
   * @param endpoint where the bot takes activities
   * @param organisation in which the client says it is; left out: its own
   */
  static async start(
    endpoint: string,
    browser: Browser,
    organisation?: PretendedOrganisation,
  ): Promise<AgentsPlayground> {
    const client = await ClientProcess.start(endpoint, organisation);
    try {
      const page = await browser.page(DESK);
      const events = await PageEvents.follow(page);
      const playground = new AgentsPlayground(page, client, await worldOf(client.address), events);
      await page.goto(client.address);
      await playground.openChat('personal');
      return playground;
    } catch (error) {
      await client.stop();
      throw error;
    }
  }

  /** What went wrong in the page, and what the client refused. */
  get faults(): readonly string[] {
    return this.#events.faults;
  }

  /** Addresses elsewhere that the page asked for, and was not given. */
  get blocked(): readonly string[] {
    return this.#events.blocked;
  }

  /** Goes to a chat; the first time the client installs the bot there. */
  async openChat(place: ChatPlace): Promise<void> {
    this.#begin();
    this.#place = place;
    this.#thread = null;
    await this.page.getByRole('treeitem', { name: this.world.chatNames[place], exact: true }).click();
    await (await this.#composer()).waitFor();
    await this.#delivered();
  }

  /** Writes without a mention. In a group or channel the client keeps that from the bot. */
  async say(text: string): Promise<void> {
    await this.#write(text, false);
  }

  /** Writes to the bot in a group, or begins a thread in a channel, in which one then is. */
  async mention(text: string): Promise<void> {
    this.#thread = null;
    const threads = await this.#threads.count();
    await this.#write(text, true);
    if (!this.#isInChannel) return;
    await this.#threads.nth(threads).waitFor();
    this.#thread = threads;
  }

  /** Mentions the bot in the thread in which one is. */
  async reply(text: string): Promise<void> {
    if (this.#thread === null) throw new Error('one is in no thread: begin one with mention()');
    await this.#write(text, true);
  }

  /** Goes to the thread of the open channel in which the newest message with these words is. */
  async enterThread(words: string): Promise<void> {
    const found = (await this.messages()).findLast(({ text }) => text.includes(words));
    if (found === undefined) throw new Error(`no thread says “${words}”`);
    this.#thread = found.thread;
  }

  /** Presses the newest button with this title; one behind a card's “…” too. */
  async press(title: string): Promise<void> {
    this.#begin();
    await pressIn(this.page, await this.#here(), title);
    await this.#delivered();
  }

  /** The address that the newest button with this title opens, as a number to call. */
  async linked(title: string): Promise<string> {
    return linkIn(this.page, await this.#here(), title);
  }

  /** Fills the newest field with this label: a text, an option by its title, `true` or `false` for a box to tick. */
  async fill(label: string, value: string): Promise<void> {
    await fillIn(this.page, await this.#here(), label, value);
  }

  /** All that the open chat shows, oldest first; the threads of a channel one after the other. */
  messages(): Promise<ShownMessage[]> {
    return this.page.evaluate(readingOf(this.world.botName));
  }

  /** What the bot's messages in the open chat say now, oldest first; in a channel those of the thread in which one is. */
  async answers(): Promise<ShownMessage[]> {
    const all = await this.messages();
    const isHere = ({ thread }: ShownMessage) => this.#thread === null || thread === this.#thread;
    return all.filter((message) => message.from === 'bot' && isHere(message));
  }

  /**
   * Waits until the bot has done something since the last input, and all that it did in this chat is shown.
   * @param count how many things it must have done: messages, changes of a message, and the answer to a press
   */
  async settled(count = 1): Promise<void> {
    const done = () =>
      this.#events.heard.slice(this.#before).filter(({ action }) => action !== 'typing').length;
    await eventually(
      () => this.#events.isDelivered && done() >= count,
      () => `the bot did ${done()} of ${count} things`,
    );
    let shown = 0;
    const isShown = async () => {
      shown = (await this.messages()).filter(({ from }) => from === 'bot').length;
      return shown >= this.#created();
    };
    await eventually(
      isShown,
      () => `${this.#created()} messages came on the socket, the page shows ${shown}`,
    );
    await this.page.evaluate(DRAWN);
  }

  /** Waits until the chat is as it should be; `what` is told when it never is. */
  async until(what: string, isSo: (answers: readonly ShownMessage[]) => boolean): Promise<void> {
    await eventually(
      async () => isSo(await this.answers()),
      () => `never came: ${what}`,
    );
  }

  /** A picture of the open chat as it is on a desk or a phone. */
  async screenshot(path: string, size: ScreenSize = DESK): Promise<void> {
    await takePicture(this.page, path, size);
  }

  /** Ends the client with its page. Nobody can reach it afterwards. */
  async stop(): Promise<void> {
    await this.page.close();
    await this.#client.stop();
  }

  /** Oldest first; the page has them newest first. */
  get #threads(): Locator {
    return this.page.locator(THREADS);
  }

  /** Where one is: a thread, or the whole page. */
  async #here(): Promise<Locator> {
    if (this.#thread === null) return this.page.locator('body');
    const threads = await this.#threads.count();
    return this.#threads.nth(threads - 1 - this.#thread);
  }

  /** The first of a channel is the one that begins a thread. */
  async #composer(): Promise<Locator> {
    return (await this.#here()).locator('[role=textbox][contenteditable=true]').first();
  }

  async #write(text: string, mention: boolean): Promise<void> {
    this.#begin();
    const composer = await this.#composer();
    await composer.click();
    if (mention) {
      await composer.pressSequentially(`@${this.world.botName.split(' ')[0]}`);
      await this.page.getByRole('menuitem', { name: this.world.botName }).click();
    }
    await composer.pressSequentially(mention ? ` ${text}` : text);
    const isPost = this.#isInChannel && this.#thread === null;
    const name = isPost ? 'Post' : 'Send Message';
    await (await this.#here()).getByRole('button', { name, exact: true }).first().click();
    await this.#delivered();
  }

  get #isInChannel(): boolean {
    return this.#place === 'channel' || this.#place === 'other-channel';
  }

  #begin(): void {
    this.#before = this.#events.heard.length;
  }

  async #delivered(): Promise<void> {
    await eventually(
      () => this.#events.isDelivered,
      () => 'the client did not take what was sent',
    );
  }

  /** How many messages the bot has sent to this chat. */
  #created(): number {
    const here = this.world.conversations[this.#place];
    return this.#events.heard.filter(
      (event) => event.action === 'createMessage' && event.actionConversationId.split(';')[0] === here,
    ).length;
  }
}
