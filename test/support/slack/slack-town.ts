import { BOT_SCOPES } from '../../../src/channels/slack/scopes.ts';
import type { Playbook } from '../../../src/domain/organisation/playbook.ts';
import type { Sender } from '../../../src/ports/sender.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { WorkingEngine } from '../../../src/runtime/working-engine.ts';
import type { Json } from './check.ts';
import { FakeSlack } from './fake-slack.ts';
import { Resident } from './resident.ts';
import { FakeSocketMode } from './socket.ts';
import { TownService, type TownSettings } from './town-service.ts';
import { httpWire, type SlackWire, socketWire } from './wire.ts';
import type { FakeWorkspace } from './workspace.ts';
import type { FakeChannel } from './world.ts';

/** What may differ between towns: over signed requests and in memory, unless something else is said. */
export interface TownOptions {
  readonly way?: TownSettings['way'];
  readonly file?: string;
  readonly isPaced?: boolean;
  /** Takes what goes to suppliers. */
  readonly handoff?: Sender;
}

/**
 * An organisation in Slack: signed requests, or envelopes of Socket Mode, go to the real receiver, its messages to a Web
 * API on this machine that has Slack's limits and gives the bot what its manifest asks for, and no more. The clock of its
 * conversations is in the test's hand.
 */
export class SlackTown {
  readonly playbook: Playbook;
  readonly slack: FakeSlack;
  readonly workspace: FakeWorkspace;
  /** The channel of IT's desk. */
  readonly desk: FakeChannel;
  now: Temporal.Instant;
  /** What the service logged as a warning or worse. */
  readonly lines: string[] = [];
  readonly #options: TownOptions;
  readonly #socket: FakeSocketMode | null;
  #service: TownService | null = null;

  static async start(
    playbook: Playbook,
    now: Temporal.Instant,
    options: TownOptions = {},
  ): Promise<SlackTown> {
    const slack = await FakeSlack.start();
    const workspace = slack.addWorkspace({ scopes: BOT_SCOPES });
    const desk = workspace.addChannel({ name: 'it-drift' });
    const part = { workspaces: [workspace.team], enterprises: [], desk: desk.id, guests: 'answer' } as const;
    const socket = options.way === 'socket' ? await FakeSocketMode.start(slack) : null;
    const town = new SlackTown(
      { ...playbook, slack: part },
      now,
      { slack, workspace, desk },
      socket,
      options,
    );
    await town.#open();
    return town;
  }

  private constructor(
    playbook: Playbook,
    now: Temporal.Instant,
    around: Pick<SlackTown, 'slack' | 'workspace' | 'desk'>,
    socket: FakeSocketMode | null,
    options: TownOptions,
  ) {
    this.playbook = playbook;
    this.now = now;
    this.slack = around.slack;
    this.workspace = around.workspace;
    this.desk = around.desk;
    this.#socket = socket;
    this.#options = options;
  }

  get store(): Store {
    return this.#running.store;
  }

  get engine(): WorkingEngine {
    return this.#running.engine;
  }

  /** The connection of Socket Mode. */
  get socket(): FakeSocketMode {
    if (this.#socket === null) throw new Error('this town takes requests');
    return this.#socket;
  }

  /** The way by which Slack brings things to it now. */
  get wire(): SlackWire {
    return this.#socket === null
      ? httpWire(this.#running.address, () => Date.now())
      : socketWire(this.#socket);
  }

  /** Somebody of it, by name; in their direct messages if no channel is said. */
  resident(name: string, channel?: FakeChannel, wire: SlackWire = this.wire): Resident {
    const known = [...this.workspace.users.values()].find((user) => user.name === name);
    const user = known ?? this.workspace.addUser({ id: userId(name), name });
    return new Resident(user, {
      ...{ workspace: this.workspace, wire, settle: () => this.engine.workThrough() },
      ...(channel !== undefined && { channel }),
    });
  }

  /** Ends the service and starts it again: what was kept is all that it knows. */
  async restart(): Promise<void> {
    await this.#running.stop();
    await this.#open();
  }

  /** Something that Slack tells by itself. */
  async event(payload: Json): Promise<void> {
    await this.wire.event(payload);
    await this.engine.workThrough();
  }

  async stop(): Promise<void> {
    await this.#service?.stop();
    await this.#socket?.stop();
    this.slack.stop();
  }

  async #open(): Promise<void> {
    const { playbook, slack, workspace, desk, lines } = this;
    const clock = { now: () => this.now };
    const { way = 'http', file = ':memory:', isPaced = false, handoff = null } = this.#options;
    const paced = isPaced ? clock : null;
    this.#service = await TownService.start({
      ...{ playbook, slack, workspace, desk, lines, clock, way, file, paced, handoff },
    });
    await this.#socket?.connected();
  }

  get #running(): TownService {
    if (this.#service === null) throw new Error('the town is not open');
    return this.#service;
  }
}

/** Slack's ids are of capitals and digits. */
function userId(name: string): string {
  return `U0${name
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '0')
    .padEnd(7, '0')}`;
}
