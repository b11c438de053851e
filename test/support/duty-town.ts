import { pino } from 'pino';
import type { Happening } from '../../src/conversation/event.ts';
import { plainText } from '../../src/conversation/plain-text/plain-text.ts';
import { turn } from '../../src/conversation/turn.ts';
import type { Playbook } from '../../src/domain/organisation/playbook.ts';
import type { Store } from '../../src/ports/store.ts';
import { WorkingEngine } from '../../src/runtime/working-engine.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { choicesOf } from './conversation.ts';
import { HandAlarm, KeepingSender, replyOf } from './engine.ts';
import { at, shipped } from './playbooks.ts';

/** Falkenberg with the runtime around it, on a clock in the test's hand; each role is held by whoever is called so. */
export class DutyTown {
  playbook: Playbook;
  readonly store: Store;
  now: number;
  #engine: WorkingEngine;
  #sent = new KeepingSender();
  readonly #mail: boolean;
  #events = 0;
  readonly #read = new Map<string, number>();

  constructor(
    local: string,
    {
      playbook = shipped('falkenberg'),
      mail = false,
    }: { readonly playbook?: Playbook; readonly mail?: boolean } = {},
  ) {
    this.playbook = playbook;
    this.#mail = mail;
    this.store = openSqliteStore({ file: ':memory:' });
    this.now = at(playbook, local).epochMilliseconds;
    this.#engine = this.#made();
  }

  /** The process ends, and another one begins on the same store, perhaps with another text of the playbook. */
  async restart(playbook = this.playbook): Promise<void> {
    await this.#engine.stop();
    this.playbook = playbook;
    this.#engine = this.#made();
  }

  async close(): Promise<void> {
    await this.#engine.stop();
    await this.store.close();
  }

  /** Moves the clock there, with nothing looking meanwhile, and lets what is due happen. */
  async until(local: string): Promise<void> {
    this.now = at(this.playbook, local).epochMilliseconds;
    await this.#engine.workThrough();
  }

  /** @param role as the channel knows it; left out: the contact that is called as they are */
  async says(user: string, text: string, role = user): Promise<void> {
    await this.#does(user, { kind: 'said', text, pictures: [] }, role);
  }

  /** Presses the newest choice of this label that somebody was offered. */
  async presses(user: string, label: string, of = user): Promise<void> {
    const offered = this.#repliesTo(of).flatMap(({ message }) => choicesOf(message));
    const choice = offered.findLast((each) => each.label === label);
    if (choice === undefined) throw new Error(`${of} is not offered "${label}"`);
    await this.#does(user, { kind: 'pressed', choice: choice.id, fields: {} });
  }

  /** The ids of all choices of this label that somebody was offered, the oldest first. */
  offeredIds(user: string, label: string): readonly string[] {
    const offered = this.#repliesTo(user).flatMap(({ message }) => choicesOf(message));
    return offered.filter((each) => each.label === label).map(({ id }) => id);
  }

  async pressesId(user: string, choice: string): Promise<void> {
    await this.#does(user, { kind: 'pressed', choice, fields: {} });
  }

  /** What somebody got since they were last asked for. */
  hears(user: string): string {
    const replies = this.#repliesTo(user);
    const since = replies.slice(this.#read.get(user) ?? 0);
    this.#read.set(user, replies.length);
    return since.map(({ message }) => plainText(message)).join('\n');
  }

  /** What can be pressed on all that somebody got. */
  offered(user: string): readonly string[] {
    return this.#repliesTo(user).flatMap(({ message }) => choicesOf(message).map(({ label }) => label));
  }

  /** The letters that went out, as text. */
  letters(): readonly string[] {
    return this.#sent.deliveries
      .filter(({ destination }) => destination.startsWith('ping-mail/'))
      .map((delivery) => plainText(replyOf(delivery).message));
  }

  async #does(user: string, what: Happening, role = user): Promise<void> {
    const { organisation } = this.playbook;
    await this.#engine.accept({
      ...{ id: `web/${user}/${++this.#events}`, organisation, conversation: `web/${organisation}/${user}` },
      ...{ from: { user, desk: false, locale: null, role, site: null }, what, ahead: 0 },
    });
    await this.#engine.workThrough();
  }

  #repliesTo(user: string) {
    const conversation = `web/${this.playbook.organisation}/${user}`;
    return this.#sent.deliveries
      .filter(({ kind, destination }) => kind === 'message' && destination === conversation)
      .map(replyOf);
  }

  #made(): WorkingEngine {
    return new WorkingEngine({
      ...{ store: this.store, turn, alarm: new HandAlarm(), random: () => 0.5 },
      playbooks: new Map([[this.playbook.organisation, this.playbook]]),
      senders: new Map([
        ['web', this.#sent],
        ['ping-mail', this.#sent],
      ]),
      pingWays: { mail: this.#mail, gateway: false },
      printLinks: { linkFor: (organisation) => `https://bot.example.org/routine/${organisation}` },
      ...{ transcripts: new Set<string>(), spending: new Set<string>(), log: pino({ level: 'silent' }) },
      clock: { now: () => Temporal.Instant.fromEpochMilliseconds(this.now) },
    });
  }
}
