import type { FakeMessage } from './connector.ts';
import { buttonsOf, type CardButton, dialogOf, openedDialog, textOfMessage } from './read-card.ts';
import { type Exchange, type TeamsTown, TOWN_APP, TOWN_DESK, TOWN_TENANT } from './teams-town.ts';

/** Somebody in a town of Teams, and where they talk with the bot. */
export interface ResidentSettings {
  readonly locale?: string;
  /** A channel or a thread of one; their personal chat if nothing is said. */
  readonly channel?: string;
}

const TEAM = '19:team@thread.tacv2';

/** Sends what Teams sends when somebody does something, and reads what they see. */
export class Resident {
  readonly town: TeamsTown;
  readonly user: string;
  readonly chat: string;
  readonly #settings: ResidentSettings;

  constructor(town: TeamsTown, user: string, settings: ResidentSettings = {}) {
    this.town = town;
    this.user = user;
    this.chat = settings.channel ?? `a:${user}`;
    this.#settings = settings;
  }

  /** IT, in the channel of its desk. */
  static ofDesk(town: TeamsTown, user: string, locale?: string): Resident {
    return new Resident(town, user, { channel: TOWN_DESK, ...(locale !== undefined && { locale }) });
  }

  /** What stands around every activity of theirs. */
  activity(about: Record<string, unknown>): Record<string, unknown> {
    const { channel, locale } = this.#settings;
    const conversationType = channel === undefined ? 'personal' : 'channel';
    const [id] = this.chat.split(';');
    return {
      id: this.town.nextId(),
      timestamp: `${this.town.now}`,
      from: { id: `29:${this.user}`, name: this.user },
      recipient: { id: `28:${TOWN_APP}`, name: 'Driftvakt' },
      conversation: { id: this.chat, conversationType, tenantId: TOWN_TENANT },
      channelData: {
        tenant: { id: TOWN_TENANT },
        ...(channel !== undefined && { team: { id: TEAM }, channel: { id } }),
      },
      ...(locale !== undefined && { locale }),
      ...about,
    };
  }

  say(text: string, more: Record<string, unknown> = {}): Promise<Exchange> {
    return this.town.post(this.activity({ type: 'message', text, textFormat: 'plain', ...more }));
  }

  /** Presses a button of a message. */
  press(
    message: Pick<FakeMessage, 'id'>,
    { data }: Pick<CardButton, 'data'>,
    more: Record<string, unknown> = {},
  ): Promise<Exchange> {
    return this.town.post(this.pressing(message, { data }, more));
  }

  /** The activity of that. */
  pressing(
    { id }: Pick<FakeMessage, 'id'>,
    { data }: { readonly data: object },
    more: Record<string, unknown> = {},
  ): Record<string, unknown> {
    const value = { action: { type: 'Action.Execute', verb: 'choice', data }, trigger: 'manual' };
    const invoke = { type: 'invoke', name: 'adaptiveCard/action', replyToId: id, value };
    return this.activity({ ...invoke, ...more });
  }

  /** What stands in their chat, oldest first. */
  get messages(): readonly FakeMessage[] {
    return this.town.connector.messages(this.chat);
  }

  get texts(): string[] {
    return this.messages.map(({ activity }) => textOfMessage(activity));
  }

  /** The newest message with a button whose title begins so, and the button. */
  offer(title: string): { readonly message: FakeMessage; readonly button: CardButton } {
    const found = this.#find(title);
    if (found !== null) return found;
    throw new Error(`nobody offered "${title}"; there is:\n${this.texts.join('\n---\n')}`);
  }

  offers(title: string): boolean {
    return this.#find(title) !== null;
  }

  #find(title: string): { readonly message: FakeMessage; readonly button: CardButton } | null {
    for (const message of this.messages.toReversed()) {
      const button = buttonsOf(message.activity).find((each) => each.title.startsWith(title));
      if (button !== undefined) return { message, button };
    }
    return null;
  }

  /** Opens the dialog of the newest form, and sends it by its button, as it was but for what was changed. */
  async fill(label: string, changed: Readonly<Record<string, string>>): Promise<Exchange> {
    const message = this.messages.findLast(({ activity }) => dialogOf(activity) !== null);
    if (message === undefined) throw new Error(`no form is here; there is:\n${this.texts.join('\n---\n')}`);
    const ask = { type: 'invoke', name: 'task/fetch', replyToId: message.id };
    const opened = await this.town.post(
      this.activity({ ...ask, value: { data: dialogOf(message.activity) } }),
    );
    const { title, data, held } = openedDialog(opened.body);
    const unknown = Object.keys(changed).filter((name) => !(name in held));
    if (title !== label || unknown.length > 0) throw new Error(`no "${label}" or ${unknown} in the dialog`);
    const send = { type: 'invoke', name: 'task/submit', replyToId: message.id };
    return this.town.post(this.activity({ ...send, value: { data: { ...data, ...held, ...changed } } }));
  }

  /** Presses the newest button whose title begins so. */
  async choose(title: string): Promise<Exchange> {
    const { message, button } = this.offer(title);
    return this.press(message, button);
  }
}
