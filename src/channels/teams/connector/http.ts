import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** One request, as it goes out. */
export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: URL;
  /** Null for none. */
  readonly token: string | null;
  /** JSON, unless the headers say otherwise; null for none. */
  readonly body: string | null;
  /** In place of the usual ones, by their names in small letters. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer. `body` is null if it was too large, or broke off. */
export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: string | null;
}

/**
 * What became of a request. `unsent`: surely not one byte of it left; `unanswered`: it may have arrived. `cause` is a
 * code of Node or OpenSSL, or `LATE`.
 */
export type Exchange =
  | Answered
  | { readonly kind: 'unsent' | 'unanswered'; readonly cause: string; readonly isLate: boolean };

export interface ExchangeLimits {
  readonly answerMs: number;
  readonly answerBytes: number;
}

/**
 * Sends exactly one request: nothing is repeated, and no redirect followed. Node's `request` and not `fetch`, because
 * fetch cannot tell whether a request had left when it failed, and repeats one that is answered with 421. Never rejects.
 * @param signal ends the request, as if the connection had broken
 */
export async function exchange(
  asked: Asked,
  limits: ExchangeLimits,
  signal?: AbortSignal,
): Promise<Exchange> {
  const { promise, resolve } = Promise.withResolvers<Exchange>();
  const send = asked.url.protocol === 'https:' ? requestHttps : requestHttp;
  const request = send(asked.url, {
    method: asked.method,
    headers: headersOf(asked),
    ...(signal && { signal }),
  });
  let [hasLeft, isLate, isAnswered] = [false, false, false];
  request.on('socket', (socket) => whenOpen(socket, () => (hasLeft = true)));
  request.on('response', async (response) => {
    isAnswered = true;
    const body = await bodyOf(response, limits.answerBytes);
    const retryAfter = response.headers['retry-after'];
    resolve({ kind: 'answered', status: response.statusCode ?? 0, retryAfter, body });
  });
  request.on('error', (error) => {
    // Once the status is there, a connection that breaks costs the body at most.
    if (isAnswered) return;
    resolve({ kind: hasLeft ? 'unanswered' : 'unsent', cause: isLate ? 'LATE' : codeOf(error), isLate });
  });
  const timer = setTimeout(() => {
    isLate = true;
    request.destroy(new Error('late'));
  }, limits.answerMs);
  request.end(asked.body ?? undefined);
  return promise.finally(() => clearTimeout(timer));
}

function headersOf({ token, body, headers }: Asked): Record<string, string | number> {
  return {
    ...(token !== null && { authorization: `Bearer ${token}` }),
    accept: 'application/json',
    'user-agent': 'driftvakt',
    ...(body !== null && {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    }),
    ...headers,
  };
}

/** Before a connection stands, nothing is written to it. One that was not seen to be opened counts as open. */
function whenOpen(socket: Socket, open: () => void): void {
  if (!socket.connecting) open();
  else socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', open);
}

function bodyOf(response: IncomingMessage, most: number): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const parts: Buffer[] = [];
  let size = 0;
  response
    .on('data', (part: Buffer) => {
      parts.push(part);
      size += part.length;
      if (size > most) response.destroy();
    })
    .on('end', () => resolve(size > most ? null : Buffer.concat(parts).toString('utf8')))
    // The status has come, and it is the status that counts.
    .on('error', () => resolve(null))
    .on('close', () => resolve(null));
  return promise;
}

function codeOf(error: Error): string {
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{0,59}$/.test(code) ? code : 'UNKNOWN';
}
