import type { IncomingMessage, ServerResponse } from 'node:http';
import { type LocalServer, localServer } from './http.ts';

/** An incident as the fake keeps it: the fields as they were sent, and what TOPdesk adds. */
export interface FakeIncident {
  readonly id: string;
  readonly number: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly attachments: { fileName: string; bytes: number }[];
  readonly actions: string[];
  status: string | null;
  completed: boolean;
  closed: boolean;
}

/** What the fake does with the next request that fits, instead of answering as it should. */
export type TopdeskFault =
  /** Answers this, and does nothing. */
  | {
      readonly on: 'find' | 'create' | 'attach' | 'branches' | 'any';
      readonly status: number;
      readonly retryAfter?: number;
    }
  /** Does it, and the connection breaks before it says so. */
  | { readonly on: 'create' | 'attach' | 'action'; readonly cut: true };

export const OPERATOR = { operator: 'driftvakt', applicationPassword: 'abcde-fghij-klmno-pqrst-uvwxy' };
const LOGIN = `Basic ${Buffer.from(`${OPERATOR.operator}:${OPERATOR.applicationPassword}`).toString('base64')}`;

/** A TOPdesk that answers over HTTP as its incident API does, and fails as it is told. */
export class FakeTopdesk {
  readonly incidents: FakeIncident[] = [];
  readonly faults: TopdeskFault[] = [];
  /** Whom `callerLookup` finds. */
  readonly persons = new Set<string>(['kari@porsanger.kommune.no']);
  /** The branches, by name. `null`: callers need none. */
  branches: ReadonlyMap<string, string> | null = null;
  /** An API from before 3.3 knows no filter, and gives everybody everything. */
  filters = true;
  requests = 0;
  /** What is done with each creation, in a random test; null: answers. */
  fate: (() => 'answer' | 'cut' | 'busy') | null = null;
  /** How long each answer takes, in ms; null: none. What was asked is done at once. */
  delayMs: (() => number) | null = null;
  #server: LocalServer | null = null;

  static async start(port = 0): Promise<FakeTopdesk> {
    const topdesk = new FakeTopdesk();
    topdesk.#server = await localServer((...words) => topdesk.#handle(...words), port);
    return topdesk;
  }

  get address(): string {
    return this.#server?.address ?? '';
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }

  with(externalNumber: string): FakeIncident[] {
    return this.incidents.filter(({ fields }) => fields.externalNumber === externalNumber);
  }

  #handle(request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    if (this.delayMs === null) this.#answer(request, body, response);
    else setTimeout(() => this.#answer(request, body, response), this.delayMs());
  }

