import { expect } from 'chai';
import type { Message } from '../../src/conversation/messages.ts';
import { plainText } from '../../src/conversation/plain-text/plain-text.ts';

interface Entry {
  readonly id: string;
  readonly replies: readonly { readonly key: string; readonly message: Message }[];
}

/** Who talks, as the playground takes it. */
export interface TalkerOf {
  readonly organisation: string;
  readonly user: string;
  readonly locale: string;
  readonly role?: string;
  readonly site?: string;
}

const LOOK_EVERY_MS = 20;
const PATIENCE_MS = 15_000;
let events = 0;

/** Somebody who talks with the real service over HTTP, as a page of the playground does, without a browser. */
export class Talker {
  readonly #address: string;
  readonly #who: TalkerOf;
  /** Messages that were heard of already, as they stood. */
  readonly #heard = new Set<string>();
  #newest: readonly Message[] = [];

  constructor(address: string, who: TalkerOf) {
    this.#address = address;
    this.#who = who;
  }

  /** Says something; resolves when what is new has all of these. */
  async says(text: string, ...heard: readonly string[]): Promise<void> {
    await this.#send({ kind: 'said', text });
    await this.hears(...heard);
  }

  async presses(label: string, ...heard: readonly string[]): Promise<void> {
    const choice = this.#newest.flatMap(({ choices }) => choices).findLast((each) => each.label === label);
    if (choice === undefined) throw new Error(`nobody offered ${this.#who.user} "${label}"`);
    await this.#send({ kind: 'pressed', choice: choice.id, fields: {} });
    await this.hears(...heard);
  }

  /** Waits until what has come or changed since it last heard something has all of these. */
  async hears(...parts: readonly string[]): Promise<void> {
    for (const deadline = Date.now() + PATIENCE_MS; ; ) {
      const fresh = (await this.#messages()).filter((message) => !this.#heard.has(JSON.stringify(message)));
      const text = flat(fresh.map(shown).join('\n'));
      if (fresh.length > 0 && parts.every((part) => text.includes(flat(part)))) return this.#took(fresh);
      if (Date.now() > deadline)
        expect.fail(`${this.#who.user} never heard ${parts.join(', ')}, but: ${text}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  /** The newest address with these characters in it that was told. */
  async addressWith(part: string): Promise<string> {
    const found = JSON.stringify(await this.#messages()).match(/https?:\/\/[^"\\\s]+/g) ?? [];
    const address = found.findLast((each) => each.includes(part));
    if (address === undefined) throw new Error(`${this.#who.user} was told no address with ${part}`);
    return address;
  }

  #took(fresh: readonly Message[]): void {
    for (const message of fresh) this.#heard.add(JSON.stringify(message));
    this.#newest = fresh;
  }

  async #messages(): Promise<readonly Message[]> {
    const { locale: _locale, ...who } = this.#who;
    const query = new URLSearchParams({ ...who, limit: '100' });
    const response = await fetch(new URL(`playground/transcript?${query}`, this.#address));
    const { entries } = (await response.json()) as { entries: readonly Entry[] };
    return entries.flatMap(({ replies }) => replies.map(({ message }) => message));
  }

  async #send(what: object): Promise<void> {
    const response = await fetch(new URL('playground/events', this.#address), {
      ...{ method: 'POST', headers: { 'Content-Type': 'application/json' } },
      body: JSON.stringify({ id: `talk-${++events}`, ...this.#who, what }),
    });
    if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`);
  }
}

/** With what can be pressed. */
function shown(message: Message): string {
  return [plainText(message), ...message.choices.map(({ label }) => label)].join('\n');
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
