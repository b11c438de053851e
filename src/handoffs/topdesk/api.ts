import type { Attachment } from '../../ports/post.ts';
import { type Answered, ask } from '../ask.ts';
import { faultOf, noAnswer, TopdeskError } from './faults.ts';
import { TOPDESK_LIMITS } from './limits.ts';

/** A TOPdesk, and the operator by whom we enter it. */
export interface TopdeskAccount {
  /** Its origin, `https://example.topdesk.net`. */
  readonly address: string;
  readonly operator: string;
  readonly applicationPassword: string;
}

/** What of an incident is read. */
export interface Incident {
  readonly id: string;
  readonly number: string;
  readonly externalNumber: string | null;
  readonly status: string | null;
  /** The operators say that it is solved, or closed it. */
  readonly solved: boolean;
}

/**
 * TOPdesk's REST API for incidents, as https://developers.topdesk.com describes it: Basic authentication with an application
 * password; a list that holds nothing answers 204.
 * @throws TopdeskError from every method
 */
export class TopdeskApi {
  readonly #account: TopdeskAccount;

  constructor(account: TopdeskAccount) {
    this.#account = account;
  }

  /** Incidents with this external number. */
  async find(externalNumber: string): Promise<readonly Incident[]> {
    const query = new URLSearchParams({
      query: `externalNumber=='${externalNumber}'`,
      pageSize: String(TOPDESK_LIMITS.found),
    });
    const answer = await this.#ask('GET', `incidents?${query}`);
    const found = answer.status === 204 ? [] : listIn(answer).map(incidentIn);
    // A TOPdesk that does not know the filter answers with everybody's: then nobody could say what is there.
    if (found.some((incident) => incident.externalNumber !== externalNumber))
      throw new TopdeskError(
        'permanent',
        'this TOPdesk does not filter by external number: its API must be 3.3 or newer',
      );
    return found;
  }

  async create(fields: Readonly<Record<string, unknown>>): Promise<Incident> {
    const answer = await this.#ask('POST', 'incidents', JSON.stringify(fields));
    return incidentIn(objectIn(answer));
  }

  /** The id of a branch by its whole name, in whatever case; null: there is none, or several. */
  async branch(name: string): Promise<string | null> {
    const answer = await this.#ask('GET', `branches?${new URLSearchParams({ nameFragment: name })}`);
    if (answer.status === 204) return null;
    const wanted = name.toLowerCase();
    const ids = listIn(answer).flatMap((each) =>
      textIn(each.name)?.toLowerCase() === wanted ? (textIn(each.id) ?? []) : [],
    );
    return ids.length === 1 ? (ids[0] ?? null) : null;
  }

  /** Adds a word of ours, which the caller can read. */
  async addAction(id: string, action: string): Promise<void> {
    await this.#ask('PUT', `incidents/id/${encodeURIComponent(id)}`, JSON.stringify({ action }));
  }

  /** The words that were added, newest first. */
  async actions(id: string): Promise<readonly string[]> {
    const answer = await this.#ask('GET', `incidents/id/${encodeURIComponent(id)}/actions`);
    if (answer.status === 204) return [];
    return listIn(answer).map((each) => textIn(each.memoText) ?? '');
  }

  /** The names of the files of an incident. */
  async attachments(id: string): Promise<readonly string[]> {
    const answer = await this.#ask('GET', `incidents/id/${encodeURIComponent(id)}/attachments`);
    if (answer.status === 204) return [];
    return listIn(answer).flatMap(({ fileName }) => textIn(fileName) ?? []);
  }

  async attach(id: string, { name, type, bytes }: Attachment): Promise<void> {
    const form = new FormData();
    form.append('file', new Blob([Uint8Array.from(bytes)], { type }), name);
    await this.#ask('POST', `incidents/id/${encodeURIComponent(id)}/attachments`, form);
  }

  /** Where whoever may can look at it. */
  pageOf(id: string): string {
    return new URL(`/tas/secure/incident?unid=${encodeURIComponent(id)}`, this.#account.address).href;
  }

  async #ask(method: string, path: string, body?: string | FormData): Promise<Answered> {
    const { address, operator, applicationPassword } = this.#account;
    const login = Buffer.from(`${operator}:${applicationPassword}`).toString('base64');
    const writes = method !== 'GET';
    const headers = {
      Authorization: `Basic ${login}`,
      Accept: 'application/json',
      ...(typeof body === 'string' && { 'Content-Type': 'application/json' }),
    };
    const answer = await ask(new URL(`/tas/api/${path}`, address), {
      method,
      headers,
      ...(body !== undefined && { body }),
    }).catch((cause: unknown) => {
      throw noAnswer(cause, writes);
    });
    if (answer.status < 200 || answer.status >= 300) throw faultOf(answer, writes);
    return answer;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function objectIn({ body }: Answered): Fields {
  const value = parsed(body);
  // What was answered cannot be read: whatever was asked for may be done.
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unreadable();
  return value as Fields;
}

function listIn({ body }: Answered): readonly Fields[] {
  const value = parsed(body);
  if (!Array.isArray(value)) throw unreadable();
  return value.filter((each): each is Fields => typeof each === 'object' && each !== null);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function unreadable(): TopdeskError {
  return new TopdeskError('unclear', 'TOPdesk answers what is no incident');
}

function incidentIn(fields: Fields): Incident {
  const { id, number, externalNumber, processingStatus, completed, closed } = fields;
  if (typeof id !== 'string' || typeof number !== 'string') throw unreadable();
  const status = processingStatus as { readonly name?: unknown } | null | undefined;
  return {
    ...{ id, number: number.slice(0, 60), externalNumber: textIn(externalNumber) },
    status: textIn(status?.name)?.slice(0, 100) ?? null,
    solved: completed === true || closed === true,
  };
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
