import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { PLAYGROUND_LIMITS } from './wire.ts';

/** A request that is refused, with what to tell. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export const SAFETY = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { ...SAFETY, 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

/** The query of a request's address. */
export function queryOf(request: IncomingMessage): URLSearchParams {
  return new URL(request.url ?? '/', 'http://localhost').searchParams;
}

/**
 * Refuses whoever is not this machine's own page. A name other than `localhost` may be a stranger's that was pointed
 * at this machine (DNS rebinding), so only it and plain addresses are taken.
 */
export function assertOwnPage(request: IncomingMessage): void {
  const host = hostName(request.headers.host);
  const local = host === 'localhost' || host?.endsWith('.localhost') || isIP(host ?? '') !== 0;
  if (!local) throw new Refusal(403, 'the playground answers only at localhost or at an IP address');
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new Refusal(403, 'another web page may not talk to this bot');
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${request.headers.host}` && !isSecureSelf(request))
    throw new Refusal(403, 'another web page may not talk to this bot');
}

/** The JSON of a request's body. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Refusal(415, 'send the body as application/json');
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > PLAYGROUND_LIMITS.body)
      throw new Refusal(413, `the body is larger than ${PLAYGROUND_LIMITS.body} bytes`);
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    throw new Refusal(400, 'the body is not JSON');
  }
}

function isSecureSelf({ headers }: IncomingMessage): boolean {
  return headers.origin === `https://${headers.host}`;
}

function hostName(host: string | undefined): string | null {
  if (host === undefined || !URL.canParse(`http://${host}`)) return null;
  return new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, '');
}
