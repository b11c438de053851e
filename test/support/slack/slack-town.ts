import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { Server } from 'restify';
import type { AnswerParts } from '../../../src/channels/slack/answers/parts.ts';
import { slackCall } from '../../../src/channels/slack/api/call.ts';
import { slackApi } from '../../../src/channels/slack/api/client.ts';
import { botToken } from '../../../src/channels/slack/api/tokens.ts';
import { slackChannel } from '../../../src/channels/slack/channel.ts';
import { introductions } from '../../../src/channels/slack/introduce.ts';
import { organisationsIn } from '../../../src/channels/slack/organisations.ts';
import { slackRoutes } from '../../../src/channels/slack/receiver/receive.ts';
import { slackVerifier } from '../../../src/channels/slack/receiver/verify.ts';
import type { Playbook } from '../../../src/domain/organisation/playbook.ts';
import { LinkKeys } from '../../../src/http/link-key.ts';
import { createHttpServer } from '../../../src/http/server.ts';
import type { Store } from '../../../src/ports/store.ts';
import { systemAlarm } from '../../../src/runtime/alarm.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { WorkingEngine } from '../../../src/runtime/working-engine.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import { FAKE_APP } from './app.ts';
import type { Json } from './check.ts';
import { FakeSlack } from './fake-slack.ts';
import { Resident } from './resident.ts';
import { httpWire, type SlackWire } from './wire.ts';
import type { FakeWorkspace } from './workspace.ts';
import type { FakeChannel } from './world.ts';

/**
 * An organisation in Slack: signed requests go to the real receiver on a real server, its messages to a Web API on this
 * machine that has Slack's limits. The clock of its conversations is in the test's hand.
 */
export class SlackTown {
  readonly playbook: Playbook;
  readonly slack: FakeSlack;
  readonly workspace: FakeWorkspace;
  /** The channel of IT's desk. */
  readonly desk: FakeChannel;
  readonly store: Store = openSqliteStore({ file: ':memory:' });
  readonly engine: WorkingEngine;
  now: Temporal.Instant;
  readonly #senders: Map<string, ReturnType<typeof slackChannel>['sender']>;
  #server: Server | null = null;
  #wire: SlackWire | null = null;

  static async start(playbook: Playbook, now: Temporal.Instant): Promise<SlackTown> {
    const slack = await FakeSlack.start();
    const workspace = slack.addWorkspace();
    const desk = workspace.addChannel({ name: 'it-drift' });
    const part = { workspaces: [workspace.team], enterprises: [], desk: desk.id, guests: 'answer' } as const;
    const town = new SlackTown({ ...playbook, slack: part }, now, { slack, workspace, desk });
    await town.#open();
    return town;
  }

  private constructor(
    playbook: Playbook,
    now: Temporal.Instant,
    around: Pick<SlackTown, 'slack' | 'workspace' | 'desk'>,
  ) {
    this.playbook = playbook;
    this.now = now;
    this.slack = around.slack;
    this.workspace = around.workspace;
    this.desk = around.desk;
    this.#senders = new Map();
    this.engine = new WorkingEngine({
      ...{ store: this.store, playbooks: this.#playbooks, senders: this.#senders, log: LOG },
      ...{ clock: this.#clock, alarm: systemAlarm, random: () => 0.5 },
      ...{ transcripts: new Set<string>(), spending: new Set(['slack', 'desk']) },
    });
  }

  /** Somebody of it, by name; in their direct messages if no channel is said. */
  resident(name: string, channel?: FakeChannel): Resident {
    const known = [...this.workspace.users.values()].find((user) => user.name === name);
    const user = known ?? this.workspace.addUser({ id: userId(name), name });
    if (this.#wire === null) throw new Error('the town is not open');
    return new Resident(user, {
      ...{ workspace: this.workspace, wire: this.#wire, settle: () => this.engine.workThrough() },
      ...(channel !== undefined && { channel }),
    });
  }

  /** Something that Slack tells by itself. */
  async event(payload: Json): Promise<void> {
    await this.#wire?.event(payload);
    await this.engine.workThrough();
  }

  async stop(): Promise<void> {
    this.#server?.server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server?.close(resolve) ?? resolve());
    await this.engine.stop();
    await this.store.close();
    this.slack.stop();
  }

  async #open(): Promise<void> {
    const channel = slackChannel({
      ...this.#answerParts(),
      bolt: { pass: async () => null },
      deskAddress: () => ({
        ...{ team: this.workspace.team, enterprise: null, channel: this.desk.id, thread: null, user: 'desk' },
      }),
      engine: this.engine,
    });
    this.#senders.set('slack', channel.sender);
    this.#senders.set('desk', channel.sender);
    const verify = await slackVerifier(FAKE_APP.signingSecret, systemClock);
    const routes = slackRoutes({ verify, take: channel.take, log: LOG });
    const [playbooks, clock, keys] = [this.#playbooks, this.#clock, new LinkKeys(undefined, false)];
    const ready = async (): Promise<void> => undefined;
    const server = createHttpServer({ playbooks, clock, keys, log: LOG, ready, routes });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.#server = server;
    const { port } = server.server.address() as AddressInfo;
    this.#wire = httpWire(`http://127.0.0.1:${port}/slack/events`, () => Date.now());
    await this.engine.run();
  }

  #answerParts(): AnswerParts {
    const call = slackCall({ apiUrl: this.slack.apiUrl, clock: systemClock });
    const tokens = botToken(this.workspace.token, call, systemClock);
    const api = slackApi({ tokens, call, pace: async (_counted, run) => run() });
    const { engine, store } = this;
    return {
      ...{ api, engine, outbox: store, playbooks: this.#playbooks, clock: this.#clock, log: LOG },
      organisations: organisationsIn(this.#playbooks, { defaultOrganisation: null }),
      pictures: async (inbound) => inbound,
      introduce: introductions({ api, engine, records: store, clock: this.#clock, log: LOG }),
      forget: async () => undefined,
    };
  }

  get #playbooks(): ReadonlyMap<string, Playbook> {
    return new Map([[this.playbook.organisation, this.playbook]]);
  }

  get #clock() {
    return { now: () => this.now };
  }
}

const LOG = pino({ level: process.env.TOWN_LOG ?? 'silent' });

/** Slack's ids are of capitals and digits. */
function userId(name: string): string {
  return `U0${name
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '0')
    .padEnd(7, '0')}`;
}
