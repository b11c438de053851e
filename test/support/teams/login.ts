import { X509Certificate } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  decodeProtectedHeader,
  generateKeyPair,
  importX509,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';
import { PUBLIC_CLOUD, type TeamsCloud } from '../../../src/channels/teams/receiver/settings.ts';
import type { TestCertificate } from './certificate.ts';
import { type LocalServer, sendJson, startServer, textOf } from './local-server.ts';

const SCOPE_OF_TEAMS = 'https://api.botframework.com';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

/** What the next token request is answered with instead of a token. */
export type LoginFault =
  /** An error of Entra's, such as `{ status: 401, error: 'invalid_client', number: 7000215 }`. */
  | { readonly status: number; readonly error: string; readonly number?: number }
  | 'nonsense'
  | 'reset'
  /** No answer until `release`. */
  | 'hangs';

/** The app, as the login knows it. */
export interface KnownApp {
  readonly appId: string;
  readonly tenant: string;
  readonly password?: string;
  /** PEM: what signs its assertions. */
  readonly certificate?: string;
}

/**
 * Microsoft's login, on this machine: OpenID discovery, `/<tenant>/oauth2/v2.0/token` for an app's password or
 * certificate, and `/msi/token` as App Service has it for managed identities. It checks what it is given.
 */
export class FakeLogin {
  /** The scopes or resources that tokens were asked for, in order; also those that were refused. */
  readonly asked: string[] = [];
  /** How long its tokens live, in s. */
  livesSeconds = 3600;
  readonly #app: KnownApp;
  readonly #keys: Keys;
  readonly #faults: LoginFault[] = [];
  #waiting: (() => void)[] = [];
  #server: LocalServer | null = null;
  #given = 0;

  /** @param secure over https; MSAL takes no other login */
  static async start(app: KnownApp, secure?: TestCertificate): Promise<FakeLogin> {
    const login = new FakeLogin(app, await generateKeyPair('RS256'));
    login.#server = await startServer((request, response) => login.#answer(request, response), secure);
    return login;
  }

  private constructor(app: KnownApp, keys: Keys) {
    this.#app = app;
    this.#keys = keys;
  }

  get address(): string {
    return this.#server?.address ?? '';
  }

  /** Microsoft's public cloud, but with this login. */
  get cloud(): TeamsCloud {
    return { ...PUBLIC_CLOUD, login: this.address };
  }

  /** What verifies its tokens. */
  get key(): Keys['publicKey'] {
    return this.#keys.publicKey;
  }

