import { pino } from 'pino';
import { deskOf } from '../../../src/runtime/names.ts';
import { at as localTime, shippedWithHolders } from '../playbooks.ts';
import { buttonsOf, type SlackButton, textOfMessage } from '../slack/read-blocks.ts';
import type { Resident } from '../slack/resident.ts';
import { SlackTown } from '../slack/slack-town.ts';
import { unsteadyWire } from '../slack/unsteady-wire.ts';
import type { SlackWire } from '../slack/wire.ts';
import type { FakeMessage } from '../slack/world.ts';
import { putNotices } from './announced.ts';
import { introduceBefore, Reader, tellBefore } from './reader.ts';
import type { Actor, Heard, Stage, StageMaker } from './stage.ts';
import { StageSupplier } from './supplier.ts';

/** Several people in their direct messages, and IT’s desk in its channel. */
class SlackStage implements Stage {
  readonly #town: SlackTown;
  readonly #supplier: StageSupplier;
  readonly #wire: SlackWire;
  readonly #residents = new Map<string, Resident>();
  readonly #reader = new Reader<FakeMessage, SlackButton>({
    store: () => this.#town.store,
    idOf: ({ ts }) => ts,
    textOf: textOfMessage,
    buttonsOf: ({ blocks }) => buttonsOf(blocks).flatMap((button) => ownButton(button)),
  });

  constructor(town: SlackTown, wire: SlackWire, supplier: StageSupplier) {
    this.#town = town;
    this.#supplier = supplier;
    this.#wire = wire;
  }

  async say(actor: Actor, text: string): Promise<Heard[]> {
    const resident = await this.#resident(actor);
    await this.#heard(actor, resident);
    const { status } = await resident.say(text);
    if (status !== 200) throw new Error(`a message was answered with ${status}`);
    // At the desk each mention begins a thread of its own; all of them are read.
    resident.thread = null;
    return this.#heard(actor, resident);
  }

  async press(actor: Actor, label: string): Promise<Heard[]> {
    const resident = await this.#resident(actor);
    const { message, button } = this.#reader.offer(actor, label);
    await this.#heard(actor, resident);
    const { status } = await resident.press(message, button);
    if (status !== 200) throw new Error(`a press was answered with ${status}`);
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

  waitFor(actor: Actor, duration: string): Promise<Heard[]> {
    return this.wait(actor, duration);
  }

  async look(actor: Actor): Promise<Heard[]> {
    return this.#heard(actor, await this.#resident(actor));
  }

  async supplierReads() {
    return this.#supplier.letters();
  }

  supplierWrites(text: string, from: string): Promise<void> {
    const { playbook, engine, store } = this.#town;
    const playbooks = new Map([[playbook.organisation, playbook]]);
    const clock = { now: () => this.#town.now };
    const around = { playbooks, engine, store, clock, log: pino({ level: 'silent' }) };
    return this.#supplier.writes(around, text, from);
  }

  close(): Promise<void> {
    return this.#town.stop();
  }

  async #resident(actor: Actor): Promise<Resident> {
    const known = this.#residents.get(actor.user);
    if (known !== undefined) return known;
    const resident = this.#town.resident(actor.user, actor.desk ? this.#town.desk : undefined, this.#wire);
    this.#residents.set(actor.user, resident);
    // Slack tells nobody’s language with a message, nor role and unit ever.
    const { organisation } = this.#town.playbook;
    if (!actor.desk) await tellBefore(this.#town.store, organisation, resident.user.id, actor);
    await introduceBefore(this.#town.store, this.#town.playbook, resident.user.id, actor);
    return resident;
  }

  #heard(actor: Actor, { user, channel, messages }: Resident): Promise<Heard[]> {
    const { organisation } = this.#town.playbook;
    const own = `slack/${organisation}/${this.#town.workspace.team}/${channel.id}/${user.id}`;
    return this.#reader.heard(actor, actor.desk ? deskOf(organisation) : own, messages);
  }
}

/** What a button of the bot's says about itself; links say nothing. */
function ownButton(button: SlackButton): { button: SlackButton; choice: string; on: string }[] {
  const value = String(button.element.value ?? '');
  if (!value.startsWith('{')) return [];
  const { choice, on } = JSON.parse(value) as { choice: string; on: string };
  return [{ button, choice, on }];
}

/** Through the whole adapter of Slack: signed requests in, calls of the Web API out. */
export const slackStage: StageMaker = {
  name: 'Slack',
  hasSupplier: true,
  isAvailable: () => true,
  open: (asked) => open(asked, 'http'),
};

/** The same over Socket Mode, with connections that end in every way there is, before and while something comes. */
export const slackSocketStage: StageMaker = {
  name: 'Slack over Socket Mode, connecting again and again',
  hasSupplier: true,
  isAvailable: () => true,
  open: (asked) => open(asked, 'socket'),
};

async function open(
  { organisation, at, notices }: Parameters<StageMaker['open']>[0],
  way: 'http' | 'socket',
): Promise<Stage> {
  const playbook = shippedWithHolders(organisation);
  const handoff = new StageSupplier();
  const town = await SlackTown.start(playbook, localTime(playbook, at).toInstant(), { way, handoff });
  await putNotices(town.store, notices);
  return new SlackStage(town, way === 'http' ? town.wire : unsteadyWire(town.socket), handoff);
}
