import type { IncomingMessage, ServerResponse } from 'node:http';
import { type LocalServer, sendJson, startServer, textOf } from '../teams/local-server.ts';
import { type Answer, refused, textArg } from './answers.ts';
import { FAKE_APP } from './app.ts';
import { CALLS } from './calls/methods.ts';
import type { Json } from './check.ts';
import { FakeClock } from './clock.ts';
import { type FaultPlace, isTaken, type SlackFault, SlackFaults } from './faults.ts';
import { serveFile } from './file-host.ts';
import { isMethod, METHODS, type Method, type MethodFacts, scopeOf } from './methods.ts';
import { OAuth } from './oauth.ts';
import { FakePacing } from './pacing.ts';
import { type ReadCall, readCall } from './request.ts';
import { answerAt } from './response-urls.ts';
import { FakeWorkspace, type NewWorkspace } from './workspace.ts';
import type { FakeToken } from './world.ts';

/** One call that came. */
export interface SeenCall {
  readonly method: string;
  /** '' where the token is nobody's. */
  readonly team: string;
  /** '' where the call is about no channel. */
  readonly channel: string;
  readonly args: Json;
  /** Null: broken off or left hanging. */
  readonly status: number | null;
  /** Slack's error; null if it went well, or was broken off by a fault. */
  readonly error: string | null;
  readonly warnings: readonly string[];
}

interface Caller {
  readonly workspace: FakeWorkspace;
  readonly token: FakeToken;
}

/**
 * Slack's Web API, its file host and its addresses for answers, on this machine, over http. It keeps workspaces, and to
 * Slack's limits (limits.ts, methods.ts). What it does not know it refuses; it never takes more than Slack does.
 */
export class FakeSlack {
  readonly clock: FakeClock;
  readonly pacing = new FakePacing();
  readonly faults = new SlackFaults();
  readonly oauth = new OAuth();
  readonly workspaces = new Map<string, FakeWorkspace>();
  /** Every call, in the order in which it was answered, broken off or left hanging. */
  readonly seen: SeenCall[] = [];
  /** The app's own token, for Socket Mode. */
  readonly appToken: FakeToken = {
    ...{
      token: FAKE_APP.appToken,
      kind: 'app',
      scopes: ['connections:write'],
      expiresAt: null,
      state: 'good',
    },
  };
  /** Where `apps.connections.open` sends a client; a fake of Socket Mode sets it. */
  socketUrl: (() => string) | null = null;
  #server: LocalServer | null = null;

  /** @param now ms since 1970; the machine's own time if nothing is said */
  static async start(now?: () => number): Promise<FakeSlack> {
    const slack = new FakeSlack(new FakeClock(now));
    slack.#server = await startServer((request, response) => slack.#take(request, response));
    return slack;
  }

  private constructor(clock: FakeClock) {
    this.clock = clock;
  }

  get address(): string {
    return this.#server?.address ?? '';
  }

  /** What SLACK_API_URL is to be. */
  get apiUrl(): string {
    return `${this.address}/api/`;
  }

  addWorkspace(given: NewWorkspace = {}): FakeWorkspace {
    const workspace = new FakeWorkspace(this.clock, () => this.address, given);
    this.workspaces.set(workspace.team, workspace);
    return workspace;
  }

  /** How many calls came: all, those of a method, or those of it about one channel. */
  calls(method?: Method, channel?: string): number {
    return this.seenOf(method, channel).length;
  }

  seenOf(method?: Method, channel?: string): readonly SeenCall[] {
    return this.seen.filter(
      (seen) =>
        (method === undefined || seen.method === method) &&
        (channel === undefined || seen.channel === channel),
    );
  }

  /** The next calls, whatever they are, go wrong so, one each. */
  failNext(...faults: readonly SlackFault[]): void {
    this.faults.add({}, faults);
  }

  /** The next calls of a method, of one channel, of one workspace. */
  failNextIn(place: FaultPlace & { readonly method?: Method }, ...faults: readonly SlackFault[]): void {
    this.faults.add(place, faults);
  }

  /** Breaks off what hangs. */
  release(): void {
    this.faults.release();
  }

  stop(): void {
    this.release();
    this.#server?.stop();
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    if (body === null) return;
    const { pathname } = new URL(request.url ?? '/', 'http://fake');
    const [, root, name = ''] = pathname.split('/');
    if (root === 'files-pri' || root === 'login') return serveFile(this, request, response);
    if (pathname === '/oauth/v2/authorize') return this.oauth.page(request, response);
    if (root === 'actions') return answerAt(this, pathname, body, response);
    if (root !== 'api') return sendJson(response, 404, {});
    if (!isMethod(name))
      return sendJson(response, 200, { ok: false, error: 'unknown_method', req_method: name });
    this.#call(name, readCall(name, request, body), request, response);
  }

