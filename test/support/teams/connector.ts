import type { IncomingMessage, ServerResponse } from 'node:http';
import { type CryptoKey, jwtVerify } from 'jose';
import { type ConnectorFault, FaultQueue, isTaken } from './connector-faults.ts';
import { ConnectorRates } from './connector-limits.ts';
import { type LocalServer, sendJson, startServer, textOf } from './local-server.ts';

/** Any JSON of the bot's. */
export type SentActivity = Record<string, unknown>;

/** A message in a conversation, as it stands now. */
export interface FakeMessage {
  readonly id: string;
  /** The newest that was put there. */
  activity: SentActivity;
  /** How often it was replaced. */
  updates: number;
}

/** A chat between the bot and one person that was opened. */
export interface OpenedChat {
  readonly conversation: string;
  readonly member: string;
  readonly tenant: string;
}

/** Whose tokens it takes: what verifies them, and the app that they must name. */
export interface ConnectorTrust {
  readonly key: CryptoKey;
  readonly appId: string;
}

/** One request that came, with a good token or not. */
export interface Seen {
  readonly method: string;
  /** The conversation that it was about; null for opening one. */
  readonly conversation: string | null;
  readonly status: number | null;
}

/**
 * Teams' connector, on this machine, over http. It takes the tokens of one app, gives out ids, and remembers what every
 * conversation looks like. Every conversation exists until the test closes it; only members that a test adds do.
 */
export class FakeConnector {
  /** Every request, in the order in which it was answered, broken off or left hanging (`status` null). */
  readonly seen: Seen[] = [];
  readonly opened: OpenedChat[] = [];
  readonly faults = new FaultQueue();
  readonly rates = new ConnectorRates();
  readonly #trust: ConnectorTrust;
  readonly #messages = new Map<string, FakeMessage[]>();
  readonly #typing = new Map<string, number>();
  readonly #members = new Map<string, Map<string, object>>();
  readonly #closed = new Map<string, { status: number; code: string }>();
  #server: LocalServer | null = null;
  #ids = 1_700_000_000_000;

  static async start(trust: ConnectorTrust): Promise<FakeConnector> {
    const connector = new FakeConnector(trust);
    connector.#server = await startServer((request, response) => connector.#take(request, response));
    return connector;
  }

  private constructor(trust: ConnectorTrust) {
    this.#trust = trust;
  }

  /** What activities name as their service address, with a slash at the end as Teams does. */
  get serviceUrl(): string {
    return `${this.#server?.address ?? ''}/emea/`;
  }

  /** The messages of a conversation, oldest first; a thread of a channel is a conversation of its own. */
  messages(conversation: string): readonly FakeMessage[] {
    return this.#messages.get(conversation) ?? [];
  }

  /** How often the bot showed that it is typing. */
  typing(conversation: string): number {
    return this.#typing.get(conversation) ?? 0;
  }

  /** How many requests came: all, those of a method, or those of it about one conversation. */
  requests(method?: string, conversation?: string): number {
    return this.seen.filter(
      (seen) =>
        (method === undefined || seen.method === method) &&
        (conversation === undefined || seen.conversation === conversation),
    ).length;
  }

  /** Puts somebody into the roster, as Teams describes them; `id` and `objectId` both find them. */
  addMember(
    conversation: string,
    member: { readonly id: string; readonly objectId?: string; readonly [key: string]: unknown },
  ): void {
    const roster = this.#members.get(conversation) ?? new Map<string, object>();
    for (const id of [member.id, member.objectId]) if (id !== undefined) roster.set(id, member);
    this.#members.set(conversation, roster);
  }

  /** From now on the conversation is answered so: `BotNotInConversationRoster`, `ConversationNotFound` with 404, … */
  close(conversation: string, code: string, status = 403): void {
    this.#closed.set(conversation, { status, code });
  }

  /** Takes `close` back. */
  reopen(conversation: string): void {
    this.#closed.delete(conversation);
  }

  /** The next requests go wrong so, one each, whatever they are about. */
  failNext(...faults: readonly ConnectorFault[]): void {
    this.faults.add(faults);
  }

  /** The next messages to one conversation, and changes of them, go wrong so. */
  failNextIn(conversation: string, ...faults: readonly ConnectorFault[]): void {
    this.faults.add(faults, conversation);
  }

  /** Lets go what hangs: those connections are broken off. */
  release(): void {
    this.faults.release();
  }

