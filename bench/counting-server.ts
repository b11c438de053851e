import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a platform answers a request of a bot's. */
export interface Reply {
  readonly status: number;
  readonly json: object;
  /** To which conversation it wrote; null if it is no message that is counted. */
  readonly wrote: string | null;
}

/** @param address of the request, without the host */
export type Answering = (address: string, method: string, body: string) => Reply;

/** A platform's API as far as a measurement needs it: it takes everything, and counts the messages of each conversation. */
export class CountingServer {
  /** Without a slash at its end. */
  readonly address: string;
  /** How long it takes before it answers. */
  readonly latencyMs: number;
  /** When the newest message came, by `performance.now()`. */
  newest = 0;
  readonly #server: Server;
  readonly #answering: Answering;
  readonly #counts = new Map<string, number>();
  /** Conversations that have not got all that is waited for. */
  #missing = new Set<string>();
  #each = 0;
  #resolve: () => void = () => undefined;

  /** @param latencyMs how long it takes before it answers */
  static async start(answering: Answering, latencyMs = 0): Promise<CountingServer> {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return new CountingServer(server, answering, latencyMs);
  }

  private constructor(server: Server, answering: Answering, latencyMs: number) {
    this.#server = server;
    this.#answering = answering;
    this.latencyMs = latencyMs;
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', (request, response) => this.#take(request, response));
  }

  /** How many messages were written to a conversation. */
  count(conversation: string): number {
    return this.#counts.get(conversation) ?? 0;
  }

  /**
   * Waits until every conversation has got at least so many messages.
   * @throws Error that names how many are missing after `ms`
   */
  async reached(conversations: readonly string[], each: number, ms: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#missing = new Set(conversations.filter((conversation) => this.count(conversation) < each));
    [this.#each, this.#resolve] = [each, resolve];
    if (this.#missing.size === 0) resolve();
    const late = setTimeout(
      () => reject(new Error(`${this.#missing.size} conversations were not answered`)),
      ms,
    );
    await promise.finally(() => clearTimeout(late));
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #take(request: IncomingMessage, response: ServerResponse): void {
    const parts: Buffer[] = [];
    request
      .on('data', (part: Buffer) => parts.push(part))
      .on('end', () => {
        const body = Buffer.concat(parts).toString('utf8');
        const answer = () =>
          this.#answer(this.#answering(request.url ?? '', request.method ?? '', body), response);
        if (this.latencyMs === 0) answer();
        else setTimeout(answer, this.latencyMs);
      });
  }

  #answer({ status, json, wrote }: Reply, response: ServerResponse): void {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(json));
    if (wrote !== null) this.#counted(wrote);
  }

  #counted(conversation: string): void {
    this.newest = performance.now();
    const count = this.count(conversation) + 1;
    this.#counts.set(conversation, count);
    if (count < this.#each || !this.#missing.delete(conversation)) return;
    if (this.#missing.size === 0) this.#resolve();
  }
}
