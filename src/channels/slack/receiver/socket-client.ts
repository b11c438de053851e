import type { SocketModeClient } from '@slack/socket-mode';
import { z } from 'zod';
import { deadline } from '../../teams/receiver/deadline.ts';
import type { Retry } from './bolt.ts';
import { isDeeper } from './depth.ts';
import { SLACK_RECEIVER_LIMITS } from './limits.ts';

/** By what the app connects to Slack, and where. */
export interface SocketSettings {
  /** An app-level token (`xapp-…`) with the scope connections:write. */
  readonly appToken: string;
  /** Another address of the Web API; null: Slack's own. */
  readonly apiUrl: string | null;
}

/** What Slack sent over the socket. */
export interface SocketEnvelope {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly retry: Retry | null;
  /** Acknowledges it. Rejects if the connection is gone: then Slack sends it again over another one. */
  ack(body: string | object | null): Promise<void>;
}

/** A connection, or why there is none, with how long to wait before the next try if Slack says so (ms). */
export type Connected =
  | { readonly outcome: 'connected'; readonly closed: Promise<void>; close(): Promise<void> }
  | { readonly outcome: 'failed'; readonly reason: string; readonly afterMs: number | null };

/** Makes one connection. Never rejects. */
export type Connect = (
  receive: (envelope: SocketEnvelope) => void,
  odd: (reason: string) => void,
) => Promise<Connected>;

/** How long Slack may take to say hello, and to say goodbye, in ms. */
const HELLO_MS = 15_000;
const GOODBYE_MS = 1000;

/**
 * Connects by Slack's own client, one of them a connection. Connecting again is ours: theirs gives up for ever after
 * some errors, in a promise that nobody can catch.
 */
export function socketConnect(settings: SocketSettings): Connect {
  return async (receive, odd) => {
    try {
      return await opened(await clientFor(settings, receive, odd));
    } catch (cause) {
      return { outcome: 'failed', ...failureOf(cause) };
    }
  };
}

async function clientFor(
  { appToken, apiUrl }: SocketSettings,
  receive: (envelope: SocketEnvelope) => void,
  odd: (reason: string) => void,
): Promise<SocketModeClient> {
  const { SocketModeClient } = await import('@slack/socket-mode');
  const client = new SocketModeClient({
    ...{ appToken, autoReconnectEnabled: false, logger: SILENT },
    clientOptions: {
      ...{ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: HELLO_MS },
      ...(apiUrl !== null && { slackApiUrl: apiUrl }),
    },
  });
  guard(client, odd);
  client.on('slack_event', (sent: unknown) => {
    const envelope = envelopeFrom(sent);
    if (envelope === null) odd('an envelope without a payload');
    else receive(envelope);
  });
  return client;
}

async function opened(client: SocketModeClient): Promise<Connected> {
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  client.once('disconnected', () => resolve());
  const close = async (): Promise<void> => {
    const going = client.disconnect();
    waitForNobody(client);
    await deadline(going, GOODBYE_MS);
  };
  if ((await deadline(client.start(), HELLO_MS)) !== 'late') return { outcome: 'connected', closed, close };
  await close();
  return { outcome: 'failed', reason: 'Slack did not say hello in time', afterMs: null };
}

/** Where the other side does not say goodbye the client waits for 30 s (3.1.0); the process does not wait with it. */
function waitForNobody(client: SocketModeClient): void {
  waiting.safeParse(client).data?.websocket.closeHandshakeTimeout.unref();
}

const waiting = z.object({
  websocket: z.object({
    closeHandshakeTimeout: z.custom<{ unref(): void }>(
      (timer) => typeof (timer as { unref?: unknown } | null)?.unref === 'function',
    ),
  }),
});

/**
 * Keeps from the client what it would fall over, in a promise that nobody can catch, and what is too large or too deep.
 */
