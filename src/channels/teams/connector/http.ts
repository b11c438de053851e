import { Agent, type Dispatcher } from 'undici';

/** One request, as it goes out. */
export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: Pick<URL, 'origin' | 'pathname' | 'search'>;
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

/** Connections stay open for the next request, as many as there are requests at a time. One request each: none waits for another. */
const agent = new Agent({ pipelining: 1 });

/**
 * Sends exactly one request: nothing is repeated, and no redirect followed. undici's dispatcher and not `fetch`, because
 * fetch cannot tell whether a request had left when it failed, and repeats one that is answered with 421. Never rejects.
 * @param signal ends the request, as if the connection had broken
 */
export async function exchange(
  asked: Asked,
  limits: ExchangeLimits,
  signal?: AbortSignal,
): Promise<Exchange> {
  const { promise, resolve } = Promise.withResolvers<Exchange>();
  const handler = new OneExchange(limits.answerBytes, resolve);
  const timer = setTimeout(() => handler.end('LATE'), limits.answerMs);
  const end = (): void => handler.end('ABORT_ERR');
  const forget = signal === undefined ? null : whenAborted(signal, end);
  if (signal?.aborted !== true) {
    const { method, url, body } = asked;
    const { origin, pathname, search } = url;
    agent.dispatch({ origin, path: pathname + search, method, headers: headersOf(asked), body }, handler);
  }
  return promise.finally(() => {
    clearTimeout(timer);
    forget?.();
  });
}

/** What each signal ends. It has one listener for all: to add and remove one takes as long as the rest of a request's bookkeeping. */
const ending = new WeakMap<AbortSignal, Set<() => void>>();

/** Calls once the signal is given, at once if it was. @returns forgets it */
function whenAborted(signal: AbortSignal, end: () => void): () => void {
  if (signal.aborted) end();
  let ends = ending.get(signal);
  if (ends === undefined) {
    const all = new Set<() => void>();
    signal.addEventListener('abort', () => {
      for (const each of [...all]) each();
    });
    ending.set(signal, all);
    ends = all;
  }
  const those = ends.add(end);
  return () => those.delete(end);
}

/** Follows one request until it is known what became of it. */
class OneExchange implements Dispatcher.DispatchHandler {
  readonly #most: number;
  readonly #resolve: (exchange: Exchange) => void;
  readonly #parts: Buffer[] = [];
  #size = 0;
  /** From when it is written to its connection; not one byte leaves before. */
  #controller: Dispatcher.DispatchController | null = null;
  #answer: Pick<Answered, 'status' | 'retryAfter'> | null = null;
  #ended: string | null = null;

  constructor(most: number, resolve: (exchange: Exchange) => void) {
    this.#most = most;
    this.#resolve = resolve;
  }

  /** Ends it, as if its connection had broken. */
  end(cause: string): void {
    this.#ended ??= cause;
    if (this.#controller !== null) return this.#controller.abort(new Error(cause));
    // It waits for a connection still, and is taken back when that stands.
    this.#failed(cause);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#ended !== null) return controller.abort(new Error(this.#ended));
    this.#controller = controller;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    // 100 to 199 only announce the answer.
    if (status < 200) return;
    const retryAfter = headers['retry-after'];
    this.#answer = { status, retryAfter: typeof retryAfter === 'string' ? retryAfter : retryAfter?.[0] };
  }

  onResponseData(controller: Dispatcher.DispatchController, part: Buffer): void {
    this.#size += part.length;
    if (this.#size > this.#most) return controller.abort(new Error('too large'));
    this.#parts.push(part);
  }

  onResponseEnd(): void {
    this.#answered(Buffer.concat(this.#parts).toString('utf8'));
  }

  onResponseError(_controller: unknown, error: Error): void {
    // Once the status is there, a connection that breaks costs the body at most: it is the status that counts.
    if (this.#answer !== null) this.#answered(null);
    else this.#failed(this.#ended ?? codeOf(error));
  }

  #answered(body: string | null): void {
    if (this.#answer !== null) this.#resolve({ kind: 'answered', ...this.#answer, body });
  }

  #failed(cause: string): void {
    const kind = this.#controller === null ? 'unsent' : 'unanswered';
    this.#resolve({ kind, cause, isLate: cause === 'LATE' });
  }
}

function headersOf({ token, body, headers }: Asked): Record<string, string> {
  return {
    ...(token !== null && { authorization: `Bearer ${token}` }),
    accept: 'application/json',
    'user-agent': 'driftvakt',
    ...(body !== null && { 'content-type': 'application/json; charset=utf-8' }),
    ...headers,
  };
}

function codeOf(error: Error): string {
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{0,59}$/.test(code) ? code : 'UNKNOWN';
}
