import type { IncomingMessage, ServerResponse } from 'node:http';

/** What goes wrong with one request. */
export type ConnectorFault =
  /** An answer: a status, an error code of Teams in the usual body, or any body, and headers such as Retry-After. */
  | {
      readonly status: number;
      readonly code?: string;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
      /** What was asked for was done before. */
      readonly taken?: boolean;
    }
  /** The connection breaks before the body is read, or once it is read. */
  | 'reset-unread'
  | 'reset'
  /** What was asked for is done, and the connection breaks before an answer. */
  | 'reset-after'
  /** The status comes (201), and the connection breaks within the body. */
  | 'cut-off'
  /** No answer until `release`. */
  | 'hangs';

interface Planned {
  readonly fault: ConnectorFault;
  readonly conversation: string | null;
}

/** Whether the request is done before it goes wrong. */
export function isTaken(fault: ConnectorFault): boolean {
  return typeof fault === 'string' ? fault === 'reset-after' : fault.taken === true;
}

/** The faults that a test has planned, in order. */
export class FaultQueue {
  /** What happens by chance to requests for which nothing is planned; null: nothing. */
  chance: (() => ConnectorFault | null) | null = null;
  readonly #planned: Planned[] = [];
  #hanging: (() => void)[] = [];

  /** @param conversation null: whatever comes next */
  add(faults: readonly ConnectorFault[], conversation: string | null = null): void {
    this.#planned.push(...faults.map((fault) => ({ fault, conversation })));
  }

  /** The fault for a request about a conversation; null if it shall go well. */
  next(conversation: string | null): ConnectorFault | null {
    const at = this.#planned.findIndex(
      (planned) => planned.conversation === null || planned.conversation === conversation,
    );
    return at === -1 ? (this.chance?.() ?? null) : (this.#planned.splice(at, 1)[0]?.fault ?? null);
  }

  /** How many requests hang. */
  get hanging(): number {
    return this.#hanging.length;
  }

  /** Lets it happen; the status that was answered, null for none. */
  play(fault: ConnectorFault, request: IncomingMessage, response: ServerResponse): number | null {
    if (typeof fault !== 'string') return answered(fault, response);
    if (fault === 'hangs') this.#hanging.push(() => request.socket.destroy());
    else if (fault !== 'cut-off') request.socket.resetAndDestroy();
    else {
      response.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': 1000 });
      response.write('{"id":"17', () => request.socket.resetAndDestroy());
      return 201;
    }
    return null;
  }

  release(): void {
    for (const end of this.#hanging.splice(0)) end();
  }
}

function answered(fault: Exclude<ConnectorFault, string>, response: ServerResponse): number {
  const { status, code, headers = {} } = fault;
  const error = code === undefined ? {} : { error: { code, message: 'Some words of Teams.' } };
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(fault.body ?? JSON.stringify(error));
  return status;
}
