import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ConnectorFault, FaultQueue } from './connector-faults.ts';
import { type LocalServer, sendJson, startServer } from './local-server.ts';

/**
 * Microsoft Graph, on this machine, over http: it takes the tokens that a test names, and knows the managers that a test
 * adds. Everybody else is not found.
 */
export class FakeGraph {
  /** The path and query of every request that came. */
  readonly asked: string[] = [];
  readonly faults = new FaultQueue();
  readonly tokens = new Set(['good']);
  readonly #managers = new Map<string, object>();
  /** Everybody of the tenant, as Graph describes them. */
  readonly users: object[] = [];
  /** Users on a page, at most. */
  pageSize = 999;
  /** In place of the link to the next page. */
  nextLink: string | null = null;
  #server: LocalServer | null = null;

  static async start(): Promise<FakeGraph> {
    const graph = new FakeGraph();
    graph.#server = await startServer((request, response) => graph.#take(request, response));
    return graph;
  }

  get address(): string {
    return this.#server?.address ?? '';
  }

  /** @param manager as Graph describes somebody: `displayName`, `mail`, `mobilePhone`, `businessPhones` */
  addManager(user: string, manager: object): void {
    this.#managers.set(user, manager);
  }

  /** The next requests go wrong so, one each. */
  failNext(...faults: readonly ConnectorFault[]): void {
    this.faults.add(faults);
  }

  #page(path: string): object {
    const query = new URL(path, this.address).searchParams;
    const skip = Number(query.get('$skiptoken') ?? 0);
    const end = skip + Math.min(this.pageSize, Number(query.get('$top') ?? 100));
    query.set('$skiptoken', String(end));
    const link = this.nextLink ?? `${this.address.replace(/\/$/, '')}/v1.0/users?${query}`;
    return {
      value: this.users.slice(skip, end),
      ...(end < this.users.length && { '@odata.nextLink': link }),
    };
  }

  stop(): void {
    this.faults.release();
    this.#server?.stop();
  }

  #take(request: IncomingMessage, response: ServerResponse): void {
    this.asked.push(request.url ?? '');
    const fault = this.faults.next(null);
    if (fault !== null) return void this.faults.play(fault, request, response);
    const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    if (!this.tokens.has(token)) return sendJson(response, 401, errorOf('InvalidAuthenticationToken'));
    if (/^\/v1\.0\/users\?/.test(request.url ?? ''))
      return sendJson(response, 200, this.#page(request.url ?? ''));
    const [, user = ''] = /^\/v1\.0\/users\/([^/?]+)\/manager\?/.exec(request.url ?? '') ?? [];
    const manager = this.#managers.get(user);
    if (manager === undefined) return sendJson(response, 404, errorOf('Request_ResourceNotFound'));
    sendJson(response, 200, manager);
  }
}

function errorOf(code: string): object {
  return { error: { code, message: 'Some words of Graph, about Kari Nordmann.' } };
}
