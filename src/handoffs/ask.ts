import { HANDOFF_LIMITS } from '../ports/handoff.ts';

/** An answer over HTTP. */
export interface Answered {
  readonly status: number;
  /** At most `HANDOFF_LIMITS.answerBytes`. */
  readonly body: string;
  /** How long the system asks us to wait, in ms; null: it does not say. */
  readonly retryAfterMs: number | null;
}

/** Nothing came back. `sent`: something of the request may have arrived. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
  readonly sent: boolean;
  readonly code: string;

  constructor(code: string, sent: boolean, cause: unknown) {
    super(`no answer (${code})`, { cause });
    this.code = code;
    this.sent = sent;
  }
}

/** What shows that no connection was there. */
const NOT_SENT = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/**
 * One request. It never follows to another address: that would carry our credentials there.
 * @throws NoAnswerError
 */
export async function ask(url: URL, request: RequestInit): Promise<Answered> {
  try {
    const response = await fetch(url, {
      ...request,
      redirect: 'manual',
      signal: AbortSignal.timeout(HANDOFF_LIMITS.requestMs),
    });
    return {
      status: response.status,
      body: await limitedBody(response),
      retryAfterMs: retryAfter(response.headers.get('retry-after')),
    };
  } catch (cause) {
    const code = codeOf(cause);
    throw new NoAnswerError(code, !NOT_SENT.includes(code), cause);
  }
}

async function limitedBody(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > HANDOFF_LIMITS.answerBytes) break;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Seconds; a date is not taken, for clocks differ. */
function retryAfter(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : null;
}

function codeOf(cause: unknown): string {
  for (let each: unknown = cause; each instanceof Error; each = each.cause) {
    if ('code' in each && typeof each.code === 'string') return each.code;
    if (each.name === 'TimeoutError') return 'TIMEOUT';
  }
  return 'FAULT';
}