  #answer(request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    this.requests++;
    if (request.headers.authorization !== LOGIN) return refuse(response, 401);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://topdesk');
    const path = pathname.replace(/^\/tas\/api/, '');
    if (path === '/incidents' && request.method === 'GET') return this.#find(searchParams, response);
    if (path === '/incidents' && request.method === 'POST') return this.#create(body, response);
    if (path === '/branches' && request.method === 'GET') return this.#branches(searchParams, response);
    const [, id = '', part] = /^\/incidents\/id\/([^/]+)(?:\/([a-z]+))?$/.exec(path) ?? [];
    const incident = this.incidents.find((each) => each.id === decodeURIComponent(id));
    if (incident === undefined) return refuse(response, 404, 'Not found');
    if (part === 'attachments') return this.#attachments(incident, request, body, response);
    if (part === 'actions') {
      const actions = incident.actions.map((memoText, i) => ({ id: `a${i}`, memoText })).reverse();
      return actions.length === 0 ? send(response, 204) : send(response, 200, actions);
    }
    if (request.method !== 'PUT') return send(response, 200, shown(incident));
    const { action } = JSON.parse(body.toString()) as { action?: string };
    if (action !== undefined) incident.actions.push(action);
    return this.#isCut('action') ? drop(response) : send(response, 200, shown(incident));
  }

  #find(query: URLSearchParams, response: ServerResponse): void {
    if (this.#failed('find', response)) return;
    const [, wanted] = /^externalNumber=='([^']*)'$/.exec(query.get('query') ?? '') ?? [];
    if (wanted === undefined && this.filters) return refuse(response, 400, 'The query is not understood.');
    const found = this.filters ? this.with(wanted ?? '') : this.incidents;
    const size = Number(query.get('pageSize') ?? 10);
    if (found.length === 0) return send(response, 204);
    send(response, found.length > size ? 206 : 200, found.slice(0, size).map(shown));
  }

  /** As TOPdesk does: all whose name holds the fragment; 204 where there are none. */
  #branches(query: URLSearchParams, response: ServerResponse): void {
    if (this.#failed('branches', response)) return;
    const part = (query.get('nameFragment') ?? '').toLowerCase();
    const found = [...(this.branches ?? [])].filter(([name]) => name.toLowerCase().includes(part));
    if (found.length === 0) return send(response, 204);
    send(
      response,
      200,
      found.map(([name, id]) => ({ id, name, branchType: 'independentBranch' })),
    );
  }

  #create(body: Buffer, response: ServerResponse): void {
    if (this.#failed('create', response)) return;
    const fate = this.fate?.() ?? 'answer';
    if (fate === 'busy') return refuse(response, 429);
    const fields = JSON.parse(body.toString()) as Record<string, unknown>;
    const wrong = this.#wrong(fields);
    if (wrong !== null) return refuse(response, 400, wrong);
    const number = `I 2611 ${String(this.incidents.length + 1).padStart(3, '0')}`;
    const incident: FakeIncident = {
      ...{ id: `${crypto.randomUUID()}`, number, fields, attachments: [], actions: [] },
      ...{ status: 'Registrert', completed: false, closed: false },
    };
    this.incidents.push(incident);
    if (fate === 'cut' || this.#isCut('create')) return drop(response);
    send(response, 201, shown(incident));
  }

  #wrong({ briefDescription, externalNumber, callerLookup, caller }: Record<string, unknown>): string | null {
    if (String(briefDescription ?? '').length > 80)
      return "The value for the field 'briefDescription' is too long. The maximum is 80.";
    if (String(externalNumber ?? '').length > 60)
      return "The value for the field 'externalNumber' is too long. The maximum is 60.";
    const { email } = (callerLookup ?? {}) as { email?: string };
    if (email !== undefined && !this.persons.has(email))
      return `No person found for the field 'callerLookup.email' with value '${email}'.`;
    if (callerLookup === undefined && caller === undefined) return "The field 'caller' is mandatory.";
    if (caller === undefined || this.branches === null) return null;
    const { branch } = caller as { branch?: { id?: string } };
    if (branch === undefined) return "The field 'caller.branch' is mandatory.";
    const isKnown = [...this.branches.values()].includes(branch.id ?? '');
    return isKnown ? null : `No branch found for the field 'caller.branch' with value '${branch.id}'.`;
  }

  #attachments(
    incident: FakeIncident,
    request: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
  ): void {
    if (request.method === 'GET') {
      if (incident.attachments.length === 0) return send(response, 204);
      return send(response, 200, incident.attachments);
    }
    if (this.#failed('attach', response)) return;
    const [, fileName = ''] = /name="file"; filename="([^"]+)"/.exec(body.toString('latin1')) ?? [];
    incident.attachments.push({ fileName, bytes: body.length });
    if (this.#isCut('attach')) return drop(response);
    send(response, 200, { id: `f${incident.attachments.length}`, fileName });
  }

  #failed(on: 'find' | 'create' | 'attach' | 'branches', response: ServerResponse): boolean {
    const [next] = this.faults;
    if (next === undefined || !('status' in next) || (next.on !== on && next.on !== 'any')) return false;
    this.faults.shift();
    if (next.retryAfter !== undefined) response.setHeader('Retry-After', next.retryAfter);
    if (next.status >= 300 && next.status < 400) response.setHeader('Location', 'http://127.0.0.1:1/');
    refuse(response, next.status);
    return true;
  }

  #isCut(on: 'create' | 'attach' | 'action'): boolean {
    const [next] = this.faults;
    if (next === undefined || !('cut' in next) || next.on !== on) return false;
    this.faults.shift();
    return true;
  }
}

function shown({ id, number, fields, status, completed, closed }: FakeIncident) {
  const processingStatus = status === null ? null : { id: 's1', name: status };
  const { briefDescription, externalNumber } = fields;
  return { id, number, briefDescription, externalNumber, processingStatus, completed, closed };
}

/** As TOPdesk refuses: a list of messages, or a page of whatever stands before it. */
function refuse(response: ServerResponse, status: number, message?: string): void {
  if (message === undefined) {
    response.writeHead(status, { 'Content-Type': 'text/html' });
    response.end('<html>no</html>');
  } else send(response, status, [{ message }]);
}

function send(response: ServerResponse, status: number, body?: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function drop(response: ServerResponse): void {
  response.destroy();
}
