import { pino } from 'pino';
import type { Happening } from '../../../src/conversation/event.ts';
import { plainText } from '../../../src/conversation/plain-text/plain-text.ts';
import type { MessageBody, Sender } from '../../../src/ports/sender.ts';
import type { Store } from '../../../src/ports/store.ts';
import { WorkingEngine } from '../../../src/runtime/working-engine.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import { choicesOf } from '../conversation.ts';
import { HandAlarm, KeepingSender } from '../engine.ts';
import { at as localTime, shipped } from '../playbooks.ts';
import { putNotices } from './announced.ts';
import type { Actor, Heard, Opening, Stage, StageMaker } from './stage.ts';
import { JourneyTopdesk } from './topdesk.ts';

/** The core with the runtime around it, and no platform: what happens by itself happens as in the service. */
class RunningStage implements Stage {
  readonly #organisation: string;
  readonly #timezone: string;
  readonly #store: Store = openSqliteStore({ file: ':memory:' });
  readonly #sent = new KeepingSender();
  readonly #engine: WorkingEngine;
  readonly #topdesk: JourneyTopdesk | null;
  readonly #read = new Map<string, number>();
  readonly #clock = { now: () => this.#now };
  #now: Temporal.Instant;
  #events = 0;

  constructor({ organisation, at }: Opening, topdesk: JourneyTopdesk | null) {
    const playbook = shipped(organisation);
    this.#organisation = organisation;
    this.#timezone = playbook.timezone;
    this.#now = localTime(playbook, at).toInstant();
    this.#topdesk = topdesk;
    const senders = new Map<string, Sender>([
      ['web', this.#sent],
      ['desk', this.#sent],
    ]);
    if (topdesk !== null) senders.set('handoff', topdesk.sender(this.#clock));
    this.#engine = new WorkingEngine({
      ...{ store: this.#store, playbooks: new Map([[organisation, playbook]]), senders },
      ...{ transcripts: new Set(['web', 'desk']), spending: new Set<string>() },
      ...{ clock: this.#clock, alarm: new HandAlarm(), random: () => 0.5, log: pino({ level: 'silent' }) },
    });
  }

  /** Before anything happens. */
  announced(notices: Opening['notices']): Promise<void> {
    return putNotices(this.#store, notices);
  }

  say(actor: Actor, text: string): Promise<Heard[]> {
    return this.#happens(actor, { kind: 'said', text, pictures: [] });
  }

  press(actor: Actor, label: string): Promise<Heard[]> {
    return this.pressForwarded(actor, actor, label);
  }

  pressForwarded(actor: Actor, of: Actor, label: string): Promise<Heard[]> {
    const choice = this.#messagesTo(of)
      .flatMap(({ reply }) => choicesOf(reply.message))
      .findLast((each) => each.label === label);
    if (choice === undefined) throw new Error(`nobody offered "${label}" to ${of.user}`);
    return this.#happens(actor, { kind: 'pressed', choice: choice.id, fields: {} });
  }

  async wait(actor: Actor, duration: string): Promise<Heard[]> {
    this.#unheard(actor);
    this.#now = this.#now.toZonedDateTimeISO(this.#timezone).add(duration).toInstant();
    await this.#engine.workThrough();
    return this.#unheard(actor);
  }

  waitFor(actor: Actor, duration: string): Promise<Heard[]> {
    return this.wait(actor, duration);
  }

  async look(actor: Actor): Promise<Heard[]> {
    return this.#unheard(actor);
  }

  async solveInTopdesk(): Promise<void> {
    await this.#topdesk?.solve(this.#organisation, this.#engine, this.#store, this.#clock);
  }

  async close(): Promise<void> {
    await this.#engine.stop();
    await this.#store.close();
    await this.#topdesk?.stop();
  }

  async #happens(actor: Actor, what: Happening): Promise<Heard[]> {
    this.#unheard(actor);
    const { user, desk = false, locale = null, role = null, site = null } = actor;
    const organisation = this.#organisation;
    const id = `story/${++this.#events}`;
    const conversation = this.#conversationOf(actor);
    const from = { user, desk, locale, role, site };
    await this.#engine.accept({ id, organisation, conversation, from, what, ahead: 0 });
    await this.#engine.workThrough();
    return this.#unheard(actor);
  }

  #conversationOf({ user, desk = false }: Actor): string {
    return desk ? `desk/${this.#organisation}` : `web/${this.#organisation}/${user}`;
  }

  #messagesTo(actor: Actor): readonly MessageBody[] {
    const to = this.#conversationOf(actor);
    return (
      this.#sent.deliveries
        .filter(({ destination }) => destination === to)
        // Written by the runtime from this type.
        .map(({ body }) => body as unknown as MessageBody)
    );
  }

  /** What came since they were last heard of; of what changed in place, how it is by now. */
  #unheard(actor: Actor): Heard[] {
    const all = this.#messagesTo(actor);
    const since = all.slice(this.#read.get(actor.user) ?? 0);
    this.#read.set(actor.user, all.length);
    const replaced = new Set(since.map(({ reply }) => reply.replaces));
    return since
      .filter(({ reply }) => !replaced.has(reply.key))
      .map(({ reply: { message } }) => ({
        text: plainText(message),
        labels: choicesOf(message).map(({ label }) => label),
      }));
  }
}

/** Through the core as it runs: for stories in which the runtime brings matters to people and to suppliers. */
export const runningStage: StageMaker = {
  name: 'the core as it runs',
  isAvailable: () => true,
  async open(opening) {
    const topdesk = opening.topdesk === null ? null : await JourneyTopdesk.start(opening.topdesk);
    const stage = new RunningStage(opening, topdesk);
    await stage.announced(opening.notices);
    return stage;
  },
};
