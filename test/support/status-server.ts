import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { Server } from 'restify';
import type { Playbook } from '../../src/domain/organisation/playbook.ts';
import { LinkKeys } from '../../src/http/link-key.ts';
import { LINK_PURPOSE } from '../../src/http/routes/admission.ts';
import { statusRoutes } from '../../src/http/routes/status.ts';
import { type ChannelRoute, createHttpServer } from '../../src/http/server.ts';
import { Networks } from '../../src/http/status/networks.ts';
import type { Store } from '../../src/ports/store.ts';
import { NoticeBoard } from '../../src/runtime/notice-board.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { at } from './playbooks.ts';

/** The first one's clock is set. */
type Served = readonly [Playbook, ...Playbook[]];

interface Options {
  readonly networks?: Networks;
  readonly hasMail?: boolean;
  /** Routes beside those of the status pages. */
  readonly more?: readonly ChannelRoute[];
  readonly port?: number;
}

/** The status pages over HTTP, with a store in memory and a clock that is set. */
export class StatusServer {
  readonly store: Store;
  /** What /readyz says. */
  isReady = false;
  readonly #server: Server;
  readonly #keys = new LinkKeys('a-secret-of-more-than-thirty-two-characters', true);
  readonly #zone: Playbook;
  #now: Temporal.Instant;

  private constructor(playbooks: Served, { networks = new Networks(), hasMail = false, more = [] }: Options) {
    this.store = openSqliteStore({ file: ':memory:' });
    this.#zone = playbooks[0];
    this.#now = at(this.#zone, '2026-11-23T10:00').toInstant();
    const log = pino({ level: 'silent' });
    const parts = {
      ...{ log, keys: this.#keys, clock: { now: () => this.#now } },
      playbooks: new Map(playbooks.map((playbook) => [playbook.organisation, playbook])),
    };
    const board = new NoticeBoard(this.store);
    const origin = () => 'https://bot.example.org';
    this.#server = createHttpServer({
      ...parts,
      ready: async () => {
        if (!this.isReady) throw new Error('it is still being filled');
      },
      routes: [...statusRoutes({ ...parts, board, networks, hasMail, origin }), ...more],
    });
  }

  static async start(playbooks: Served, options: Options = {}): Promise<StatusServer> {
    const server = new StatusServer(playbooks, options);
    server.#server.listen(options.port ?? 0, '127.0.0.1');
    await once(server.#server.server, 'listening');
    return server;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  /** Sets the clock to a local time of the first organisation. */
  clock(local: string): void {
    this.#now = at(this.#zone, local).toInstant();
  }

  key(organisation: string): string {
    return this.#keys.keyFor(LINK_PURPOSE, organisation);
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}${path}`, init);
  }

  async text(path: string): Promise<string> {
    return (await this.fetch(path)).text();
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.server.closeAllConnections();
    await this.store.close();
  }
}
