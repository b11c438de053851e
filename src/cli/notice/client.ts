import { UsageError } from '../terminal.ts';

/** Where the service is, and with what right it is asked. */
export interface ApiAccess {
  readonly base: string;
  readonly organisation: string;
  readonly token: string;
}

/** How long an answer is waited for, in ms. */
const PATIENCE_MS = 30_000;

/**
 * Asks the running service.
 * @param path below the organisation's notices, such as `/K7M2-QX4P/ledger`
 * @param body what is sent; left out: nothing is changed, only read
 * @throws UsageError with one line of what the service refused, or why it cannot be reached
 */
export function ask(access: ApiAccess, path: string, body?: object): Promise<Record<string, unknown>> {
  return askApi(access, `/notices${path}`, body);
}

/**
 * The same of anything of the organisation.
 * @param path below the organisation, such as `/timers`
 */
export async function askApi(
  access: ApiAccess,
  path: string,
  body?: object,
): Promise<Record<string, unknown>> {
  const content =
    body === undefined ? null : { type: 'application/json', bytes: Buffer.from(JSON.stringify(body)) };
  const { status, answer } = await send(access, path, content);
  if (status < 300) return answer;
  throw new UsageError(refusalIn(answer, status));
}

/**
 * Sends bytes to the running service; null: nothing is sent, only read.
 * @throws UsageError if it cannot be reached
 */
export async function send(
  { base, organisation, token }: ApiAccess,
  path: string,
  content: { readonly type: string; readonly bytes: Buffer } | null,
): Promise<{ readonly status: number; readonly answer: Record<string, unknown> }> {
  const url = new URL(`/api/${organisation}${path}`, base);
  const response = await fetch(url, {
    method: content === null ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      ...(content !== null && { 'content-type': content.type }),
    },
    signal: AbortSignal.timeout(PATIENCE_MS),
    redirect: 'error',
    ...(content !== null && { body: new Uint8Array(content.bytes) }),
  }).catch((cause: unknown) => {
    throw new UsageError(
      `the service at ${url.origin} cannot be reached (${reasonOf(cause)}); is it started?`,
    );
  });
  return { status: response.status, answer: await jsonOf(response) };
}

async function jsonOf(response: Response): Promise<Record<string, unknown>> {
  try {
    return (await response.json()) as Record<string, unknown>;
  } catch {
    return {};
  }
}

export function refusalIn({ error, faults }: Record<string, unknown>, status: number): string {
  const each = Array.isArray(faults)
    ? (faults as { field?: string; message?: string }[]).map(({ field, message }) =>
        message?.startsWith(`${field}`) ? message : `${field}: ${message}`,
      )
    : [];
  const said = typeof error === 'string' ? error : `the service answered ${status}`;
  return [said, ...each].join(' ').replaceAll(/\s*\n\s*/g, ' ');
}

function reasonOf(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const { code, name } = inner as { code?: string; name?: string };
  return code ?? name ?? 'no answer';
}
