import { pino } from 'pino';
import type { Effect } from '../../src/conversation/effects.ts';
import type { Happening } from '../../src/conversation/event.ts';
import type { SayMessage } from '../../src/conversation/messages.ts';
import type { Applied, NoticeChange, OutageDraft } from '../../src/domain/notices/commands.ts';
import type { Ledger } from '../../src/domain/notices/ledger.ts';
import type { Notice } from '../../src/domain/notices/notice.ts';
import type { Subscription } from '../../src/domain/notices/subscription.ts';
import type { Playbook } from '../../src/domain/organisation/playbook.ts';
import type { Sender } from '../../src/ports/sender.ts';
import type { Store } from '../../src/ports/store.ts';
import { noticeProcessOf } from '../../src/runtime/names.ts';
import type { NoticeWords } from '../../src/runtime/notices/words.ts';
import { subscriptionId } from '../../src/runtime/record-codecs.ts';
import { WorkingEngine } from '../../src/runtime/working-engine.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { HandAlarm, heard, inbound, KeepingSender, NINE, saying } from './engine.ts';
import { mortalStore } from './mortal-store.ts';
import { NoticePlatform } from './notice-platform.ts';
import { subscriptionOf } from './notices.ts';
import { playbookFrom, shippedText } from './playbooks.ts';
import { committing } from './store-arrange.ts';

export const ORGANISATION = 'porsanger';
export const DESK = { user: 'it', name: 'IT', conversation: `desk/${ORGANISATION}` };

/** An outage of `network`, with something changed. */
export const draft = (change: Partial<OutageDraft> = {}): OutageDraft => ({
  ...{ title: {}, text: { nb: 'nede' }, services: ['network'], sites: null, since: NINE, long: false },
  ...{ wait: true, nextWord: null, meanwhile: {}, routine: null, asksRead: false, proposal: null },
  ...change,
});

/** Tells the revision, and whose eyes it is made for. */
const textOf: NoticeWords['message'] = (_playbook, { revision, publication }, { language, sites }) => ({
  ...{ kind: 'say', language, choices: [], tone: 'plain' },
  text: `r${revision} ${publication}${sites === null ? '' : ` for ${sites.join()}`}`,
});

const words: NoticeWords = {
  message: textOf,
  echo(playbook, notice, audience, news, now) {
    const { text, ...rest } = textOf(playbook, notice, audience, now) as SayMessage;
    return { ...rest, text: `${news}: ${text}` };
  },
};

/** A service with destinations that get notices, on a platform and a clock in the test's hand; it can die and be restarted. */
export class NoticeTown {
  readonly store: Store = openSqliteStore({ file: ':memory:' });
  readonly platform = new NoticePlatform(this.store);
  readonly playbook: Playbook = playbookFrom(shippedText(ORGANISATION));
  readonly log: Record<string, unknown>[] = [];
  /** What authors' conversations were told, in order. */
  readonly told: Happening[] = [];
  /** What the next word said makes a turn want. */
  wants: Effect[] = [];
  channels: Subscription[] = [];
  /** Thrown by whoever makes words; null: nothing is. */
  fault: Error | null = null;
  /** Thrown by whoever names the playbook’s channels. */
  channelsFault: Error | null = null;
  now = NINE;
  engine: WorkingEngine = this.#start(this.store);
  #commands = 0;

  #start(store: Store): WorkingEngine {
    const senders = new Map<string, Sender>([
      ['teams', this.platform],
      ['mail', this.platform],
      ['desk', new KeepingSender()],
    ]);
    return new WorkingEngine({
      ...{ store, senders, random: () => 0.5, alarm: new HandAlarm() },
      playbooks: new Map([[ORGANISATION, this.playbook]]),
      ...{ transcripts: new Set(['desk']), spending: new Set<string>(), unchanging: new Set(['mail']) },
      clock: { now: () => Temporal.Instant.fromEpochMilliseconds(this.now) },
      log: pino({ level: 'info' }, { write: (line) => void this.log.push(JSON.parse(line)) }),
      playbookChannels: () => {
        if (this.channelsFault !== null) throw this.channelsFault;
        return this.channels;
      },
      noticeWords: { ...words, message: (...about) => this.#worded(...about) },
      turn: saying(
        (event) => {
          if (event.what.kind === 'going-out' || event.what.kind === 'word-due') this.told.push(event.what);
          return heard(event);
        },
        (event) => ({ effects: event.what.kind === 'said' ? this.wants : [] }),
      ),
    });
  }