  /** A token for the app, as it is given out; `undefined` takes a claim away. */
  token(claims: JWTPayload = {}): Promise<string> {
    this.#given += 1;
    const { appId, tenant } = this.#app;
    const now = Math.floor(Date.now() / 1000);
    const times = { iat: now, nbf: now - 5, exp: now + this.livesSeconds };
    const about = {
      iss: `https://sts.windows.net/${tenant}/`,
      aud: SCOPE_OF_TEAMS,
      appid: appId,
      tid: tenant,
    };
    return new SignJWT({ ...about, ...times, jti: `${this.#given}`, ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'login' })
      .sign(this.#keys.privateKey);
  }

  /** Answers the next token requests so, one each. */
  failNext(...faults: readonly LoginFault[]): void {
    this.#faults.push(...faults);
  }

  /** Lets go what hangs: those requests are broken off. */
  release(): void {
    for (const end of this.#waiting.splice(0)) end();
  }

  stop(): void {
    this.release();
    this.#server?.stop();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.address);
    const body = (await textOf(request)) ?? '';
    const [, tenant = '', ...rest] = url.pathname.split('/');
    if (rest.join('/') === 'v2.0/.well-known/openid-configuration') return this.#describe(tenant, response);
    if (url.pathname === `/${this.#app.tenant}/oauth2/v2.0/token`)
      return this.#grant(new URLSearchParams(body), response);
    if (url.pathname === '/msi/token') return this.#identity(request, url.searchParams, response);
    refuse(response, { status: 400, error: 'invalid_tenant', number: 90002 });
  }

  /** Of any tenant: MSAL knows Microsoft's own addresses by heart, and meets an unknown tenant with the token. */
  #describe(tenant: string, response: ServerResponse): void {
    const base = `${this.address}/${tenant}`;
    sendJson(response, 200, {
      issuer: `${base}/v2.0`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
    });
  }

  async #grant(form: URLSearchParams, response: ServerResponse): Promise<void> {
    const scope = form.get('scope') ?? '';
    this.asked.push(scope);
    if (this.#failed(response)) return;
    const fault = form.has('client_assertion')
      ? await this.#assertionFault(form.get('client_assertion') ?? '')
      : this.#passwordFault(form);
    if (fault !== null) return refuse(response, fault);
    const token = await this.token({ aud: scope.replace('/.default', '') });
    sendJson(response, 200, {
      token_type: 'Bearer',
      expires_in: this.livesSeconds,
      ext_expires_in: this.livesSeconds,
      access_token: token,
    });
  }

  #failed(response: ServerResponse): boolean {
    const fault = this.#faults.shift();
    if (fault === undefined) return false;
    if (fault === 'hangs') this.#waiting.push(() => response.destroy());
    else if (fault === 'reset') response.destroy();
    else if (fault === 'nonsense') response.end('<html>');
    else refuse(response, fault);
    return true;
  }

  #passwordFault(form: URLSearchParams): LoginFault | null {
    if (form.get('client_id') !== this.#app.appId)
      return { status: 400, error: 'unauthorized_client', number: 700016 };
    const isRight = this.#app.password !== undefined && form.get('client_secret') === this.#app.password;
    return isRight ? null : { status: 401, error: 'invalid_client', number: 7000215 };
  }

  /** The signature, whose it is and for whom, and that it names the certificate. */
  async #assertionFault(assertion: string): Promise<LoginFault | null> {
    const { appId, tenant, certificate = '' } = this.#app;
    try {
      await jwtVerify(assertion, await importX509(certificate, 'PS256'), {
        algorithms: ['PS256'],
        // MSAL rounds the time, upwards too; Entra allows for more than that.
        clockTolerance: 5,
        issuer: appId,
        subject: appId,
        audience: `${this.address}/${tenant}/oauth2/v2.0/token`,
      });
      const thumb = Buffer.from(new X509Certificate(certificate).fingerprint256.replaceAll(':', ''), 'hex');
      const header = decodeProtectedHeader(assertion);
      const isNamed = header['x5t#S256'] === thumb.toString('base64url') && Array.isArray(header.x5c);
      return isNamed ? null : { status: 401, error: 'invalid_client', number: 700027 };
    } catch {
      return { status: 401, error: 'invalid_client', number: 700027 };
    }
  }

  async #identity(request: IncomingMessage, query: URLSearchParams, response: ServerResponse): Promise<void> {
    const resource = query.get('resource') ?? '';
    this.asked.push(resource);
    if (this.#failed(response)) return;
    if (request.headers['x-identity-header'] !== 'local' || query.get('client_id') !== this.#app.appId)
      return sendJson(response, 400, { statusCode: 400, message: 'No User Assigned Managed Identity found' });
    const expires = Math.floor(Date.now() / 1000) + this.livesSeconds;
    const token = await this.token({ aud: resource });
    sendJson(response, 200, {
      access_token: token,
      expires_on: `${expires}`,
      resource,
      token_type: 'Bearer',
    });
  }
}

function refuse(response: ServerResponse, fault: LoginFault): void {
  if (typeof fault === 'string') return;
  const { status, error, number } = fault;
  sendJson(response, status, {
    error,
    error_description: `AADSTS${number}: Some words of Microsoft’s. Trace ID: 0`,
    ...(number !== undefined && { error_codes: [number] }),
  });
}
