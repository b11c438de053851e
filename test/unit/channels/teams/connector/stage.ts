import {
  type Address,
  type Connector,
  type ConnectorParts,
  teamsConnector,
} from '../../../../../src/channels/teams/connector/connector.ts';
import type { TokenOutcome, TokenSource } from '../../../../../src/channels/teams/connector/token.ts';
import { FakeConnector } from '../../../../support/teams/connector.ts';
import { FakeLogin } from '../../../../support/teams/login.ts';

export const APP = 'a0000000-0000-4000-8000-000000000001';
export const TENANT = 'b0000000-0000-4000-8000-000000000002';
export const THREAD = '19:channel@thread.tacv2;messageid=1700000000000';
export const NOW = Temporal.Instant.from('2026-11-23T09:00:00Z');
export const MESSAGE = { type: 'message', text: 'Skriveren er borte' };

/** Tokens that the test hands out, and how often each thing was asked of them. */
export class HandTokens implements TokenSource {
  /** What is given; by default the login's own tokens. */
  give: () => Promise<TokenOutcome>;
  asked = 0;
  renewed = 0;

  constructor(login: FakeLogin) {
    this.give = async () => ({ outcome: 'token', token: await login.token() });
  }

  token(): Promise<TokenOutcome> {
    this.asked += 1;
    return this.give();
  }

  renew(): void {
    this.renewed += 1;
  }
}

/** A connector of ours against a fake one of Teams', with good tokens. */
export class Stage {
  readonly fake: FakeConnector;
  readonly tokens: HandTokens;
  readonly connector: Connector;
  readonly to: Address;
  /** What time it is. */
  now = NOW;
  readonly #login: FakeLogin;

  static async start(parts: Partial<ConnectorParts> = {}): Promise<Stage> {
    const login = await FakeLogin.start({ appId: APP, tenant: TENANT });
    return new Stage(login, await FakeConnector.start({ key: login.key, appId: APP }), parts);
  }

  private constructor(login: FakeLogin, fake: FakeConnector, parts: Partial<ConnectorParts>) {
    this.#login = login;
    this.fake = fake;
    this.tokens = new HandTokens(login);
    this.to = { serviceUrl: fake.serviceUrl, conversation: THREAD };
    const clock = { now: () => this.now };
    this.connector = teamsConnector({ tokens: this.tokens, clock, allowLoopback: true, ...parts });
  }

  stop(): void {
    this.fake.stop();
    this.#login.stop();
  }
}

/** A port of this machine at which nobody listens. */
export async function closedPort(): Promise<string> {
  const fake = await FakeLogin.start({ appId: APP, tenant: TENANT });
  fake.stop();
  return `${fake.address}/`;
}
