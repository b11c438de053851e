import type { IncomingMessage, ServerResponse } from 'node:http';

export const API_LIMITS = {
  /** Bytes of a request's body. */
  body: 65_536,
  /** Notices of a list. */
  list: 100,
  /** Characters of an `Idempotency-Key`. */
  key: 100,
} as const;

/** A request that is refused, with what to do about it. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly status: number;
  readonly faults: readonly ApiFault[];

  constructor(status: number, message: string, faults: readonly ApiFault[] = []) {
    super(message);
    this.status = status;
    this.faults = faults;
  }
}

/** What is wrong with a field of the body. */
export interface ApiFault {
  readonly field: string;
  /** A word for programs. */
  readonly why: string;
  /** What it is and what to do, in English. */
  readonly message: string;
}

/**
 * The JSON of a request's body.
 * @throws ApiRefusal 415, 413 or 400
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const bytes = await readBody(request, 'application/json', API_LIMITS.body);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ApiRefusal(400, 'The body is no JSON in UTF-8.');
  }
}

/**
 * The bytes of a request's body.
 * @param type the media type that it must have
 * @param most bytes that are taken
 * @throws ApiRefusal 415 or 413
 */
export async function readBody(request: IncomingMessage, type: string, most: number): Promise<Buffer> {
  const [sent = ''] = (request.headers['content-type'] ?? '').split(';');
  if (sent.trim().toLowerCase() !== type) throw new ApiRefusal(415, `Send the body as ${type}.`);
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw new ApiRefusal(413, `The body is larger than ${most} bytes.`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  response.end(`${JSON.stringify(value)}\n`);
}

export function sendRefusal(response: ServerResponse, { status, message, faults }: ApiRefusal): void {
  // What is left of a body that was too large is not waited for.
  if (status === 413) response.setHeader('Connection', 'close');
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="driftvakt"');
  sendJson(response, status, { error: message, ...(faults.length > 0 && { faults }) });
}
