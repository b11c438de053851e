import { pino } from 'pino';
import type { Happening, Speaker } from '../../../src/conversation/event.ts';
import type { Reply } from '../../../src/conversation/messages.ts';
import { plainText } from '../../../src/conversation/plain-text/plain-text.ts';
import type { Playbook } from '../../../src/domain/organisation/playbook.ts';
import type { Sender } from '../../../src/ports/sender.ts';
import type { Store } from '../../../src/ports/store.ts';
import { deskOf } from '../../../src/runtime/names.ts';
import { WorkingEngine } from '../../../src/runtime/working-engine.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import { choicesOf } from '../conversation.ts';
import { HandAlarm, KeepingSender, replyOf } from '../engine.ts';
import { at as localTime, shippedWithHolders } from '../playbooks.ts';
import { putNotices } from './announced.ts';
import { shownFields } from './fields.ts';
import type { Actor, Heard, Stage, StageMaker } from './stage.ts';
import { StageSupplier } from './supplier.ts';
import { JourneyTopdesk } from './topdesk.ts';

/** The core with the real runtime around it, and no channel: what goes on between people and suppliers is in it too. */
class RuntimeStage implements Stage {
  readonly #supplier = new StageSupplier();
  readonly #topdesk: JourneyTopdesk | null;
  readonly #sent = new KeepingSender();
  readonly #log = pino({ level: 'silent' });
  readonly #store: Store = openSqliteStore({ file: ':memory:' });
  readonly #playbook: Playbook;
  readonly #engine: WorkingEngine;
  readonly #clock = { now: () => this.#now.toInstant() };
  readonly #read = new Map<string, number>();
  #now: Temporal.ZonedDateTime;
  #events = 0;

  constructor(playbook: Playbook, now: Temporal.ZonedDateTime, topdesk: JourneyTopdesk | null) {
    this.#playbook = playbook;
    this.#topdesk = topdesk;
    this.#now = now;
    this.#engine = new WorkingEngine({
      ...{ store: this.#store, clock: this.#clock, log: this.#log, alarm: new HandAlarm() },
      playbooks: new Map([[playbook.organisation, playbook]]),
      senders: new Map<string, Sender>([
        ['web', this.#sent],
        ['desk', this.#sent],
        ['handoff', topdesk?.sender(this.#clock) ?? this.#supplier],
      ]),
      ...{ transcripts: new Set<string>(), spending: new Set<string>(), random: () => 0.5 },
    });
  }

  get store(): Store {
    return this.#store;
  }

  say(actor: Actor, text: string): Promise<Heard[]> {
    return this.#does(actor, { kind: 'said', text, pictures: [] });
  }

  press(actor: Actor, label: string): Promise<Heard[]> {
    return this.pressForwarded(actor, actor, label);
  }

  pressForwarded(actor: Actor, of: Actor, label: string): Promise<Heard[]> {
    const choices = this.#repliesTo(of).flatMap(({ message }) => choicesOf(message));
    const choice = choices.findLast((each) => each.label === label);
    if (choice === undefined) throw new Error(`${of.user} is not offered "${label}"`);
    return this.#does(actor, { kind: 'pressed', choice: choice.id, fields: {} });
  }

  fill(actor: Actor, label: string, changed: Readonly<Record<string, string>>): Promise<Heard[]> {
    const replies = this.#repliesTo(actor);
    const choices = replies.flatMap(({ message }) => choicesOf(message));
    const choice = choices.findLast((each) => each.label === label);
    if (choice === undefined) throw new Error(`${actor.user} is not offered "${label}"`);
    const fields = shownFields(replies, changed);
    return this.#does(actor, { kind: 'pressed', choice: choice.id, fields });
  }

  async wait(actor: Actor, duration: string): Promise<Heard[]> {
    this.#heard(actor);
    this.#now = this.#now.add(duration);
    await this.#engine.workThrough();
    return this.#heard(actor);
  }

  waitFor(actor: Actor, duration: string): Promise<Heard[]> {
    return this.wait(actor, duration);
  }

  async look(actor: Actor): Promise<Heard[]> {
    return this.#heard(actor);
  }

  async supplierReads() {
    return this.#supplier.letters();
  }

  supplierWrites(text: string, from: string): Promise<void> {
    const playbooks = new Map([[this.#playbook.organisation, this.#playbook]]);
    const around = {
      playbooks,
      engine: this.#engine,
      store: this.#store,
      clock: this.#clock,
      log: this.#log,
    };
    return this.#supplier.writes(around, text, from);
  }

  async solveInTopdesk(): Promise<void> {
    await this.#topdesk?.solve(this.#playbook.organisation, this.#engine, this.#store, this.#clock);
  }

  async close(): Promise<void> {
    await this.#engine.stop();
    await this.#store.close();
    await this.#topdesk?.stop();
  }

  async #does(actor: Actor, what: Happening): Promise<Heard[]> {
    const { organisation } = this.#playbook;
    const { user, role = null, site = null, locale = null, desk = false } = actor;
    const from: Speaker = { user, desk, locale, role, site };
    this.#heard(actor);
    await this.#engine.accept({
      ...{ id: `web/${user}/${++this.#events}`, organisation, conversation: this.#conversationOf(actor) },
      ...{ from, what, ahead: 0 },
    });
    await this.#engine.workThrough();
    return this.#heard(actor);
  }

  /** What is new since they were last heard of, where it stands in their chat: what was replaced is not there any more. */
  #heard(actor: Actor): Heard[] {
    const replies = this.#repliesTo(actor);
    const isNew = new Set(replies.slice(this.#read.get(actor.user) ?? 0));
    this.#read.set(actor.user, replies.length);
    const chat: Reply[] = [];
    for (const reply of replies) {
      const place = chat.findIndex(({ key }) => key === reply.replaces);
      if (place === -1) chat.push(reply);
      else chat[place] = reply;
    }
    const heard = chat.filter((reply) => isNew.has(reply));
    return heard.map(({ message }) => ({
      text: plainText(message),
      labels: choicesOf(message).map(({ label }) => label),
    }));
  }

  #repliesTo(actor: Actor) {
    const conversation = this.#conversationOf(actor);
    return this.#sent.deliveries
      .filter(({ kind, destination }) => kind === 'message' && destination === conversation)
      .map(replyOf);
  }

  #conversationOf({ user, desk }: Actor): string {
    const { organisation } = this.#playbook;
    return desk ? deskOf(organisation) : `web/${organisation}/${user}`;
  }
}

/** What channels are held against where the runtime brings matters to people, suppliers or TOPdesk. */
export const runtimeStage: StageMaker = {
  name: 'the core and the runtime',
  hasSupplier: true,
  isAvailable: () => true,
  async open({ organisation, at, notices, topdesk: mood }) {
    const topdesk = mood === null ? null : await JourneyTopdesk.start(mood);
    const playbook = shippedWithHolders(organisation);
    const stage = new RuntimeStage(playbook, localTime(playbook, at), topdesk);
    await putNotices(stage.store, notices);
    return stage;
  },
};
