import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const CONVERSATION = /^\/v3\/conversations\/([^/?]+)(?:\/(activities|members))?/;

/**
 * Teams' connector, as far as a measurement needs it: it takes everything, and counts the messages of each conversation.
 * It looks at no token.
 */
export class CountingConnector {
  /** What activities name as their service address. */
  readonly serviceUrl: string;
  /** When the newest message came, by `performance.now()`. */
  newest = 0;
  readonly #server: Server;
  readonly #counts = new Map<string, number>();
  #waiting: { readonly isSo: () => boolean; readonly resolve: () => void } | null = null;
  #ids = 0;

  static async start(): Promise<CountingConnector> {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return new CountingConnector(server);
  }

  private constructor(server: Server) {
    this.#server = server;
    this.serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    server.on('request', (request, response) => this.#take(request, response));
  }

  /** How many messages were sent to a conversation, new ones and changed ones. */
  count(conversation: string): number {
    return this.#counts.get(conversation) ?? 0;
  }

  /**
   * Waits until every conversation has got at least so many messages.
   * @throws Error that names how many are missing after `ms`
   */
  async reached(conversations: readonly string[], each: number, ms: number): Promise<void> {
    const missing = () => conversations.filter((conversation) => this.count(conversation) < each).length;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const late = setTimeout(() => reject(new Error(`${missing()} conversations were not answered`)), ms);
    this.#waiting = { isSo: () => missing() === 0, resolve };
    this.#look();
    try {
      await promise;
    } finally {
      clearTimeout(late);
      this.#waiting = null;
    }
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const [, conversation = '', what] = CONVERSATION.exec(request.url ?? '') ?? [];
    if (request.method === 'GET') return answer(response, 200, member(request.url ?? ''));
    const body = Buffer.concat(parts).toString('utf8');
    // Typing is no answer. Reading the whole body would take this process as long as it takes the bot to write it.
    const isTyping = what === 'activities' && body.includes('"type":"typing"');
    this.#ids += 1;
    answer(response, request.method === 'PUT' ? 200 : 201, { id: `${this.#ids}` });
    if (!isTyping) this.#counted(decodeURIComponent(conversation));
  }

  #counted(conversation: string): void {
    this.newest = performance.now();
    this.#counts.set(conversation, this.count(conversation) + 1);
    this.#look();
  }

  #look(): void {
    if (this.#waiting?.isSo()) this.#waiting.resolve();
  }
}

function answer(response: ServerResponse, status: number, json: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(json));
}

/** Whoever is asked for; everybody is in the roster. */
function member(address: string): object {
  const id = decodeURIComponent(address.split('/').at(-1) ?? '');
  const name = id.replace(/^29:/, '');
  return { id, name, objectId: name, email: `${name}@example.org`, tenantId: 'tenant', userRole: 'user' };
}
