import { type ChatPlace, type ClientWorld, worldOf } from './conversations.ts';

/** A message as the client shows it. */
export interface WireMessage {
  readonly messageId: string;
  readonly text?: string;
  readonly attachments: readonly { readonly contentType: string; readonly content: unknown }[];
  /** The new thread, if the message begins one in a channel. */
  readonly postConversationId?: string;
}

/** What the bot did through the client's connector, as the client's own page hears of it. */
export type WireEvent =
  | {
      readonly action: 'createMessage' | 'updateMessage';
      /** The chat, the thread of a channel, or the channel itself for what begins a thread. */
      readonly actionConversationId: string;
      readonly message: WireMessage;
    }
  | { readonly action: 'typing'; readonly actionConversationId: string };

/** What the bot answered an invoke with; a card, a text or an error, as `type` says. */
export interface InvokeAnswer {
  readonly type?: string;
  readonly value?: unknown;
  readonly [field: string]: unknown;
}

const LONGEST_WAIT_MS = 15_000;
const JSON_TYPE = { 'content-type': 'application/json' };

/** Microsoft's client without its page: the same requests and the same socket that the page uses. */
export class Wire {
  readonly world: ClientWorld;
  /** All that came since it was opened. */
  readonly events: WireEvent[] = [];
  readonly #address: string;
  readonly #socket: WebSocket;
  #taken = 0;
  #heard: () => void = () => undefined;

  private constructor(address: string, world: ClientWorld, socket: WebSocket) {
    this.#address = address;
    this.world = world;
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      this.events.push(JSON.parse(String(data)) as WireEvent);
      this.#heard();
    });
  }

  static async open(address: string): Promise<Wire> {
    const world = await worldOf(address);
    const socket = new WebSocket(
      `${address.replace(/^http/, 'ws')}/_ws_conversation/v1/conversations/stream`,
    );
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', () => reject(new Error("the client's socket did not open")));
    });
    return new Wire(address, world, socket);
  }

  /** Installs the bot there, as opening the chat for the first time does. */
  async install(kind: ChatPlace): Promise<void> {
    const conversation = encodeURIComponent(this.world.conversations[kind]);
    await this.#send(`/_debug/conversation/${conversation}/installation`, {});
  }

  /**
   * Writes as the person. In a group and a channel the bot gets only what mentions it.
   * @param where a chat, a channel (it begins a thread there), or the id of a thread
   * @returns the id of the conversation to which answers go: in a channel, of the new thread
   */
  async post(
    text: string,
    where: ChatPlace | (string & {}),
    mention = where !== 'personal',
  ): Promise<string> {
    const { bot, botName, user, conversations } = this.world;
    const conversation = conversations[where as ChatPlace] ?? where;
    const at = `<at>${botName}</at>`;
    const mentions = mention && { mentions: [{ mentioned: { id: bot, name: botName }, text: at }] };
    const answer = await this.#send(
      `/_conversation/v1/conversations/${encodeURIComponent(conversation)}/messages`,
      {
        ...{ type: 'text', text: mention ? `${at} ${text}` : text, textFormat: 'plain', from: { id: user } },
        ...mentions,
      },
    );
    const { postConversationId } = answer as { postConversationId?: string };
    return postConversationId ?? conversation;
  }

  /** Presses an Action.Execute of a message; resolves with what the bot answered. */
  execute(conversation: string, messageId: string, verb: string, data: object): Promise<InvokeAnswer> {
    const value = { action: { type: 'Action.Execute', verb, data } };
    return this.invoke('adaptiveCard/action', conversation, value, messageId);
  }

  /** An invoke of one of the names that the client knows: `adaptiveCard/action` and `composeExtension/…`. */
  invoke(name: string, conversation: string, value: object, replyToId?: string): Promise<InvokeAnswer> {
    const about = { name, value, from: { id: this.world.user }, conversation: { id: conversation } };
    return this.#send('/_conversation/v1/invoke', {
      ...about,
      ...(replyToId !== undefined && { replyToId }),
    });
  }

  /** Presses an Action.Submit of a message. */
  async submit(conversation: string, replyToId: string, value: object): Promise<void> {
    const from = { id: this.world.user };
    await this.#send('/_conversation/v1/submit', {
      conversation: { id: conversation },
      replyToId,
      value,
      from,
    });
  }

  /** The next thing that the bot did that nobody has taken yet. */
  async next(ms = LONGEST_WAIT_MS): Promise<WireEvent> {
    const deadline = AbortSignal.timeout(ms);
    while (this.#taken >= this.events.length) {
      await new Promise<void>((resolve, reject) => {
        this.#heard = resolve;
        deadline.addEventListener('abort', () => reject(new Error(`the bot did nothing for ${ms} ms`)));
      });
    }
    return this.events[this.#taken++] as WireEvent;
  }

  close(): void {
    this.#socket.close();
  }

  async #send(path: string, body: object): Promise<InvokeAnswer> {
    const response = await fetch(this.#address + path, {
      ...{ method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) },
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`the client answered ${response.status}: ${text}`);
    return text === '' ? {} : (JSON.parse(text) as InvokeAnswer);
  }
}
