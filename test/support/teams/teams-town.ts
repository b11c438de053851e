import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { pino } from 'pino';
import type { Server } from 'restify';
import { type TeamsChannelParts, teamsChannel } from '../../../src/channels/teams/channel.ts';
import { teamsConnector } from '../../../src/channels/teams/connector/connector.ts';
import { type TokenSource, tokenSource } from '../../../src/channels/teams/connector/token.ts';
import { organisationsIn } from '../../../src/channels/teams/organisations.ts';
import { introductions } from '../../../src/channels/teams/people/introduce.ts';
import { teamsVerifier } from '../../../src/channels/teams/receiver/verify.ts';
import type { Playbook } from '../../../src/domain/organisation/playbook.ts';
import { LinkKeys } from '../../../src/http/link-key.ts';
import { createHttpServer } from '../../../src/http/server.ts';
import type { Sender } from '../../../src/ports/sender.ts';
import type { Store } from '../../../src/ports/store.ts';
import { systemAlarm } from '../../../src/runtime/alarm.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { WorkingEngine } from '../../../src/runtime/working-engine.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import { FakeConnector } from './connector.ts';
import { Issuer } from './issuer.ts';

export const TOWN_TENANT = '5d1f2c3a-0b4e-4c6d-8e7f-9a0b1c2d3e4f';
export const TOWN_APP = '7e2a3b4c-1d5f-4e6a-9b8c-0d1e2f3a4b5c';
export const TOWN_DESK = '19:desk@thread.tacv2';

type SigningKeys = Awaited<ReturnType<typeof generateKeyPair>>;

/** Who signs for Teams and for the bot, on this machine; the same for all towns of a process. */
interface Authorities {
  readonly issuer: Issuer;
  readonly login: SigningKeys;
}

let authorities: Promise<Authorities> | null = null;

async function makeAuthorities(): Promise<Authorities> {
  const login = await generateKeyPair('RS256', { extractable: true });
  await exportJWK(login.publicKey);
  return { issuer: await Issuer.start(), login };
}

/** Stops what all towns of a process share; for an `after` of whoever began. */
export async function closeAuthorities(): Promise<void> {
  (await authorities)?.issuer.stop();
  authorities = null;
}

/** What is sent, and what came back. */
export interface Exchange {
  readonly status: number;
  readonly body: unknown;
}

/** What a test may have otherwise. */
export interface TownSettings {
  readonly store?: Store;
  /** Takes what goes to suppliers. */
  readonly handoff?: Sender;
  /** In place of how long the channel waits for a turn, in ms. */
  readonly patience?: number;
  /** In place of how long the connector may take to answer, in ms. */
  readonly answerMs?: number;
}

/**
 * An organisation in Teams: signed activities go to the real receiver on a real server, its messages to a connector on
 * this machine that checks the bot's tokens. The clock of its conversations is in the test's hand.
 */
export class TeamsTown {
  readonly playbook: Playbook;
  readonly engine: WorkingEngine;
  readonly connector: FakeConnector;
  readonly store: Store;
  now: Temporal.Instant;
  readonly #issuer: Issuer;
  readonly #server: Server;
  #activities = 1_760_000_000_000;

  static async start(
    playbook: Playbook,
    now: Temporal.Instant,
    settings: TownSettings = {},
  ): Promise<TeamsTown> {
    authorities ??= makeAuthorities();
    const { issuer, login } = await authorities;
    const connector = await FakeConnector.start({ key: login.publicKey, appId: TOWN_APP });
    const inTeams = { ...playbook, teams: { tenants: [TOWN_TENANT], teams: [], desk: TOWN_DESK } };
    const town = new TeamsTown(inTeams, now, settings.store ?? openSqliteStore({ file: ':memory:' }), {
      issuer,
      connector,
      server: await serverFor(() => town, { ...settings, playbook: inTeams, issuer, fake: connector, login }),
    });
    await town.engine.run();
    return town;
  }

  private constructor(
    playbook: Playbook,
    now: Temporal.Instant,
    store: Store,
    around: { issuer: Issuer; connector: FakeConnector; server: Wired },
  ) {
    this.playbook = playbook;
    this.now = now;
    this.store = store;
    this.#issuer = around.issuer;
    this.connector = around.connector;
    this.#server = around.server.server;
    this.engine = around.server.engineOn(store, () => this.now);
  }

