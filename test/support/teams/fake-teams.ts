import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { FakeConnector } from './connector.ts';
import { Issuer } from './issuer.ts';
import { FakeLogin } from './login.ts';

export const FAKE_APP = '7e2a3b4c-1d5f-4e6a-9b8c-0d1e2f3a4b5c';
export const FAKE_TENANT = '5d1f2c3a-0b4e-4c6d-8e7f-9a0b1c2d3e4f';
const PASSWORD = 'a-password~of.the-app';

/** All of Microsoft that a bot in Teams meets, on this machine: who signs, the login over https, the connector. */
export class FakeTeams {
  readonly issuer: Issuer;
  readonly login: FakeLogin;
  readonly connector: FakeConnector;
  readonly #folder: string;
  readonly #tokens = new Map<string, Promise<string>>();

  static async start(): Promise<FakeTeams> {
    const line = makeCertificate();
    const app = { appId: FAKE_APP, tenant: FAKE_TENANT, password: PASSWORD };
    const [issuer, login] = await Promise.all([Issuer.start(), FakeLogin.start(app, line)]);
    const connector = await FakeConnector.start({ key: login.key, appId: FAKE_APP });
    const folder = mkdtempSync(join(tmpdir(), 'driftvakt-teams-'));
    writeFileSync(join(folder, 'trusted.pem'), line.certificate);
    return new FakeTeams(issuer, login, connector, folder);
  }

  private constructor(issuer: Issuer, login: FakeLogin, connector: FakeConnector, folder: string) {
    this.issuer = issuer;
    this.login = login;
    this.connector = connector;
    this.#folder = folder;
  }

  /** What the real service has to be started with to be a bot there. */
  get environment(): Record<string, string> {
    return {
      NODE_EXTRA_CA_CERTS: join(this.#folder, 'trusted.pem'),
      MicrosoftAppId: FAKE_APP,
      MicrosoftAppPassword: PASSWORD,
      MicrosoftAppTenantId: FAKE_TENANT,
      ToChannelFromBotLoginUrl: this.login.address,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: this.issuer.cloud.issuer,
      ToBotFromChannelOpenIdMetadataUrl: this.issuer.cloud.metadata,
      DRIFTVAKT_DEFAULT_ORG: 'porsanger',
    };
  }

  /** A header that is right for activities that name a service address. */
  async authorization(serviceUrl = this.connector.serviceUrl): Promise<string> {
    const claims = { iss: this.issuer.cloud.issuer, aud: FAKE_APP, serviceurl: serviceUrl };
    const token = this.#tokens.get(serviceUrl) ?? this.issuer.token(claims);
    this.#tokens.set(serviceUrl, token);
    return `Bearer ${await token}`;
  }

  /** Posts an activity to a service as Teams does. */
  async post(
    service: string,
    activity: Record<string, unknown>,
    authorization?: string | null,
  ): Promise<{ readonly status: number; readonly body: string }> {
    const header = authorization === undefined ? await this.authorization() : authorization;
    const { serviceUrl } = this.connector;
    const response = await fetch(new URL('api/messages', service), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(header !== null && { Authorization: header }) },
      body: JSON.stringify({ channelId: 'msteams', serviceUrl, ...activity }),
    });
    return { status: response.status, body: await response.text() };
  }

  stop(): void {
    this.issuer.stop();
    this.login.stop();
    this.connector.stop();
    rmSync(this.#folder, { recursive: true });
  }
}

/** A message in somebody’s personal chat, as Teams sends it. */
export function personalMessage(user: string, id: string, text: string): Record<string, unknown> {
  return {
    ...{ type: 'message', id, text, textFormat: 'plain', locale: 'nb-NO' },
    from: { id: `29:${user}`, name: user },
    recipient: { id: `28:${FAKE_APP}`, name: 'Driftvakt' },
    conversation: { id: `a:${user}`, conversationType: 'personal', tenantId: FAKE_TENANT },
    channelData: { tenant: { id: FAKE_TENANT } },
  };
}
