import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { PUBLIC_CLOUD, type TeamsCloud } from '../../../src/channels/teams/receiver/settings.ts';

export const ISSUER = 'https://api.botframework.com';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

/** Who signs for the channel, on this machine. botbuilder keeps keys by address: each has its own. */
export class Issuer {
  readonly cloud: TeamsCloud;
  /** How often its description was asked for. */
  asked = 0;
  /** What the description is answered with: `ok`, an error, nothing, or something that is no JSON. */
  health: 'ok' | 'error' | 'hangs' | 'nonsense' = 'ok';
  readonly #keys: Keys;
  readonly #server: Server;

  static async start(endorsements: readonly string[] = ['msteams']): Promise<Issuer> {
    const keys = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'channel', use: 'sig', endorsements };
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return new Issuer(keys, server, jwk);
  }

  private constructor(keys: Keys, server: Server, jwk: object) {
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.#keys = keys;
    this.#server = server;
    this.cloud = { ...PUBLIC_CLOUD, issuer: ISSUER, metadata: `${base}/${crypto.randomUUID()}` };
    server.on('request', (request, response) => {
      if (request.url === '/keys') return response.end(JSON.stringify({ keys: [jwk] }));
      this.asked += 1;
      if (this.health === 'hangs') return;
      if (this.health === 'error') response.writeHead(500);
      const description = JSON.stringify({ issuer: ISSUER, jwks_uri: `${base}/keys` });
      response.end(this.health === 'ok' ? description : '<html>');
    });
  }

  /** A token; `undefined` takes a claim away. `exp` is in seconds from now. */
  token(claims: JWTPayload, kid = 'channel'): Promise<string> {
    return this.signedBy(this.#keys, claims, kid);
  }

  /** One that somebody else signed, under the same name of the key. */
  async forged(claims: JWTPayload): Promise<string> {
    return this.signedBy(await generateKeyPair('RS256'), claims, 'channel');
  }

  private signedBy(keys: Keys, claims: JWTPayload, kid: string): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const { nbf = -10, exp = 3600, ...others } = claims;
    const isEndless = 'exp' in claims && claims.exp === undefined;
    return new SignJWT({ ...others, nbf: now + nbf, ...(!isEndless && { exp: now + exp }) })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
      .sign(keys.privateKey);
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
