import type { Json } from '../slack/check.ts';
import { messageEvent } from '../slack/events.ts';
import { eventRequest } from '../slack/sign.ts';
import type { FakeWorkspace } from '../slack/workspace.ts';
import type { FakeChannel, FakeUser } from '../slack/world.ts';
import { type Talker, TEXTS, type Writing } from './writings.ts';

/** Somebody who writes in Slack, in their direct messages with the bot. */
export class SlackTalker implements Talker {
  readonly platform = 'slack';
  readonly name: string;
  readonly written: Writing[] = [];
  readonly #workspace: FakeWorkspace;
  readonly #user: FakeUser;
  readonly #channel: FakeChannel;
  readonly #payloads = new Map<string, Json>();

  constructor(workspace: FakeWorkspace, organisation: string) {
    this.#workspace = workspace;
    this.#user = workspace.addUser({});
    this.#channel = workspace.dmWith(this.#user.id);
    this.name = `slack/${organisation}/${workspace.team}/${this.#channel.id}/${this.#user.id}`;
  }

  next(): Writing {
    const text = TEXTS[this.written.length % TEXTS.length] ?? '';
    const message = this.#workspace.keep(this.#channel.id, { user: this.#user.id, text });
    const payload = messageEvent(this.#workspace, this.#channel, message, this.#user);
    const id = String(payload.event_id);
    this.#payloads.set(id, payload);
    const writing = { id, text, tries: [], acceptedAt: null, answeredAt: null };
    this.written.push(writing);
    return writing;
  }

  async post(address: string, { id }: Writing, again: number, signal: AbortSignal): Promise<number> {
    const retry = again === 0 ? undefined : { num: Math.min(again, 3), reason: 'http_error' };
    const { headers, body } = eventRequest(this.#payloads.get(id) ?? {}, Date.now(), retry);
    const request = { method: 'POST', headers, body, signal };
    const response = await fetch(new URL('slack/events', address), request);
    await response.arrayBuffer();
    if (response.status < 300) this.#payloads.delete(id);
    return response.status;
  }

  answers(): readonly string[] {
    return this.#workspace
      .messages(this.#channel.id)
      .filter(({ isOfBot }) => isOfBot)
      .map(({ text, blocks }) => JSON.stringify([text, blocks]));
  }
}