  #worded(...about: Parameters<NoticeWords['message']>): ReturnType<NoticeWords['message']> {
    if (this.fault !== null) throw this.fault;
    return words.message(...about);
  }

  /** Lets the process be killed after so many calls of its store, and starts another. */
  async dieAfter(calls: number): Promise<void> {
    const mortal = mortalStore(this.store, calls);
    const dying = this.#start(mortal.store);
    await Promise.race([dying.workThrough(), mortal.died]);
    this.engine = this.#start(this.store);
  }

  async work(ms = 0): Promise<void> {
    this.now += ms;
    await this.engine.workThrough();
  }

  /** Works until every message has come to its end, with the waits that takes. */
  async settle(): Promise<void> {
    for (let i = 0; i < 60; i++) {
      await this.work(300_000);
      const { pending, sending } = await this.store.health();
      if (pending + sending === 0) break;
    }
    await this.work(10_000);
  }

  /** Subscribes destinations called `teams/porsanger/<name>`. */
  async subscribe(names: readonly string[], change: Partial<Subscription> = {}): Promise<void> {
    for (let from = 0; from < names.length; from += 1000)
      await committing(this.store, {
        records: names.slice(from, from + 1000).map((name) => {
          const destination = placeOf(name);
          const body = subscriptionOf(destination, { name, ...change });
          const key = { organisation: ORGANISATION, kind: 'subscription', id: subscriptionId(destination) };
          return { change: 'write', ...key, at: this.now, keys: {}, body: body as never };
        }),
      });
  }

  async unsubscribe(...names: readonly string[]): Promise<void> {
    await committing(this.store, {
      records: names.map((name) => ({
        ...{ change: 'delete', organisation: ORGANISATION, kind: 'subscription' },
        id: subscriptionId(placeOf(name)),
      })),
    });
  }

  /** Publishes an outage, and works until it is committed and gone out. @returns its reference */
  async publish(change: Partial<OutageDraft> = {}): Promise<string> {
    const command = { do: 'publish-outage', draft: draft(change) } as const;
    const applied = await this.command(null, command);
    if (applied.outcome !== 'done') throw new Error(JSON.stringify(applied.faults));
    return applied.notice.id;
  }

  /** Gives a command without letting anything of it go out yet. */
  async put(notice: string | null, command: NoticeChange | { do: 'publish-outage'; draft: OutageDraft }) {
    const id = `c${this.#commands++}`;
    const doing = this.engine.command({ id, organisation: ORGANISATION, notice, command, by: DESK });
    return { id, doing };
  }

  async command(
    notice: string | null,
    command: NoticeChange | { do: 'publish-outage'; draft: OutageDraft },
  ): Promise<Applied> {
    const { doing } = await this.put(notice, command);
    doing.catch(() => undefined);
    // The event is in the inbox once reading and writing have had their turn.
    for (let i = 0; i < 20; i++) await new Promise(setImmediate);
    await this.work();
    return doing;
  }

  /** Says something as IT's desk, with what the turn shall want. */
  async want(...effects: Effect[]): Promise<void> {
    this.wants = effects;
    const what = { kind: 'said', text: 'x', pictures: [] } as const;
    const from = { user: 'desk', desk: true, locale: null, role: null, site: null };
    await this.engine.accept(
      inbound(`want-${this.#commands++}`, what, { conversation: DESK.conversation, from }),
    );
    await this.work();
    this.wants = [];
  }

  async notice(id: string): Promise<Notice> {
    const record = await this.store.record({ organisation: ORGANISATION, kind: 'notice', id });
    return record?.body as unknown as Notice;
  }

  /** A ledger's counts in one line; fails where they do not add up. */
  async ledger(id: string): Promise<string> {
    const found = await this.engine.ledger(ORGANISATION, id);
    if (found === null) return 'none';
    return lineOf(found.ledger);
  }

  rows = async (id: string): Promise<string[]> =>
    ((await this.engine.ledger(ORGANISATION, id))?.rows ?? []).map(
      ({ name, state, reason }) => `${name} ${state}: ${reason}`,
    );

  process(id: string): string {
    return noticeProcessOf(ORGANISATION, id);
  }
}

/** @throws if the ledger does not add up */
export function lineOf(ledger: Ledger): string {
  const { intended, sent, failed, skipped, waiting, ambiguous, complete, revision } = ledger;
  if (intended !== sent + failed + skipped + waiting + ambiguous) throw new Error(JSON.stringify(ledger));
  const counts = Object.entries({ sent, failed, skipped, waiting, ambiguous });
  const told = counts.filter(([, count]) => count > 0).map(([name, count]) => `${count} ${name}`);
  return `r${revision}: ${[`${intended}`, ...told].join(', ')}${complete ? '' : ', more to find'}`;
}

/** The conversation of a name; a conversation is its own. */
export const placeOf = (name: string): string =>
  name.includes('/') ? name : `teams/${ORGANISATION}/${name}`;
