import type { MessageBody, Sender, Sending } from '../../src/ports/sender.ts';
import type { Delivery } from '../../src/ports/store/outbox.ts';
import type { Store } from '../../src/ports/store.ts';
import { deliveryOf } from '../../src/runtime/names.ts';
import { wordsOf } from './engine.ts';

/** A message as it stands on the platform. */
export interface Post {
  readonly id: string;
  readonly destination: string;
  text: string;
  /** The message in whose thread it stands. */
  readonly thread: string | null;
}

/** What the platform does with a message. `lost`, `taken`: it does not answer, and has it or not. `unclear`: nobody can say.
 * `blind`: it has it or not, and cannot be asked just now. */
export type Mood =
  | 'ok'
  | 'busy'
  | 'refused'
  | 'lost'
  | 'taken'
  | 'later'
  | 'unclear'
  | 'blind-taken'
  | 'blind-lost';

/**
 * A platform that keeps what is posted and edited, and a sender for it that looks messages up as those of Teams and Slack
 * do. It cannot be asked what became of a message.
 */
export class NoticePlatform implements Sender {
  readonly posts: Post[] = [];
  readonly #store: Pick<Store, 'delivery'>;
  /** What comes next; then all goes well. */
  readonly moods: Mood[] = [];
  /** Whether it can be asked afterwards, as Slack can. */
  canTell = false;
  /** Deliveries in the order in which they came. */
  readonly came: string[] = [];
  #tick = 0;
  readonly #posted = new Map<string, string>();

  constructor(store: Pick<Store, 'delivery'>) {
    this.#store = store;
  }

  async send(delivery: Delivery): Promise<Sending> {
    this.came.push(delivery.id);
    const mood = this.moods.shift() ?? 'ok';
    if (mood === 'later') return { outcome: 'later', reason: 'others are first', afterMs: 100 };
    if (mood === 'busy') return { outcome: 'retry', reason: 'busy', afterMs: 0 };
    if (mood === 'unclear') return { outcome: 'ambiguous', reason: 'nobody can say' };
    if (mood === 'refused') return { outcome: 'failed', reason: 'refused' };
    const body = delivery.body as unknown as MessageBody;
    const before = await this.#activityOf(body.conversation, body.reply.replaces);
    const doneBefore = this.canTell ? this.#posted.get(delivery.id) : undefined;
    const isBlind = mood === 'blind-taken' || mood === 'blind-lost';
    if (isBlind && before === null && this.canTell) {
      if (mood === 'blind-taken' && doneBefore === undefined) await this.#write(delivery, body, before);
      return { outcome: 'retry', reason: 'no answer', afterMs: 5000, doubt: 'open' };
    }
    if (mood === 'lost' || isBlind) return this.#unclear(delivery, before !== null);
    const activity = doneBefore ?? (await this.#write(delivery, body, before));
    if (mood === 'taken') return this.#unclear(delivery, before !== null);
    return { outcome: 'sent', receipt: { activity } };
  }

  /** Editing can be repeated; of a new message nobody can say, unless the platform can be asked. */
  async settle(delivery: Delivery): Promise<Sending> {
    if (this.canTell && delivery.unsure && this.moods[0]?.startsWith('blind') === true) {
      this.moods.shift();
      return { outcome: 'retry', reason: 'it cannot be asked now', afterMs: 5000, doubt: 'open' };
    }
    const body = delivery.body as unknown as MessageBody;
    return this.#unclear(delivery, (await this.#activityOf(body.conversation, body.reply.replaces)) !== null);
  }

  /** The messages of a destination, without those in threads. */
  at(destination: string): string[] {
    return this.posts
      .filter((post) => post.destination === destination && post.thread === null)
      .map(({ text }) => text);
  }

  /** What was said in threads. */
  threads(destination: string): string[] {
    return this.posts
      .filter((post) => post.destination === destination && post.thread !== null)
      .map(({ text, thread }) => `${text} under ${this.posts.find(({ id }) => id === thread)?.text}`);
  }

  #unclear(delivery: Delivery, isEdit: boolean): Sending {
    const activity = this.#posted.get(delivery.id);
    if (isEdit) return { outcome: 'retry', reason: 'no answer to an edit', afterMs: 0 };
    if (!this.canTell) return { outcome: 'ambiguous', reason: 'no answer' };
    return activity === undefined
      ? { outcome: 'retry', reason: 'it is not there', afterMs: 0, doubt: 'absent' }
      : { outcome: 'sent', receipt: { activity } };
  }

  async #write(delivery: Delivery, body: MessageBody, before: string | null): Promise<string> {
    const text = wordsOf(body.reply.message);
    const edited = this.posts.find(({ id }) => id === before);
    if (edited !== undefined) {
      edited.text = text;
      return edited.id;
    }
    const id = `post-${this.#tick++}`;
    const thread = await this.#activityOf(body.conversation, body.thread ?? null);
    this.posts.push({ id, destination: body.conversation, text, thread });
    this.#posted.set(delivery.id, id);
    return id;
  }

  async #activityOf(conversation: string, key: string | null): Promise<string | null> {
    const before = key === null ? null : await this.#store.delivery(deliveryOf(conversation, key));
    return (before?.receipt as { activity?: string } | null)?.activity ?? null;
  }
}
