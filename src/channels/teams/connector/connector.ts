import { z } from 'zod';
import type { Clock } from '../../../ports/clock.ts';
import type { Asking } from '../../pace/window.ts';
import { connectorUrl } from './address.ts';
import { failureIn, failureWithout } from './answers.ts';
import { jsonOf } from './codes.ts';
import { type Certain, type Failure, type Gone, repeatable } from './failure.ts';
import { type Answered, type Asked, exchange } from './http.ts';
import { CONNECTOR_LIMITS, type ConnectorLimits } from './limits.ts';
import { type Member, memberFrom } from './member.ts';
import { refusals } from './refusals.ts';
import type { TokenSource } from './token.ts';

/** Where a conversation of Teams is reached. */
export interface Address {
  /** The latest that Teams named for it: https, with or without a slash at the end. */
  readonly serviceUrl: string;
  /** Its id; with `;messageid=` at the end it is a thread of a channel. */
  readonly conversation: string;
  /** Whose limits it counts towards; without it, those of all that name none. */
  readonly tenant?: string;
  /** On whose behalf something is sent there; left out: somebody waits for it. */
  readonly asking?: Asking;
}

/** Teams has it. `activity` is the id of the message, null if Teams did not say. */
export type Posted = { readonly outcome: 'sent'; readonly activity: string | null };
export type Sent = Posted | Failure;
export type Updated = Posted | Certain;
export type Opened = { readonly outcome: 'opened'; readonly conversation: string } | Certain;
export type Found = { readonly outcome: 'found'; readonly member: Member } | Certain;

/** Between whom a personal chat is. */
export interface Personal {
  /** The bot's id in Teams (`28:…`), as activities name their recipient. */
  readonly bot: string;
  /** The person's id in Teams (`29:…`), or in Entra (a GUID). */
  readonly member: string;
  readonly tenant: string;
}

/**
 * Teams' connector. Each call is exactly one request; none is repeated here, since only the outbox knows what may be.
 * None rejects but for faults of the program.
 */
export interface Connector {
  /** Whether `begin` of an address is called before anything leaves for there. */
  readonly begins?: boolean;
  /** Writes a message (or shows that the bot is typing). Not to be repeated after `ambiguous`. */
  post(to: Address, activity: object): Promise<Sent>;
  /** Puts another message in the place of one of the bot's own. */
  update(to: Address, activity: string, replacement: object): Promise<Updated>;
  /** Opens the chat between the bot and one person; if there is one already, it is that. */
  openPersonal(serviceUrl: string, who: Personal): Promise<Opened>;
  /** Looks somebody up among the members of a conversation. */
  member(of: Address, user: string): Promise<Found>;
}

export interface ConnectorParts {
  readonly tokens: TokenSource;
  readonly clock: Clock;
  /** Whether tokens may go to plain http on this machine; for tests and Microsoft's local client. */
  readonly allowLoopback?: boolean;
  /** Breaks off what is under way, at the end. */
  readonly signal?: AbortSignal;
  /** Smaller limits, for tests. */
  readonly limits?: Partial<ConnectorLimits>;
}

const withId = z.object({ id: z.string().min(1).max(CONNECTOR_LIMITS.id) });

export function teamsConnector(parts: ConnectorParts): Connector {
  const ask = asking(parts);
  return {
    async post({ serviceUrl, conversation }, activity) {
      const path = ['conversations', conversation, 'activities'];
      const answer = await ask('POST', serviceUrl, path, activity, 'conversation');
      return 'outcome' in answer ? answer : { outcome: 'sent', activity: idIn(answer) };
    },
    async update({ serviceUrl, conversation }, activity, replacement) {
      const path = ['conversations', conversation, 'activities', activity];
      const answer = await ask('PUT', serviceUrl, path, { ...replacement, id: activity }, 'message');
      return 'outcome' in answer ? repeatable(answer) : { outcome: 'sent', activity };
    },
    async openPersonal(serviceUrl, who) {
      const answer = await ask('POST', serviceUrl, ['conversations'], chatOf(who), 'member');
      if ('outcome' in answer) return repeatable(answer);
      const conversation = idIn(answer);
      return conversation === null ? unreadable(answer) : { outcome: 'opened', conversation };
    },
    async member({ serviceUrl, conversation }, user) {
      const path = ['conversations', conversation, 'members', user];
      const answer = await ask('GET', serviceUrl, path, null, 'member');
      if ('outcome' in answer) return repeatable(answer);
      const member = memberFrom(jsonOf(answer.body));
      return member === null ? unreadable(answer) : { outcome: 'found', member };
    },
  };
}

type Ask = (
  method: Asked['method'],
  serviceUrl: string,
  path: readonly string[],
  body: object | null,
  about: Gone,
) => Promise<Answered | Failure>;

/** One request with a token, and what came of it: an answer of 2xx, or a failure. */
function asking({ tokens, clock, allowLoopback = false, signal, limits }: ConnectorParts): Ask {
  const all = { ...CONNECTOR_LIMITS, ...limits };
  const refusal = refusals(tokens, clock, all.renewEveryMs);
  return async (method, serviceUrl, path, body, about) => {
    const url = connectorUrl(serviceUrl, path, allowLoopback);
    if (url === null) return { outcome: 'failed', reason: 'the service address or an id is none of Teams’' };
    const sofar = refusal.sofar();
    const access = await tokens.token();
    if (access.outcome !== 'token') return access;
    const json = body === null ? null : JSON.stringify(body);
    const answer = await exchange({ method, url, token: access.token, body: json }, all, signal);
    if (answer.kind !== 'answered') return failureWithout(answer, all.answerMs);
    if (answer.status === 401) return refusal.refused(answer, sofar);
    if (answer.status < 500) refusal.taken();
    if (answer.status >= 200 && answer.status < 300) return answer;
    return failureIn(answer, about, clock.now());
  };
}

function idIn({ body }: Answered): string | null {
  return withId.safeParse(jsonOf(body)).data?.id ?? null;
}

function chatOf({ bot, member, tenant }: Personal): object {
  return {
    bot: { id: bot },
    members: [{ id: member }],
    isGroup: false,
    tenantId: tenant,
    channelData: { tenant: { id: tenant } },
  };
}

function unreadable({ status }: Answered): Certain {
  return { outcome: 'retry', reason: `Teams answered ${status} with what cannot be read`, afterMs: 0 };
}