function guard(client: SocketModeClient, odd: (reason: string) => void): void {
  const theirs = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: unknown) => {
    const fault = typeof data === 'string' ? faultIn(data) : 'it is no text';
    if (fault !== null) return odd(fault);
    for (const listener of theirs) listener.call(client, data, isBinary);
    // Where Slack asked for the end of the connection, the client has begun to wait for its goodbye.
    waitForNobody(client);
  });
}

const envelopeShape = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['hello', 'disconnect']) }),
  z.object({ type: z.enum(['interactive', 'slash_commands']), envelope_id: z.string() }),
  z.object({
    type: z.literal('events_api'),
    envelope_id: z.string(),
    payload: z.object({ event: z.object({ type: z.string() }) }),
  }),
]);

function faultIn(text: string): string | null {
  if (Buffer.byteLength(text) > SLACK_RECEIVER_LIMITS.body) return 'it is too large';
  if (isDeeper(text, SLACK_RECEIVER_LIMITS.depth)) return 'it is too deep';
  try {
    return envelopeShape.safeParse(JSON.parse(text)).success ? null : 'it is no envelope';
  } catch {
    return 'it is no JSON';
  }
}

const sentShape = z.object({
  ack: z.custom<(body?: object | string) => Promise<void>>((value) => typeof value === 'function'),
  body: z.record(z.string(), z.unknown()),
  retry_num: z.number().optional().catch(undefined),
  retry_reason: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional()
    .catch(undefined),
});

function envelopeFrom(sent: unknown): SocketEnvelope | null {
  const { data } = sentShape.safeParse(sent);
  if (data === undefined) return null;
  const { ack, body: payload, retry_num: number, retry_reason: reason } = data;
  const retry = number === undefined || number === 0 ? null : { number, reason: reason ?? 'unknown' };
  return { payload, retry, ack: (body) => (body === null ? ack() : ack(body)) };
}

const failureShape = z.object({
  code: z.string().optional().catch(undefined),
  data: z.object({ error: z.string() }).optional().catch(undefined),
  retryAfter: z.number().optional().catch(undefined),
  statusCode: z.number().optional().catch(undefined),
});

/** What an operator can do. Source of the codes: “apps.connections.open”, docs.slack.dev */
const ADVICE: ReadonlyMap<string, string> = new Map([
  ...['invalid_auth', 'not_authed', 'token_revoked', 'account_inactive', 'token_expired'].map(
    (code) => [code, 'SLACK_APP_TOKEN was revoked, or is of another app; make a new one'] as const,
  ),
  ...['missing_scope', 'not_allowed_token_type', 'no_permission'].map(
    (code) => [code, 'SLACK_APP_TOKEN takes an app-level token with the scope connections:write'] as const,
  ),
  ['socket_mode_not_enabled', 'switch Socket Mode on in the app’s settings'],
]);

function failureOf(cause: unknown): { readonly reason: string; readonly afterMs: number | null } {
  const { data } = failureShape.safeParse(cause);
  const error = data?.data?.error;
  if (error !== undefined) {
    const code = /^[a-z_]{1,60}$/.test(error) ? error : 'an unknown error';
    return {
      reason: `Slack said ${code}: ${ADVICE.get(code) ?? 'see apps.connections.open'}`,
      afterMs: null,
    };
  }
  if (data?.retryAfter !== undefined) return { reason: 'Slack is busy', afterMs: data.retryAfter * 1000 };
  if (data?.statusCode !== undefined) return { reason: `Slack answered ${data.statusCode}`, afterMs: null };
  return { reason: `Slack cannot be reached (${data?.code ?? 'no connection'})`, afterMs: null };
}

const nothing = (): void => undefined;

/** The client logs what people write, and addresses with tickets in them. What is of interest we say ourselves. */
const SILENT = {
  ...{ debug: nothing, info: nothing, warn: nothing, error: nothing },
  ...{ setLevel: nothing, setName: nothing },
  getLevel: () => 'error' as never,
};
