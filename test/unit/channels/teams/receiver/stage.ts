import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { NOT_IMPLEMENTED } from '../../../../../src/channels/teams/invokes/answer.ts';
import { type ReceiverParts, teamsReceiver } from '../../../../../src/channels/teams/receiver/receive.ts';
import type { TeamsSettings } from '../../../../../src/channels/teams/receiver/settings.ts';
import { teamsVerifier } from '../../../../../src/channels/teams/receiver/verify.ts';
import type { Inbound } from '../../../../../src/runtime/inbound.ts';
import { APP, ORGANISATIONS, type Payload, payload, TENANT } from '../../../../replay/teams/payloads.ts';
import { Issuer } from '../../../../support/teams/issuer.ts';

export const SERVICE = payload('personal').serviceUrl as string;
export const CLAIMS = { iss: 'https://api.botframework.com', aud: APP, serviceurl: SERVICE };

export function settingsFor(changes: Partial<TeamsSettings> = {}): TeamsSettings {
  const credentials = { kind: 'password', password: 'a secret' } as const;
  return { appId: APP, credentials, appTenantId: TENANT, tenants: [TENANT], ...changes };
}

/** The answer to a request. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** The route of Teams on a plain server, an issuer beside it, and an inbox that only remembers. */
export class Stage {
  readonly issuer: Issuer;
  readonly events: Inbound[] = [];
  /** What was told of after it was acknowledged. */
  readonly told: Inbound[] = [];
  /** What was logged. */
  readonly lines: string[] = [];
  readonly #server: Server;

  static async start(
    parts: Partial<ReceiverParts> = {},
    changes: Partial<TeamsSettings> = {},
    issuer?: Issuer,
  ): Promise<Stage> {
    const used = issuer ?? (await Issuer.start());
    const clock = { now: () => Temporal.Now.instant() };
    const verify = await teamsVerifier(settingsFor({ cloud: used.cloud, ...changes }), clock);
    const stage = new Stage(used, { verify, ...parts });
    await new Promise((resolve) => stage.#server.once('listening', resolve));
    return stage;
  }

  private constructor(issuer: Issuer, parts: Pick<ReceiverParts, 'verify'> & Partial<ReceiverParts>) {
    this.issuer = issuer;
    const route = teamsReceiver({
      organisations: ORGANISATIONS,
      engine: {
        accept: async (inbound) => {
          this.events.push(inbound);
          return { outcome: 'new' };
        },
      },
      invoke: async () => NOT_IMPLEMENTED,
      complete: async (inbound) => inbound,
      kept: (inbound) => void this.told.push(inbound),
      notKept: () => undefined,
      patienceMs: 0,
      log: pino({}, { write: (line: string) => this.lines.push(line) }),
      ...parts,
    });
    this.#server = createServer((request, response) => void route.handle(request, response));
    this.#server.listen(0, '127.0.0.1');
  }

  /** Posts an activity, or any text, with a token that is right unless another header is given. */
  async post(body: Payload | string, authorization?: string | null): Promise<Answer> {
    const header = authorization === undefined ? `Bearer ${await this.issuer.token(CLAIMS)}` : authorization;
    const { port } = this.#server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(header !== null && { Authorization: header }) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, body: await response.text() };
  }

  stop(): void {
    this.issuer.stop();
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
