import type { Message } from '../../../src/conversation/messages.ts';
import type { Playbook } from '../../../src/domain/organisation/playbook.ts';
import type { MessageBody } from '../../../src/ports/sender.ts';
import type { Store } from '../../../src/ports/store.ts';
import { deliveryOf } from '../../../src/runtime/names.ts';
import { choicesOf } from '../conversation.ts';
import type { Actor, Heard } from './stage.ts';

/** Something that can be pressed on a platform's message, by the label of its choice. */
export interface Offered<M, B> {
  readonly label: string;
  readonly message: M;
  readonly button: B;
}

/** How a platform's messages are read. */
export interface Reading<M, B> {
  readonly store: () => Pick<Store, 'delivery'>;
  readonly idOf: (message: M) => string;
  readonly textOf: (message: M) => string;
  /** What a button says. */
  readonly labelOf: (button: B) => string;
  /** The bot's buttons, with the choice and the key of the message that each names. */
  readonly buttonsOf: (
    message: M,
  ) => readonly { readonly button: B; readonly choice: string; readonly on: string }[];
}

/** The line that says what was chosen. */
const CHOSEN = /\n?✓ .*$/;

/** Reads somebody's chat on a platform as a person does: what is new, and what took the place of something else. */
export class Reader<M, B> {
  readonly #reading: Reading<M, B>;
  /** What each message said when it was last looked at. */
  readonly #read = new Map<string, string>();
  readonly #offered = new Map<string, Offered<M, B>[]>();

  constructor(reading: Reading<M, B>) {
    this.#reading = reading;
  }

  async heard({ user }: Actor, conversation: string, messages: readonly M[]): Promise<Heard[]> {
    const heard: Heard[] = [];
    for (const message of messages) {
      const { idOf, textOf } = this.#reading;
      const text = textOf(message);
      const before = this.#read.get(idOf(message));
      this.#read.set(idOf(message), text);
      // Answered messages lose their buttons, and say nothing new.
      if (before === text || (before !== undefined && before === text.replace(CHOSEN, ''))) continue;
      const offered = await this.#offers(conversation, message);
      this.#offered.set(user, [...(this.#offered.get(user) ?? []), ...offered]);
      heard.push({ text, labels: offered.map(({ label }) => label) });
    }
    return heard;
  }

  /** The newest choice with this label. */
  offer({ user }: Actor, label: string): Offered<M, B> {
    const offered = this.#offered.get(user)?.findLast((each) => each.label === label);
    if (offered === undefined) throw new Error(`nobody offered "${label}"`);
    return offered;
  }

  /** A button has the label of its choice: on the button itself it may be cut, and a screen reader may say more. */
  #offers(conversation: string, message: M): Promise<Offered<M, B>[]> {
    return Promise.all(
      this.#reading.buttonsOf(message).map(async ({ button, choice, on }) => {
        const delivery = await this.#reading.store().delivery(deliveryOf(conversation, on));
        if (delivery === null) throw new Error('a button of no message of this conversation');
        // The words of a ping are made when it is sent, and kept nowhere.
        if (delivery.kind === 'ping') return { label: this.#reading.labelOf(button), message, button };
        // Written by the runtime from this type.
        const { reply } = delivery.body as unknown as MessageBody;
        return { label: labelIn(reply.message, choice), message, button };
      }),
    );
  }
}

function labelIn(message: Message, choice: string): string {
  const found = choicesOf(message).find(({ id }) => id === choice);
  if (found === undefined) throw new Error(`the choice ${choice} is on no message`);
  return found.label;
}

/** Puts down what somebody told about themselves before the story began, for platforms that do not know it. */
export async function tellBefore(
  store: Store,
  organisation: string,
  user: string,
  {
    role = null,
    site = null,
    locale = null,
  }: { role?: string | null; site?: string | null; locale?: string | null },
): Promise<void> {
  if (role === null && site === null && locale === null) return;
  const event = `told/${user}`;
  await store.receive({ id: event, conversation: event, receivedAt: 0, body: null });
  const body = { role, site, language: locale, contactBack: null };
  await store.commit({
    ...{ event, conversation: event, expected: 0, state: null, at: 0 },
    records: [{ change: 'write', organisation, kind: 'person', id: user, at: 0, keys: {}, body }],
  });
}

/** The platform's directory knows who holds a contact by their address, where somebody's role is one. */
export async function introduceBefore(
  store: Store,
  { organisation, contacts }: Playbook,
  user: string,
  { role = '' }: { role?: string },
): Promise<void> {
  if (!contacts.has(role)) return;
  const event = `introduced/${user}`;
  await store.receive({ id: event, conversation: event, receivedAt: 0, body: null });
  const body = { name: role, email: `${role}@example.test`, phone: null, manager: null };
  await store.commit({
    ...{ event, conversation: event, expected: 0, state: null, at: 0 },
    records: [{ change: 'write', organisation, kind: 'identity', id: user, at: 0, keys: {}, body }],
  });
}
