import { pino } from 'pino';
import { playbookChannels } from '../../src/composition/playbook-channels.ts';
import type { Happening, Speaker } from '../../src/conversation/event.ts';
import { plainText } from '../../src/conversation/plain-text/plain-text.ts';
import type { NoticeCommand } from '../../src/domain/notices/commands.ts';
import type { Notice } from '../../src/domain/notices/notice.ts';
import { placeOf } from '../../src/domain/notices/place-of.ts';
import type { Subscription } from '../../src/domain/notices/subscription.ts';
import type { Playbook } from '../../src/domain/organisation/playbook.ts';
import type { MessageBody, Sender, Sending } from '../../src/ports/sender.ts';
import type { Delivery } from '../../src/ports/store/outbox.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Inbound } from '../../src/runtime/inbound.ts';
import { NoticeBoard } from '../../src/runtime/notice-board.ts';
import { KINDS, subscriptionId } from '../../src/runtime/record-codecs.ts';
import { WorkingEngine } from '../../src/runtime/working-engine.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { choicesOf } from './conversation.ts';
import { HandAlarm } from './engine.ts';
import { Somebody } from './journeys/journey.ts';
import type { Actor, Heard, Stage } from './journeys/stage.ts';
import { mortalStore } from './mortal-store.ts';
import { lineOf } from './notice-town.ts';
import { subscriptionOf } from './notices.ts';
import { DEPARTMENT, servedPlaybooks } from './served-playbooks.ts';
import { committing } from './store-arrange.ts';

const AUTHOR = { user: 'it', name: 'IT', conversation: `desk/${DEPARTMENT}` };

/** What stands in a place: each message once, as it is after its edits. */
interface Post {
  readonly id: string;
  readonly destination: string;
  readonly labels: readonly string[];
  readonly body: MessageBody;
}

/** Everybody's channels in one: it keeps what is posted and edits it in place. */
class Platform implements Sender {
  readonly posts: Post[] = [];
  /** Destinations that refuse what they get. */
  readonly refusing = new Set<string>();
  readonly #taken = new Set<string>();

  async send(delivery: Delivery): Promise<Sending> {
    if (delivery.kind !== 'message') return { outcome: 'skipped', reason: 'not here' };
    if (this.refusing.has(delivery.destination)) return { outcome: 'failed', reason: 'refused' };
    this.#taken.add(delivery.id);
    const body = delivery.body as unknown as MessageBody;
    const { key, replaces, message } = body.reply;
    const labels = choicesOf(message).map(({ label }) => label);
    const post = { id: key, destination: delivery.destination, labels, body };
    const before = this.posts.findIndex(
      (each) => each.destination === post.destination && each.id === replaces,
    );
    if (before < 0) this.posts.push(post);
    else this.posts[before] = post;
    return { outcome: 'sent', receipt: null };
  }

  /** It can be asked what became of a message whose end nobody saw. */
  async settle({ id }: Delivery): Promise<Sending> {
    return this.#taken.has(id)
      ? { outcome: 'sent', receipt: null }
      : { outcome: 'retry', reason: 'it is not there', afterMs: 0, doubt: 'absent' };
  }
}

/** A department and the municipalities that it serves, each with a playbook of its own, in the real conversation. */
export class ServedTown {
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly store: Store = openSqliteStore({ file: ':memory:' });
  readonly platform = new Platform();
  readonly log: Record<string, unknown>[] = [];
  readonly board = new NoticeBoard(this.store);
  now: number;
  engine: WorkingEngine;
  #events = 0;

  constructor(local: string, playbooks = servedPlaybooks()) {
    this.playbooks = playbooks;
    this.now = Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').epochMilliseconds;
    this.engine = this.#start(this.store, playbooks);
  }

  /** A service that starts anew on the same store, perhaps with other playbooks. */
  async restart(playbooks = this.playbooks): Promise<void> {
    this.engine = this.#start(this.store, playbooks);
    await this.engine.run();
    await this.engine.stop();
    this.engine = this.#start(this.store, playbooks);
    await this.work();
  }

