import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Destination, ENTERPRISE } from '../../test/support/broadcast/destinations.ts';
import { FakePacing } from '../../test/support/slack/pacing.ts';
import { ConnectorRates } from '../../test/support/teams/connector-limits.ts';

const CONVERSATION = /^\/v3\/conversations\/([^/?]+)(?:\/(activities|members))?/;

/**
 * Teams' connector and Slack's Web API, as far as a broadcast needs them: they keep to the limits, count, and forget. What
 * is too much is refused with 429 and, beside Retry-After, the exact time in ms, for who wants to be as fast as can be.
 */
export class Taker {
  readonly address: string;
  readonly teams = new ConnectorRates();
  readonly slack = new FakePacing();
  /** Messages that were taken, and when the first and the newest came, by `Date.now()`. */
  taken = 0;
  first = 0;
  newest = 0;
  /** Messages that stand somewhere twice. */
  twice = 0;
  readonly #server: Server;
  readonly #homes: Map<string, string>;
  readonly #seen = new Set<string>();
  readonly #told = new Map<string, (at: number) => void>();
  #ids = 1;
  #mark: { readonly count: number; readonly told: () => void } | null = null;

  static async start(destinations: readonly Destination[]): Promise<Taker> {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return new Taker(server, new Map(destinations.map(({ place, home }) => [place, home])));
  }

  private constructor(server: Server, homes: ReadonlyMap<string, string>) {
    this.#server = server;
    this.#homes = new Map(homes);
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.teams.isOn = true;
    this.teams.tenantOf = (conversation) => this.#homes.get(conversation) ?? '';
    this.slack.isOn = true;
    server.on('request', (request, response) => void this.#take(request, response));
  }

  /** Somebody who gets no notices is in this tenant. */
  tenantOf(conversation: string, tenant: string): void {
    this.#homes.set(conversation, tenant);
  }

  /** Resolves with when a message next comes to a conversation. */
  next(conversation: string): Promise<number> {
    return new Promise((resolve) => void this.#told.set(conversation, resolve));
  }

  /** Calls back once so many messages were taken. */
  reached(count: number, told: () => void): void {
    this.#mark = { count, told };
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = Date.now();
    const { url = '' } = request;
    const method = /^\/api\/([a-z.A-Z]+)/.exec(url)?.[1];
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const body = Buffer.concat(parts).toString('utf8');
    if (method !== undefined) return this.#inSlack(method, body, at, response);
    const [, name = '', what] = CONVERSATION.exec(url) ?? [];
    const conversation = decodeURIComponent(name);
    if (request.method === 'GET') return answer(response, 404, {});
    const wait = this.teams.take(conversation, at);
    if (wait !== null) return answer(response, 429, {}, wait);
    const isTyping = what === 'activities' && body.includes('"type":"typing"');
    if (!isTyping) this.#count(conversation, at);
    answer(response, 201, { id: `${this.#ids++}` });
  }

  #inSlack(method: string, body: string, at: number, response: ServerResponse): void {
    if (method === 'auth.test')
      return answer(response, 200, {
        ...{ ok: true, team_id: 'T0FIRST', user_id: 'U0DRIFTVAKT', bot_id: 'B0DRIFTVAKT' },
        ...{ is_enterprise_install: true, enterprise_id: ENTERPRISE },
      });
    if (method !== 'chat.postMessage') return answer(response, 200, { ok: false, error: 'unknown_method' });
    const channel = /"channel":"([^"]+)"/.exec(body)?.[1] ?? '';
    const wait = this.slack.take(method, this.#homes.get(channel) ?? '', channel, at);
    if (wait !== null) return answer(response, 429, { ok: false, error: 'ratelimited' }, wait);
    this.#count(channel, at);
    const ts = `${Math.floor(at / 1000)}.${`${this.#ids++}`.padStart(6, '0')}`;
    answer(response, 200, { ok: true, channel, ts });
  }

  #count(conversation: string, at: number): void {
    const told = this.#told.get(conversation);
    this.#told.delete(conversation);
    if (told !== undefined) told(at);
    // Who writes by themselves is no destination.
    if (conversation.startsWith('a:chat-')) return;
    if (this.#seen.has(conversation)) this.twice += 1;
    this.#seen.add(conversation);
    this.taken += 1;
    if (this.first === 0) this.first = at;
    this.newest = at;
    if (this.#mark === null || this.taken < this.#mark.count) return;
    this.#mark.told();
    this.#mark = null;
  }
}

function answer(response: ServerResponse, status: number, json: object, wait?: number): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    ...(wait !== undefined && { 'retry-after': `${wait}` }),
  });
  response.end(JSON.stringify(json));
}