  stop(): void {
    this.release();
    this.#server?.stop();
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '' } = request;
    const parts = (request.url ?? '').split('/').map(decodeURIComponent);
    const [, , version, root, conversation = null, what, item] = parts;
    // Who reads a roster must not use up what is planned for a message.
    const fault = this.faults.next(method === 'GET' ? null : conversation);
    if (fault === 'reset-unread') {
      this.#note(method, conversation, null);
      return void request.socket.resetAndDestroy();
    }
    const body = await textOf(request);
    if (fault !== null && !isTaken(fault)) {
      this.#note(method, conversation, this.faults.play(fault, request, response));
      return;
    }
    const answer = (status: number, json: object, headers = {}) => {
      if (fault !== null)
        return void this.#note(method, conversation, this.faults.play(fault, request, response));
      this.#note(method, conversation, status);
      sendJson(response, status, json, headers);
    };
    if (!(await this.#isAllowed(request))) return answer(401, fault401());
    if (version !== 'v3' || root !== 'conversations') return answer(404, errorOf('NotFound'));
    const wait = conversation === null || fault !== null ? null : this.rates.take(conversation, Date.now());
    if (wait !== null) return answer(429, errorOf('Throttled'), { 'Retry-After': `${wait}` });
    const closed = conversation === null ? undefined : this.#closed.get(conversation);
    if (closed !== undefined) return answer(closed.status, errorOf(closed.code));
    const sent = body === null || body === '' ? {} : (JSON.parse(body) as SentActivity);
    this.#serve(
      `${method} ${conversation === null ? '' : what}`,
      { conversation: conversation ?? '', item, sent },
      answer,
    );
  }

  #serve(
    asked: string,
    { conversation, item, sent }: { conversation: string; item: string | undefined; sent: SentActivity },
    answer: (status: number, json: object) => void,
  ): void {
    switch (asked) {
      case 'POST ':
        return this.#open(sent, answer);
      case 'POST activities':
        return this.#post(conversation, sent, answer);
      case 'PUT activities': {
        const message = this.messages(conversation).find(({ id }) => id === item);
        if (message === undefined) return answer(404, errorOf('ActivityNotFoundInConversation'));
        message.activity = sent;
        message.updates += 1;
        return answer(200, { id: message.id });
      }
      case 'GET members': {
        const member = this.#members.get(conversation)?.get(item ?? '');
        return member === undefined
          ? answer(404, errorOf('MemberNotFoundInConversation'))
          : answer(200, member);
      }
      default:
        return answer(405, errorOf('MethodNotAllowed'));
    }
  }

  #post(conversation: string, sent: SentActivity, answer: (status: number, json: object) => void): void {
    if (typeof sent.type !== 'string') return answer(400, errorOf('BadSyntax'));
    if (sent.type === 'typing') {
      this.#typing.set(conversation, this.typing(conversation) + 1);
      return answer(202, {});
    }
    this.#ids += 1;
    const message = { id: `${this.#ids}`, activity: sent, updates: 0 };
    this.#messages.set(conversation, [...this.messages(conversation), message]);
    answer(201, { id: message.id });
  }

  /** The same person's chat is the same conversation each time, as in Teams. */
  #open(sent: SentActivity, answer: (status: number, json: object) => void): void {
    const { bot, members, tenantId } = sent as {
      bot?: { id?: string };
      members?: { id?: string }[];
      tenantId?: string;
    };
    const member = members?.length === 1 ? members[0]?.id : undefined;
    if (bot?.id !== `28:${this.#trust.appId}` || member === undefined || tenantId === undefined)
      return answer(400, errorOf('BadSyntax'));
    const conversation = `a:chat-with-${member}`;
    this.opened.push({ conversation, member, tenant: tenantId });
    answer(201, { id: conversation, activityId: null, serviceUrl: this.serviceUrl });
  }

  async #isAllowed(request: IncomingMessage): Promise<boolean> {
    const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    try {
      const { payload } = await jwtVerify(token, this.#trust.key, {
        audience: 'https://api.botframework.com',
      });
      return payload.appid === this.#trust.appId;
    } catch {
      return false;
    }
  }

  #note(method: string, conversation: string | null, status: number | null): void {
    this.seen.push({ method, conversation, status });
  }
}

/** An error as Teams writes it. */
function errorOf(code: string): object {
  return { error: { code, message: 'Some words of Teams.' } };
}

function fault401(): object {
  return { message: 'Authorization has been denied for this request.' };
}
