import { replaceView } from './calls/views.ts';
import { isObject, type Json } from './check.ts';
import { appHomeOpened, appMention, messageEvent } from './events.ts';
import {
  blockActions,
  type Filled,
  globalShortcut,
  messageAction,
  slashCommand,
  viewActions,
  viewClosed,
  viewSubmission,
} from './interactions.ts';
import { buttonsOf, type SlackButton, textOfBlocks, textOfMessage } from './read-blocks.ts';
import type { Exchange, SlackWire } from './wire.ts';
import type { FakeWorkspace } from './workspace.ts';
import type { FakeChannel, FakeFile, FakeMessage, FakeUser, FakeView } from './world.ts';

/** Where somebody talks with the bot, and how what they do gets there. */
export interface ResidentSettings {
  readonly workspace: FakeWorkspace;
  readonly wire: SlackWire;
  /** Their direct messages if nothing is said. */
  readonly channel?: FakeChannel;
  /** Waits until all that something brought about is done. */
  readonly settle?: () => Promise<void>;
}

/** Sends what Slack sends when somebody does something, and reads what they see. */
export class Resident {
  readonly user: FakeUser;
  readonly channel: FakeChannel;
  /** The thread that they are in; null: none. A mention in a channel begins one. */
  thread: string | null = null;
  readonly #settings: ResidentSettings;

  constructor(user: FakeUser, settings: ResidentSettings) {
    this.user = user;
    this.#settings = settings;
    this.channel = settings.channel ?? settings.workspace.dmWith(user.id);
    this.channel.members.add(user.id);
  }

  /** Says something: in direct messages as it is, in a channel with a mention of the bot before it. */
  say(text: string, files: readonly FakeFile[] = []): Promise<Exchange> {
    return this.channel.kind === 'im' ? this.write(text, files) : this.mention(text, files);
  }

  /** A mention: what begins a thread, or goes on with theirs. */
  mention(text: string, files: readonly FakeFile[] = []): Promise<Exchange> {
    const { workspace, wire } = this.#settings;
    const message = this.#keep(`<@${workspace.bot.id}> ${text}`, files);
    this.thread ??= message.ts;
    return this.#settled(wire.event(appMention(workspace, this.channel, message, this.user)));
  }

  /** A message that does not name the bot. */
  write(text: string, files: readonly FakeFile[] = []): Promise<Exchange> {
    const { workspace, wire } = this.#settings;
    const message = this.#keep(text, files);
    return this.#settled(wire.event(messageEvent(workspace, this.channel, message, this.user)));
  }

  /** Presses a button of a message. */
  press(message: FakeMessage, button: SlackButton, filled: Filled = {}): Promise<Exchange> {
    return this.#settled(this.#settings.wire.interactive(this.pressing(message, button, filled)));
  }