  /** Lets the process be killed after so many calls of its store, and starts another. */
  async dieAfter(calls: number): Promise<void> {
    const mortal = mortalStore(this.store, calls);
    const dying = this.#start(mortal.store, this.playbooks);
    await Promise.race([dying.workThrough(), mortal.died]);
    this.engine = this.#start(this.store, this.playbooks);
  }

  #start(store: Store, playbooks: ReadonlyMap<string, Playbook>): WorkingEngine {
    const channels = ['web', 'desk', 'slack', 'teams', 'mail'];
    return new WorkingEngine({
      ...{ store, playbooks, random: () => 0.5, alarm: new HandAlarm() },
      senders: new Map(channels.map((channel) => [channel, this.platform])),
      ...{ transcripts: new Set<string>(), spending: new Set<string>(), unchanging: new Set(['mail']) },
      clock: { now: () => Temporal.Instant.fromEpochMilliseconds(this.now) },
      log: pino({ level: 'warn' }, { write: (line) => void this.log.push(JSON.parse(line)) }),
      playbookChannels: playbookChannels(playbooks, null),
    });
  }

  async work(ms = 0): Promise<void> {
    this.now += ms;
    await this.engine.workThrough();
  }

  /** Goes to a local time, with all that falls due on the way in the order in which it does. */
  async until(local: string): Promise<void> {
    const end = Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').epochMilliseconds;
    while (this.now < end) await this.work(Math.min(3_600_000, end - this.now));
  }

  somebody(organisation: string, about: Partial<Actor> = {}): Somebody {
    return new Somebody(this.#stage(organisation), { user: 'anna', ...about });
  }

  desk(organisation: string = DEPARTMENT): Somebody {
    return new Somebody(this.#stage(organisation), { user: 'it', desk: true });
  }

  /** Works until every message has come to its end, with the waits that takes. */
  async settle(): Promise<void> {
    for (let i = 0; i < 20; i++) {
      await this.work(60_000);
      const { pending, sending, waitingEvents } = await this.store.health();
      if (pending + sending + waitingEvents === 0) break;
    }
    await this.work(10_000);
  }

  /** Gives a command without letting anything come of it yet. */
  async put(notice: string | null, command: NoticeCommand): Promise<void> {
    const id = `c${this.#events++}`;
    const doing = this.engine.command({ id, organisation: DEPARTMENT, notice, command, by: AUTHOR });
    doing.catch(() => undefined);
    for (let i = 0; i < 20; i++) await new Promise(setImmediate);
  }

  /** Gives a command as the department's desk, and lets everything come to its end. */
  async command(notice: string | null, command: NoticeCommand, organisation = DEPARTMENT) {
    const by = { ...AUTHOR, conversation: `desk/${organisation}` };
    const doing = this.engine.command({ id: `c${this.#events++}`, organisation, notice, command, by });
    doing.catch(() => undefined);
    for (let i = 0; i < 20; i++) await new Promise(setImmediate);
    await this.work();
    return doing;
  }

  /** Publishes, and lets it go out. @returns its reference */
  async publish(command: NoticeCommand): Promise<string> {
    const applied = await this.command(null, command);
    if (applied.outcome !== 'done') throw new Error(JSON.stringify(applied.faults));
    return applied.notice.id;
  }

  async subscribe(
    organisation: string,
    destination: string,
    change: Partial<Subscription> = {},
  ): Promise<void> {
    const body = subscriptionOf(destination, { organisation, ...change });
    const key = { organisation, kind: KINDS.subscription, id: subscriptionId(destination) };
    await committing(this.store, {
      records: [{ change: 'write', ...key, at: this.now, keys: keysOf(body), body: body as never }],
    });
  }

  async unsubscribe(organisation: string, destination: string): Promise<void> {
    const key = { organisation, kind: KINDS.subscription, id: subscriptionId(destination) };
    await committing(this.store, { records: [{ change: 'delete', ...key }] });
  }

  /** What stands in a destination, a text for each message. */
  at(destination: string): string[] {
    return this.platform.posts
      .filter((post) => post.destination === destination)
      .map(({ body }) => plainText(body.reply.message).replace(/\s+/gu, ' '));
  }

  /** The newest message of a notice in a destination, without what was said besides. */
  newestAt(destination: string, id: string): string {
    const post = this.platform.posts.findLast(
      (each) =>
        each.destination === destination && each.id.startsWith(`n-${id}-`) && !each.id.endsWith('-echo'),
    );
    return post === undefined ? '' : plainText(post.body.reply.message).replace(/\s+/gu, ' ');
  }

  /** All places in which something of a notice stands, each as often as a message of it does. */
  placesOf(id: string): string[] {
    return this.platform.posts
      .filter((post) => post.id.startsWith(`n-${id}-`) && !post.id.endsWith('-echo'))
      .map(({ destination }) => destination)
      .sort();
  }

  async notice(organisation: string, id: string): Promise<Notice | null> {
    const record = await this.store.record({ organisation, kind: KINDS.notice, id });
    return record === null ? null : (record.body as unknown as Notice);
  }

  /** The ledger of the department's author in one line; fails where it does not add up. */
  async ledger(id: string, organisation = DEPARTMENT): Promise<string> {
    const found = await this.engine.ledger(organisation, id);
    return found === null ? 'none' : lineOf(found.ledger);
  }

  #stage(organisation: string): Stage {
    const conversationOf = ({ user, desk }: Actor) =>
      desk === true ? `desk/${organisation}` : `web/${organisation}/${user}`;
    const read = new Map<string, number>();
    const since = (conversation: string): Heard[] => {
      const posts = this.platform.posts.filter((post) => post.destination === conversation);
      const heard = posts.slice(read.get(conversation) ?? 0);
      read.set(conversation, posts.length);
      return heard.map(({ body, labels }) => ({ text: plainText(body.reply.message), labels }));
    };
    const happen = async (actor: Actor, what: Happening): Promise<readonly Heard[]> => {
      const conversation = conversationOf(actor);
      since(conversation);
      const { user, desk = false, locale = null, role = null, site = null } = actor;
      const from: Speaker = { user, desk, locale, role, site };
      const inbound: Inbound = { id: `e${this.#events++}`, organisation, conversation, from, what, ahead: 0 };
      await this.engine.accept(inbound);
      await this.work();
      return since(conversation);
    };
    return {
      say: (actor, text) => happen(actor, { kind: 'said', text, pictures: [] }),
      press: (actor, label) =>
        happen(actor, { kind: 'pressed', choice: this.#choice(conversationOf(actor), label), fields: {} }),
      wait: async (actor, duration) => {
        await this.work(Temporal.Duration.from(duration).total('millisecond'));
        return since(conversationOf(actor));
      },
      waitFor: async (actor, duration) => {
        await this.work(Temporal.Duration.from(duration).total('millisecond'));
        return since(conversationOf(actor));
      },
      look: async (actor) => since(conversationOf(actor)),
      pressForwarded: (actor, of, label) =>
        happen(actor, { kind: 'pressed', choice: this.#choice(conversationOf(of), label), fields: {} }),
      fill: async () => Promise.reject(new Error('no form is filled in here')),
      solveInTopdesk: async () => undefined,
      close: async () => undefined,
    };
  }

  #choice(conversation: string, label: string): string {
    const all = this.platform.posts
      .filter((post) => post.destination === conversation)
      .flatMap(({ body }) => choicesOf(body.reply.message));
    const found =
      all.findLast((choice) => choice.label === label) ??
      all.findLast((choice) => choice.label.startsWith(label));
    if (found === undefined) throw new Error(`nobody offers "${label}" in ${conversation}`);
    return found.id;
  }
}

/** As the runtime writes them. */
function keysOf(subscription: Subscription): Record<string, string> {
  const { user } = subscription;
  const place = user === null ? placeOf(subscription) : null;
  return { ...(user !== null && { user }), ...(place !== null && { place }) };
}
