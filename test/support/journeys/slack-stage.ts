import { pino } from 'pino';
import { LANGUAGES } from '../../../src/domain/organisation/language.ts';
import { say } from '../../../src/locales/say.ts';
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
import { JourneyTopdesk } from './topdesk.ts';

/** Several people in their direct messages, and IT’s desk in its channel. */
class SlackStage implements Stage {
  readonly #town: SlackTown;
  readonly #supplier: StageSupplier;
  readonly #wire: SlackWire;
  readonly #residents = new Map<string, Resident>();
  readonly #reader = new Reader<FakeMessage, SlackButton>({
    store: () => this.#town.store,
    idOf: ({ ts }) => ts,
    labelOf: ({ label }) => label,
    textOf: textOfMessage,
    buttonsOf: ({ blocks }) => buttonsOf(blocks).flatMap((button) => ownButton(button)),
  });

  readonly #topdesk: JourneyTopdesk | null;

  constructor(town: SlackTown, wire: SlackWire, supplier: StageSupplier, topdesk: JourneyTopdesk | null) {
    this.#topdesk = topdesk;
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

  press(actor: Actor, label: string): Promise<Heard[]> {
    return this.pressForwarded(actor, actor, label);
  }

  async pressForwarded(actor: Actor, of: Actor, label: string): Promise<Heard[]> {
    const resident = await this.#resident(actor);
    const { message, button } = this.#reader.offer(of, label);
    await this.#heard(actor, resident);
    // What is forwarded stands in their own chat, as far as Slack leaves it its buttons.
    const channel = resident.channel.id;
    const { status } = await resident.press({ ...message, channel }, button);
    if (status !== 200) throw new Error(`a press was answered with ${status}`);
    return this.#heard(actor, resident);
  }

  /** Opens the view of the newest form, and sends it as it was but for what was changed. */
  async fill(actor: Actor, _label: string, changed: Readonly<Record<string, string>>): Promise<Heard[]> {
    const resident = await this.#resident(actor);
    await this.#heard(actor, resident);
    const opener = LANGUAGES.map((language) => say(language, 'channel.form-open')).find((each) =>
      resident.offers(each),
    );
    await resident.choose(opener ?? '');
    await opened(resident);
    const { status, body } = await resident.submit(changed);
    if (status !== 200 || body !== null) throw new Error(`a form was answered with ${JSON.stringify(body)}`);
    await this.#town.engine.workThrough();
    return this.#heard(actor, resident);
  }

  async solveInTopdesk(): Promise<void> {
    const { playbook, engine, store } = this.#town;
    await this.#topdesk?.solve(playbook.organisation, engine, store, { now: () => this.#town.now });
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

  async close(): Promise<void> {
    await this.#town.stop();
    await this.#topdesk?.stop();
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

/** A view opens after its press was answered. */
async function opened(resident: Resident): Promise<void> {
  for (let i = 0; i < 500 && resident.modal?.isOpen !== true; i++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  if (resident.modal?.isOpen !== true) throw new Error('no view was opened');
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
  { organisation, at, notices, topdesk: mood }: Parameters<StageMaker['open']>[0],
  way: 'http' | 'socket',
): Promise<Stage> {
  const playbook = shippedWithHolders(organisation);
  const supplier = new StageSupplier();
  const topdesk = mood === null ? null : await JourneyTopdesk.start(mood);
  const start = localTime(playbook, at).toInstant();
  const handoff = topdesk?.sender({ now: () => start }) ?? supplier;
  const town = await SlackTown.start(playbook, start, { way, handoff });
  await putNotices(town.store, notices);
  const wire = way === 'http' ? town.wire : unsteadyWire(town.socket);
  return new SlackStage(town, wire, supplier, topdesk);
}