  /** The payload of that. */
  pressing(message: FakeMessage, button: SlackButton, filled: Filled = {}): Json {
    return blockActions(this.#settings.workspace, this.user, message, button, filled);
  }

  /** Presses the newest button whose label begins so. */
  choose(label: string, filled: Filled = {}): Promise<Exchange> {
    const { message, button } = this.offer(label);
    return this.press(message, button, filled);
  }

  command(command: string, text = ''): Promise<Exchange> {
    const { workspace, wire } = this.#settings;
    return this.#settled(wire.command(slashCommand(workspace, this.user, this.channel, command, text)));
  }

  shortcut(callbackId: string): Promise<Exchange> {
    const { workspace, wire } = this.#settings;
    return this.#settled(wire.interactive(globalShortcut(workspace, this.user, callbackId)));
  }

  /** A shortcut on a message, anybody's. */
  messageShortcut(callbackId: string, message: FakeMessage): Promise<Exchange> {
    const { workspace, wire } = this.#settings;
    return this.#settled(wire.interactive(messageAction(workspace, this.user, message, callbackId)));
  }

  openHome(tab: 'home' | 'messages' = 'home'): Promise<Exchange> {
    const { workspace, wire } = this.#settings;
    return this.#settled(wire.event(appHomeOpened(workspace, this.user, tab, this.home?.view ?? null)));
  }

  /** Presses a button of their Home tab, or of the modal that is open. */
  pressIn(where: 'home' | 'modal', label: string, filled: Filled = {}): Promise<Exchange> {
    const { workspace, wire } = this.#settings;
    const view = this.#shown(where);
    const button = buttonsOf(view.view.blocks as Json[]).find((each) => each.label.startsWith(label));
    if (button === undefined)
      throw new Error(`no "${label}" in:\n${textOfBlocks(view.view.blocks as Json[])}`);
    return this.#settled(wire.interactive(viewActions(workspace, this.user, view, button, filled)));
  }

  /** Submits the modal that is open. What the app answers happens to it: it closes, changes, or shows errors. */
  async submit(filled: Filled = {}): Promise<Exchange> {
    const { workspace, wire } = this.#settings;
    const view = this.#shown('modal');
    const exchange = await wire.interactive(viewSubmission(workspace, this.user, view, filled));
    const { response_action: action, view: next } = isObject(exchange.body) ? exchange.body : {};
    if (exchange.status === 200 && action === 'update' && isObject(next)) replaceView(workspace, view, next);
    else if (exchange.status === 200 && action !== 'errors') view.isOpen = false;
    return this.#settled(Promise.resolve(exchange));
  }

  /** Closes it; null: the app did not ask to be told. */
  async cancel(): Promise<Exchange | null> {
    const { workspace, wire } = this.#settings;
    const view = this.#shown('modal');
    view.isOpen = false;
    if (view.view.notify_on_close !== true) return null;
    return this.#settled(wire.interactive(viewClosed(workspace, this.user, view)));
  }

  get modal(): FakeView | null {
    return this.#settings.workspace.viewOf(this.user.id, 'modal');
  }

  get home(): FakeView | null {
    return this.#settings.workspace.viewOf(this.user.id, 'home');
  }

  /** What the bot wrote that they see here: in their thread if they are in one; ephemeral messages of others not. */
  get messages(): readonly FakeMessage[] {
    return this.#settings.workspace
      .messages(this.channel.id, { ephemeral: true })
      .filter((message) => message.isOfBot && (this.thread === null || message.threadTs === this.thread))
      .filter(({ ephemeralTo }) => ephemeralTo === null || ephemeralTo === this.user.id);
  }

  /** Only what nobody else sees. */
  get ephemerals(): readonly FakeMessage[] {
    return this.messages.filter(({ ephemeralTo }) => ephemeralTo !== null);
  }

  get texts(): string[] {
    return this.messages.map(textOfMessage);
  }

  /** The newest message with a button whose label begins so, and the button. */
  offer(label: string): { readonly message: FakeMessage; readonly button: SlackButton } {
    const found = this.#find(label);
    if (found !== null) return found;
    throw new Error(`nobody offered "${label}"; there is:\n${this.texts.join('\n---\n')}`);
  }

  offers(label: string): boolean {
    return this.#find(label) !== null;
  }

  #find(label: string): { readonly message: FakeMessage; readonly button: SlackButton } | null {
    for (const message of this.messages.toReversed()) {
      const button = buttonsOf(message.blocks).find((each) => each.label.startsWith(label));
      if (button !== undefined) return { message, button };
    }
    return null;
  }

  #keep(text: string, files: readonly FakeFile[]): FakeMessage {
    const { workspace } = this.#settings;
    return workspace.keep(this.channel.id, { user: this.user.id, text, files, threadTs: this.thread });
  }

  #shown(where: 'home' | 'modal'): FakeView {
    const view = this.#settings.workspace.viewOf(this.user.id, where);
    if (view === null) throw new Error(`${this.user.name} sees no ${where}`);
    return view;
  }

  async #settled(exchange: Promise<Exchange>): Promise<Exchange> {
    const done = await exchange;
    await this.#settings.settle?.();
    return done;
  }
}