  /** Posts an activity as Teams does, and waits until all that it brought about is done. */
  async post(activity: Record<string, unknown>): Promise<Exchange> {
    const exchange = await this.send(activity);
    await this.engine.workThrough();
    return exchange;
  }

  /** Posts an activity as Teams does. */
  async send(activity: Record<string, unknown>): Promise<Exchange> {
    const { serviceUrl } = this.connector;
    const token = await this.#issuer.token({
      ...{ iss: this.#issuer.cloud.issuer, aud: TOWN_APP, serviceurl: serviceUrl },
    });
    const { port } = this.#server.server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify({ channelId: 'msteams', serviceUrl, ...activity }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  }

  /** An id for the next activity. */
  nextId(): string {
    this.#activities += 1;
    return `${this.#activities}`;
  }

  async stop(): Promise<void> {
    this.#server.server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(resolve));
    await this.engine.stop();
    await this.store.close();
    this.connector.stop();
  }
}

interface ServerSettings extends TownSettings {
  readonly playbook: Playbook;
  readonly issuer: Issuer;
  readonly fake: FakeConnector;
  readonly login: SigningKeys;
}

/** A server whose parts need the engine, and an engine whose senders need the channel. */
interface Wired {
  readonly server: Server;
  engineOn(store: Store, now: () => Temporal.Instant): WorkingEngine;
}

async function serverFor(
  town: () => TeamsTown,
  { playbook, issuer, fake, login, patience, answerMs, handoff }: ServerSettings,
): Promise<Wired> {
  const log = pino({ level: process.env.TOWN_LOG ?? 'silent' });
  const playbooks = new Map([[playbook.organisation, playbook]]);
  const limits = answerMs === undefined ? {} : { answerMs };
  const tokens = tokensBy(login);
  const connector = teamsConnector({ tokens, clock: systemClock, allowLoopback: true, limits });
  const clock = { now: () => town().now };
  // The town is made after its server.
  const engine: TeamsChannelParts['engine'] = {
    accept: (inbound) => town().engine.accept(inbound),
    answered: (event, ms) => town().engine.answered(event, patience ?? ms),
    reached: (...of) => town().engine.reached(...of),
  };
  const channel = teamsChannel({
    ...{ playbooks, clock, alarm: systemAlarm, log, connector, engine },
    outbox: { delivery: (id) => town().store.delivery(id) },
    introduce: introductions({
      ...{ connector, engine, playbooks, clock, log, directory: null },
      records: { record: (key) => town().store.record(key) },
    }),
    organisations: organisationsIn(playbooks, { defaultOrganisation: null }),
    verify: await teamsVerifier(
      {
        ...{ appId: TOWN_APP, appTenantId: TOWN_TENANT, tenants: [TOWN_TENANT], cloud: issuer.cloud },
        credentials: { kind: 'password', password: 'a password' },
      },
      systemClock,
    ),
    ...{ complete: async (inbound) => inbound, patienceMs: 0 },
    deskAddress: () => ({
      ...{ serviceUrl: fake.serviceUrl, conversation: TOWN_DESK, tenant: TOWN_TENANT },
      ...{ bot: `28:${TOWN_APP}`, user: `28:${TOWN_APP}` },
    }),
  });
  const server = createHttpServer({
    ...{ playbooks, clock, log, keys: new LinkKeys(undefined, false), routes: [channel.route] },
    ready: async () => undefined,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const senders = new Map<string, Sender>([
    ['teams', channel.sender],
    ['desk', channel.sender],
    ...(handoff === undefined ? [] : [['handoff', handoff] as const]),
  ]);
  return {
    server,
    engineOn: (store, now) =>
      new WorkingEngine({
        ...{ store, playbooks, senders, log, clock: { now }, alarm: systemAlarm, random: () => 0.5 },
        ...{ transcripts: new Set<string>(), spending: new Set(['teams', 'desk']) },
      }),
  };
}

/** Tokens of the bot, signed by whom the connector trusts. */
function tokensBy({ privateKey }: SigningKeys): TokenSource {
  const livesMs = 3_600_000;
  return tokenSource(async () => {
    const until = Math.floor((Date.now() + livesMs) / 1000);
    const token = await new SignJWT({ appid: TOWN_APP, aud: 'https://api.botframework.com', exp: until })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
      .sign(privateKey);
    return { outcome: 'granted', token, livesMs };
  }, systemClock);
}
