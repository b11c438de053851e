import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { Applied, NoticeCommand } from '../../domain/notices/commands.ts';
import type { Ledger, LedgerRow } from '../../domain/notices/ledger.ts';
import type { Author, Notice } from '../../domain/notices/notice.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { say } from '../../locales/say.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LinkKeys } from '../link-key.ts';
import type { ChannelRoute } from '../server.ts';
import { ledgerJson, noticeJson } from './answers.ts';
import { bodiesFor, CHANGE_NAMES, changeOf, commandOf } from './bodies.ts';
import { API_LIMITS, ApiRefusal, readJson, sendJson, sendRefusal } from './exchange.ts';
import { toolOf } from './tool.ts';

/** What can be done with notices from outside of a conversation. */
export interface NoticeDesk {
  /** Does a command once for each id, and resolves when it is committed. `notice` null: a new one. */
  command(asked: {
    readonly id: string;
    readonly organisation: string;
    readonly notice: string | null;
    readonly command: NoticeCommand;
    readonly by: Author;
  }): Promise<Applied>;
  /** Tries what of a notice's present revision failed again. */
  retry(organisation: string, notice: string): Promise<void>;
  notice(organisation: string, id: string): Promise<Notice | null>;
  /** Newest first. */
  notices(
    organisation: string,
    state: 'open' | 'waiting' | 'ended',
    limit: number,
  ): Promise<readonly Notice[]>;
  ledger(
    organisation: string,
    notice: string,
  ): Promise<{ readonly ledger: Ledger; readonly rows: readonly LedgerRow[] } | null>;
}

/** What the routes need. */
export interface ApiParts {
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly keys: LinkKeys;
  readonly clock: Clock;
  readonly desk: NoticeDesk;
  /** Makes an id that was never there. */
  readonly newId: () => string;
}

/** One request of a tool that may ask. */
interface Asking {
  readonly playbook: Playbook;
  readonly tool: string;
  readonly now: number;
  readonly request: IncomingMessage;
  readonly query: URLSearchParams;
}

/** The HTTP API for writing notices (docs/notices-api.md). */
export function noticeApi(parts: ApiParts): readonly ChannelRoute[] {
  const route = (
    method: ChannelRoute['method'],
    path: string,
    answer: (asking: Asking, id: string, what: string) => Promise<{ status: number; value: object }>,
  ): ChannelRoute => ({
    method,
    path: `/api/:org/notices${path}`,
    handle: (request, response) => handle(parts, request, response, answer),
  });
  return [
    route('GET', '', (asking) => list(parts, asking)),
    route('POST', '', (asking) => publish(parts, asking)),
    route('GET', '/:id', (asking, id) => show(parts, asking, id)),
    route('GET', '/:id/ledger', (asking, id) => ledger(parts, asking, id)),
    route('POST', '/:id/:what', (asking, id, what) => change(parts, asking, id, what)),
  ];
}

async function handle(
  { playbooks, keys, clock }: ApiParts,
  request: IncomingMessage,
  response: ServerResponse,
  answer: (asking: Asking, id: string, what: string) => Promise<{ status: number; value: object }>,
): Promise<void> {
  const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://localhost');
  const [, , organisation = '', , id = '', what = ''] = pathname.split('/');
  try {
    const playbook = playbooks.get(organisation);
    if (playbook === undefined) throw new ApiRefusal(404, 'There is no such organisation here.');
    const tool = toolOf(keys, playbook, request.headers.authorization);
    const now = clock.now().epochMilliseconds;
    const { status, value } = await answer({ playbook, tool, now, request, query }, id, what);
    sendJson(response, status, value);
  } catch (cause) {
    if (!(cause instanceof ApiRefusal)) throw cause;
    sendRefusal(response, cause);
  }
}

async function list({ desk }: ApiParts, { playbook, now, query }: Asking) {
  const state = query.get('state') ?? 'open';
  if (state !== 'open' && state !== 'waiting' && state !== 'ended')
    throw new ApiRefusal(400, 'The state is unknown; write open, waiting or ended.');
  const notices = await desk.notices(playbook.organisation, state, API_LIMITS.list);
  return { status: 200, value: { notices: notices.map((notice) => noticeJson(playbook, notice, now)) } };
}

async function show({ desk }: ApiParts, { playbook, now }: Asking, id: string) {
  const notice = await desk.notice(playbook.organisation, id);
  if (notice === null) throw new ApiRefusal(404, 'There is no such notice.');
  return { status: 200, value: { notice: noticeJson(playbook, notice, now) } };
}

async function ledger({ desk }: ApiParts, { playbook }: Asking, id: string) {
  const found = await desk.ledger(playbook.organisation, id);
  if (found === null) throw new ApiRefusal(404, 'There is no such notice, or it was never sent.');
  return { status: 200, value: ledgerJson(found.ledger, found.rows) };
}

async function publish(parts: ApiParts, asking: Asking) {
  const { playbook, now, request } = asking;
  const draft = checked(bodiesFor(playbook.languages).draft, await readJson(request));
  return done(parts, asking, null, commandOf(draft, now), 201);
}

async function change(parts: ApiParts, asking: Asking, id: string, what: string) {
  const { organisation, languages } = asking.playbook;
  const name = CHANGE_NAMES.find((known) => known === what);
  if (name === undefined && what !== 'retry')
    throw new ApiRefusal(404, `Unknown; choose of ${[...CHANGE_NAMES, 'retry'].join(', ')}.`);
  if ((await parts.desk.notice(organisation, id)) === null)
    throw new ApiRefusal(404, 'There is no such notice.');
  if (name === undefined) {
    await parts.desk.retry(organisation, id);
    return ledger(parts, asking, id);
  }
  const schema: z.ZodType<object> = bodiesFor(languages).changes[name];
  return done(parts, asking, id, changeOf(name, checked(schema, await readJson(asking.request))), 200);
}

async function done(
  { desk, newId }: ApiParts,
  { playbook, tool, now, request }: Asking,
  notice: string | null,
  command: NoticeCommand,
  status: number,
) {
  const { organisation } = playbook;
  const applied = await desk.command({
    ...{ organisation, notice, command },
    id: `api/${organisation}/${tool}/${keyOf(request) ?? newId()}`,
    by: { user: `tool:${tool}`, name: tool, conversation: `desk/${organisation}` },
  });
  if (applied.outcome === 'done')
    return { status, value: { notice: noticeJson(playbook, applied.notice, now), news: applied.news } };
  throw new ApiRefusal(
    422,
    'The notice was not changed.',
    applied.faults.map(({ field, why }) => ({ field, why, message: say('en', `notice-fault.${why}`) })),
  );
}

/** The same key again is the same request: it is answered as the first was, and done once. */
function keyOf({ headers }: IncomingMessage): string | null {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key === 'string' && /^[\x21-\x7e]+$/.test(key) && key.length <= API_LIMITS.key) return key;
  throw new ApiRefusal(
    400,
    `Idempotency-Key takes 1 to ${API_LIMITS.key} characters of ASCII without spaces.`,
  );
}

function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => {
    const field = path.map(String).join('.') || 'body';
    return { field, why: 'shape', message: `${field} ${message}` };
  });
  throw new ApiRefusal(400, 'The body is not as it should be.', faults);
}
