import type { Message } from '../../../src/conversation/messages.ts';
import type { MessageBody } from '../../../src/ports/sender.ts';
import { deliveryOf, deskOf } from '../../../src/runtime/names.ts';
import { choicesOf } from '../conversation.ts';
import { at as localTime, type Shipped, shipped } from '../playbooks.ts';
import { buttonsOf, type SlackButton, textOfMessage } from '../slack/read-blocks.ts';
import type { Resident } from '../slack/resident.ts';
import { SlackTown } from '../slack/slack-town.ts';
import type { FakeMessage } from '../slack/world.ts';
import type { Actor, Heard, Stage, StageMaker } from './stage.ts';

interface Offered {
  readonly label: string;
  readonly message: FakeMessage;
  readonly button: SlackButton;
}

/** The line that says what was chosen. */
const CHOSEN = /\n?✓ .*$/;

/** Several people in their direct messages, and IT’s desk in its channel. */
class SlackStage implements Stage {
  readonly #town: SlackTown;
  readonly #residents = new Map<string, Resident>();
  readonly #read = new Map<string, string>();
  readonly #offered = new Map<string, Offered[]>();

  constructor(town: SlackTown) {
    this.#town = town;
  }

  async say(actor: Actor, text: string): Promise<Heard[]> {
    const resident = await this.#resident(actor);
    await this.#heard(actor, resident);
    resident.thread = null;
    const { status } = await resident.say(text);
    if (status !== 200) throw new Error(`a message was answered with ${status}`);
    resident.thread = null;
    return this.#heard(actor, resident);
  }

  async press(actor: Actor, label: string): Promise<Heard[]> {
    const resident = await this.#resident(actor);
    const offered = this.#offered.get(actor.user)?.findLast((each) => each.label === label);
    if (offered === undefined) throw new Error(`nobody offered "${label}"`);
    await this.#heard(actor, resident);
    const { status } = await resident.press(offered.message, offered.button);
    if (status !== 200) throw new Error(`a press was answered with ${status}`);
    return this.#heard(actor, resident);
  }

  async wait(actor: Actor, duration: string): Promise<Heard[]> {
    const resident = await this.#resident(actor);
    await this.#heard(actor, resident);
    const { timezone } = this.#town.playbook;
    this.#town.now = this.#town.now.toZonedDateTimeISO(timezone).add(duration).toInstant();
    await this.#town.engine.workThrough();
    return this.#heard(actor, resident);
  }

  close(): Promise<void> {
    return this.#town.stop();
  }

  async #resident(actor: Actor): Promise<Resident> {
    const known = this.#residents.get(actor.user);
    if (known !== undefined) return known;
    const resident = this.#town.resident(actor.user, actor.desk ? this.#town.desk : undefined);
    this.#residents.set(actor.user, resident);
    await this.#told(actor, resident);
    return resident;
  }

  /** Slack knows nobody’s role and unit, nor with a message their language: who has them in the story told before. */
  async #told({ role, site, locale, desk }: Actor, resident: Resident): Promise<void> {
    if (desk || (role ?? site ?? locale) === undefined) return;
    const { organisation } = this.#town.playbook;
    const { id } = resident.user;
    const event = `told/${id}`;
    await this.#town.store.receive({ id: event, conversation: event, receivedAt: 0, body: null });
    const told = { role: role ?? null, site: site ?? null, language: locale ?? null };
    const body = { ...told, contactBack: null };
    await this.#town.store.commit({
      ...{ event, conversation: event, expected: 0, state: null, at: 0 },
      records: [{ change: 'write', organisation, kind: 'person', id, at: 0, keys: {}, body }],
    });
  }

  /** What is new in somebody’s chat, and what took the place of something else there. */
  async #heard(actor: Actor, resident: Resident): Promise<Heard[]> {
    const heard: Heard[] = [];
    for (const message of resident.messages) {
      const text = textOfMessage(message);
      const before = this.#read.get(message.ts);
      this.#read.set(message.ts, text);
      // Answered messages lose their buttons, and say nothing new.
      if (before === text || (before !== undefined && before === text.replace(CHOSEN, ''))) continue;
      const offered = await this.#offers(actor, resident, message);
      this.#offered.set(actor.user, [...(this.#offered.get(actor.user) ?? []), ...offered]);
      heard.push({ text, labels: offered.map(({ label }) => label) });
    }
    return heard;
  }

  /** A button has the label of its choice; on the button itself it may be cut. */
  #offers({ desk }: Actor, { user, channel }: Resident, message: FakeMessage): Promise<Offered[]> {
    const { organisation } = this.#town.playbook;
    const own = `slack/${organisation}/${this.#town.workspace.team}/${channel.id}/${user.id}`;
    const conversation = desk ? deskOf(organisation) : own;
    const buttons = buttonsOf(message.blocks).flatMap((button) => {
      const value = String(button.element.value ?? '');
      return value.startsWith('{') ? [{ button, value: JSON.parse(value) as Record<string, string> }] : [];
    });
    return Promise.all(
      buttons.map(async ({ button, value }) => {
        const delivery = await this.#town.store.delivery(deliveryOf(conversation, value.on ?? ''));
        if (delivery === null) throw new Error('a button of no message');
        const { reply } = delivery.body as unknown as MessageBody;
        return { label: labelIn(reply.message, value.choice ?? ''), message, button };
      }),
    );
  }
}

function labelIn(message: Message, choice: string): string {
  const found = choicesOf(message).find(({ id }) => id === choice);
  if (found === undefined) throw new Error(`the choice ${choice} is on no message`);
  return found.label;
}

/** Through the whole adapter of Slack: signed requests in, calls of the Web API out. */
export const slackStage: StageMaker = {
  name: 'Slack',
  isAvailable: () => true,
  async open(organisation: Shipped, at: string) {
    const playbook = shipped(organisation);
    return new SlackStage(await SlackTown.start(playbook, localTime(playbook, at).toInstant()));
  },
};
