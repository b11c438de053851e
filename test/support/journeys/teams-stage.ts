import { conversationName, ownerSign } from '../../../src/channels/teams/receiver/parse/ids.ts';
import type { Message } from '../../../src/conversation/messages.ts';
import type { MessageBody } from '../../../src/ports/sender.ts';
import { deliveryOf, deskOf } from '../../../src/runtime/names.ts';
import { choicesOf } from '../conversation.ts';
import { at as localTime, type Shipped, shipped } from '../playbooks.ts';
import type { FakeMessage } from '../teams/connector.ts';
import { buttonsOf, type CardButton, textOfMessage } from '../teams/read-card.ts';
import { closeAuthorities, TeamsTown, TOWN_APP, TOWN_DESK, TOWN_TENANT } from '../teams/teams-town.ts';
import type { Actor, Heard, Stage, StageMaker } from './stage.ts';

after(closeAuthorities);

const LOCALES = { sv: 'sv-SE', nb: 'nb-NO', nl: 'nl-NL', en: 'en-GB' } as const;

interface Button extends CardButton {
  readonly label: string;
  readonly message: string;
}

/** The line that says what was chosen. */
const CHOSEN = /\n?✓ .*$/;

/** Several people in personal chats, and IT’s desk in its channel. */
class TeamsStage implements Stage {
  readonly #town: TeamsTown;
  readonly #known = new Set<string>();
  /** What each message said when it was last looked at. */
  readonly #read = new Map<string, string>();
  readonly #offered = new Map<string, Button[]>();

  constructor(town: TeamsTown) {
    this.#town = town;
  }

  async say(actor: Actor, text: string): Promise<Heard[]> {
    await this.#introduce(actor);
    const activity = { type: 'message', text, textFormat: 'plain' };
    const { status } = await this.#town.post({ ...this.#from(actor), ...activity });
    if (status !== 200) throw new Error(`a message was answered with ${status}`);
    return this.#heard(actor);
  }

  async press(actor: Actor, label: string): Promise<Heard[]> {
    const button = this.#offered.get(actor.user)?.findLast((each) => each.label === label);
    if (button === undefined) throw new Error(`nobody offered "${label}"`);
    const value = {
      action: { type: 'Action.Execute', verb: 'choice', data: button.data },
      trigger: 'manual',
    };
    const invoke = { type: 'invoke', name: 'adaptiveCard/action', replyToId: button.message, value };
    const { status, body } = await this.#town.post({ ...this.#from(actor), ...invoke });
    const { statusCode } = (body ?? {}) as { statusCode?: number };
    if (status !== 200 || statusCode !== 200)
      throw new Error(`a press was answered with ${status} ${statusCode}`);
    return this.#heard(actor);
  }

  async wait(actor: Actor, duration: string): Promise<Heard[]> {
    await this.#introduce(actor);
    const { timezone } = this.#town.playbook;
    this.#town.now = this.#town.now.toZonedDateTimeISO(timezone).add(duration).toInstant();
    await this.#town.engine.workThrough();
    return this.#heard(actor);
  }

  close(): Promise<void> {
    return this.#town.stop();
  }

  #from({ user, desk, locale }: Actor): Record<string, unknown> {
    const id = this.#town.nextId();
    const tenant = { tenantId: TOWN_TENANT };
    const channel = { team: { id: '19:it@thread.tacv2' }, channel: { id: TOWN_DESK } };
    return {
      ...{
        id,
        from: { id: `29:${user}`, name: user },
        recipient: { id: `28:${TOWN_APP}`, name: 'Driftvakt' },
      },
      ...(locale !== undefined && { locale: LOCALES[locale] }),
      conversation: {
        ...tenant,
        id: this.#chat(user, desk),
        conversationType: desk ? 'channel' : 'personal',
      },
      channelData: { tenant: { id: TOWN_TENANT }, ...(desk && channel) },
    };
  }

  #chat(user: string, desk = false): string {
    return desk ? TOWN_DESK : `a:${user}`;
  }

  /** Teams knows nobody’s role and unit: who has them in the story has told them before. */
  async #introduce({ user, role, site }: Actor): Promise<void> {
    if (this.#known.has(user)) return;
    this.#known.add(user);
    if (role === undefined && site === undefined) return;
    const { organisation } = this.#town.playbook;
    const body = { role: role ?? null, site: site ?? null, language: null, contactBack: null };
    const event = `told/${user}`;
    await this.#town.store.receive({ id: event, conversation: event, receivedAt: 0, body: null });
    await this.#town.store.commit({
      ...{ event, conversation: event, expected: 0, state: null, at: 0 },
      records: [{ change: 'write', organisation, kind: 'person', id: `29:${user}`, at: 0, keys: {}, body }],
    });
  }

  /** What is new in somebody’s chat, and what took the place of something else there. */
  async #heard(actor: Actor): Promise<Heard[]> {
    const chat = this.#chat(actor.user, actor.desk);
    const heard: Heard[] = [];
    for (const message of this.#town.connector.messages(chat)) {
      const text = textOfMessage(message.activity);
      const before = this.#read.get(message.id);
      this.#read.set(message.id, text);
      // Answered messages lose their buttons, and say nothing new.
      if (before === text || (before !== undefined && before === text.replace(CHOSEN, ''))) continue;
      const buttons = await this.#buttons(actor, message);
      this.#offered.set(actor.user, [...(this.#offered.get(actor.user) ?? []), ...buttons]);
      heard.push({ text, labels: buttons.map(({ label }) => label) });
    }
    return heard;
  }

  /** A button has the label of its choice; where a whole row can be pressed, a screen reader says more than that. */
  async #buttons({ user, desk }: Actor, { id, activity }: FakeMessage): Promise<Button[]> {
    const { organisation } = this.#town.playbook;
    const from = { id: `29:${user}` };
    const conversation = desk
      ? deskOf(organisation)
      : conversationName({ from, conversation: { id: `a:${user}` } }, organisation, TOWN_TENANT);
    return Promise.all(
      buttonsOf(activity).map(async (button) => {
        if (button.data.of !== ownerSign(conversation)) throw new Error('a button of somebody else');
        const delivery = await this.#town.store.delivery(deliveryOf(conversation, button.data.on));
        if (delivery === null) throw new Error('a button of no message');
        const { message } = (delivery.body as unknown as MessageBody).reply;
        return { ...button, message: id, label: labelIn(message, button.data.choice) };
      }),
    );
  }
}

function labelIn(message: Message, choice: string): string {
  const found = choicesOf(message).find(({ id }) => id === choice);
  if (found === undefined) throw new Error(`the choice ${choice} is on no message`);
  return found.label;
}

/** Through the whole adapter of Teams: signed activities in, requests of the connector out. */
export const teamsStage: StageMaker = {
  name: 'Teams',
  isAvailable: () => true,
  async open(organisation: Shipped, at: string) {
    const playbook = shipped(organisation);
    return new TeamsStage(await TeamsTown.start(playbook, localTime(playbook, at).toInstant()));
  },
};
