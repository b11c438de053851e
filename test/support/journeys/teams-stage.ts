import { conversationName, ownerSign } from '../../../src/channels/teams/receiver/parse/ids.ts';
import type { Message } from '../../../src/conversation/messages.ts';
import type { MessageBody } from '../../../src/ports/sender.ts';
import { deliveryOf, deskOf } from '../../../src/runtime/names.ts';
import { choicesOf } from '../conversation.ts';
import { at as localTime, type Shipped, shipped } from '../playbooks.ts';
import type { FakeMessage } from '../teams/connector.ts';
import { buttonsOf, type CardButton, textOfMessage } from '../teams/read-card.ts';
import { Resident } from '../teams/resident.ts';
import { closeAuthorities, TeamsTown, TOWN_TENANT } from '../teams/teams-town.ts';
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
  readonly #residents = new Map<string, Resident>();
  /** What each message said when it was last looked at. */
  readonly #read = new Map<string, string>();
  readonly #offered = new Map<string, Button[]>();

  constructor(town: TeamsTown) {
    this.#town = town;
  }

  async say(actor: Actor, text: string): Promise<Heard[]> {
    const resident = await this.#resident(actor);
    await this.#heard(actor, resident);
    const { status } = await resident.say(text);
    if (status !== 200) throw new Error(`a message was answered with ${status}`);
    return this.#heard(actor, resident);
  }

  async press(actor: Actor, label: string): Promise<Heard[]> {
    const resident = await this.#resident(actor);
    const button = this.#offered.get(actor.user)?.findLast((each) => each.label === label);
    if (button === undefined) throw new Error(`nobody offered "${label}"`);
    await this.#heard(actor, resident);
    const { status, body } = await resident.press({ id: button.message }, button);
    const { statusCode } = (body ?? {}) as { statusCode?: number };
    if (status !== 200 || statusCode !== 200)
      throw new Error(`a press was answered with ${status} ${statusCode}`);
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
    const { user, desk, locale } = actor;
    const language = locale === undefined ? undefined : LOCALES[locale];
    const resident = desk
      ? Resident.ofDesk(this.#town, user, language)
      : new Resident(this.#town, user, language === undefined ? {} : { locale: language });
    this.#residents.set(user, resident);
    await this.#introduce(actor);
    return resident;
  }

  /** Teams knows nobody’s role and unit: who has them in the story has told them before. */
  async #introduce({ user, role, site }: Actor): Promise<void> {
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

  /** What came before somebody did anything is not the answer to it. What is new in somebody’s chat, and what took the place of something else there. */
  async #heard(actor: Actor, { messages }: Resident): Promise<Heard[]> {
    const heard: Heard[] = [];
    for (const message of messages) {
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