  #call(method: Method, read: ReadCall, request: IncomingMessage, response: ServerResponse): void {
    const caller = this.#callerOf(read.token, read.args);
    const place = {
      ...{ method, team: caller?.workspace.team ?? '' },
      channel: textArg(read.args, 'channel') || textArg(read.args, 'channel_id'),
    };
    const note = (status: number | null, error: string | null, warnings: readonly string[] = []) =>
      this.seen.push({ ...place, args: read.args, status, error, warnings });
    const fault = this.faults.next(place);
    if (fault !== null) {
      if (isTaken(fault)) this.#answer(method, read, caller);
      note(this.faults.play(fault, request, response), null);
      return;
    }
    const wait = this.pacing.take(method, place.team, place.channel, this.clock.now);
    if (wait !== null) {
      note(this.faults.play({ retryAfter: wait }, request, response), 'ratelimited');
      return;
    }
    const answer = this.#answer(method, read, caller);
    note(200, answer.ok ? null : answer.error, answer.ok ? answer.warnings : []);
    sendJson(response, 200, written(answer, read.warnings), headersFor(method, caller));
  }

  #answer(method: Method, read: ReadCall, caller: Caller | null): Answer {
    if (read.error !== null) return refused(read.error);
    if (method === 'oauth.v2.access') return this.oauth.access(read.args, read.basic);
    if (method === 'apps.connections.open') return this.#connection(read.token);
    const bad = this.#refusedToken(method, read, caller);
    if (bad !== null || caller === null) return bad ?? refused('invalid_auth');
    const { workspace, token } = caller;
    const lacking = METHODS[method].required.filter((name) => (read.args[name] ?? '') === '');
    if (lacking.length > 0)
      return refused(
        'invalid_arguments',
        lacking.map((name) => `[ERROR] missing required field: ${name}`),
      );
    return CALLS[method]({ workspace, token, args: read.args });
  }

  #connection(token: string | null): Answer {
    if (token === null) return refused('not_authed');
    if (this.#callerOf(token) !== null) return refused('not_allowed_token_type');
    if (token !== this.appToken.token) return refused('invalid_auth');
    if (this.appToken.state !== 'good') return refused('token_revoked');
    if (this.socketUrl === null) return refused('internal_error');
    return { ok: true, fields: { url: this.socketUrl() } };
  }

  #refusedToken(method: Method, { token, args }: ReadCall, caller: Caller | null): Answer | null {
    if (token === null) return refused('not_authed');
    if (token === this.appToken.token) return refused('not_allowed_token_type');
    if (caller === null) return refused('invalid_auth');
    const { state, expiresAt, scopes } = caller.token;
    if (state === 'revoked') return refused('token_revoked');
    if (state === 'inactive') return refused('account_inactive');
    if (expiresAt !== null && expiresAt <= this.clock.now) return refused('token_expired');
    const needed = scopeOf(method, caller.workspace.channels.get(textArg(args, 'channel')) ?? null);
    if (needed === null || scopes.includes(needed)) return null;
    return refused('missing_scope', [], { needed, provided: scopes.join(',') });
  }

  /** A token of a whole Enterprise organisation is good in many: then the channel tells which is meant. */
  /** A token of a whole organisation is used where the channel is, or whoever it is asked about. */
  #callerOf(given: string | null, args: Json = {}): Caller | null {
    if (given === null) return null;
    const [channel, user] = [textArg(args, 'channel'), textArg(args, 'user')];
    let first: Caller | null = null;
    for (const workspace of this.workspaces.values()) {
      const token = workspace.tokens.get(given);
      if (token === undefined) continue;
      if (!token.isWhole || workspace.channels.has(channel) || workspace.users.has(user))
        return { workspace, token };
      first ??= { workspace, token };
    }
    return first;
  }
}

function written(answer: Answer, warned: readonly string[]): object {
  const warnings = [...warned, ...(answer.ok ? (answer.warnings ?? []) : [])];
  const messages = answer.ok ? [] : (answer.messages ?? []);
  const said = {
    ...(warnings.length > 0 && { warnings }),
    ...(messages.length > 0 && { messages }),
    ...(answer.ok && (answer.fields.response_metadata as object | undefined)),
  };
  return {
    ...(answer.ok ? { ok: true, ...answer.fields } : { ok: false, error: answer.error, ...answer.more }),
    ...(warnings.length > 0 && { warning: warnings.join(',') }),
    ...(Object.keys(said).length > 0 && { response_metadata: said }),
  };
}

function headersFor(method: Method, caller: Caller | null): Record<string, string> {
  const { scope }: MethodFacts = METHODS[method];
  return {
    ...(caller !== null && { 'x-oauth-scopes': caller.token.scopes.join(',') }),
    ...(typeof scope === 'string' && { 'x-accepted-oauth-scopes': scope }),
  };
}
