import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Json } from './check.ts';

/** What goes wrong with one call. */
export type SlackFault =
  /** Any HTTP status, from something in front of Slack. `taken`: what was asked for was done before. */
  | {
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly taken?: boolean;
    }
  /** `ok: false` with this error, over 200. */
  | { readonly error: string; readonly more?: Json; readonly taken?: boolean }
  /** 429; null: without the header. */
  | { readonly retryAfter: number | null }
  /** The connection breaks: before anything was done, or after. */
  | 'reset'
  | 'reset-after'
  /** Done, and the connection breaks within the answer. */
  | 'cut-off'
  /** No answer until `release`, which breaks the connection: nothing was done, or all was. */
  | 'hangs'
  | 'hangs-after';

/** Which calls are meant; what is not named can be anything. */
export interface FaultPlace {
  readonly method?: string;
  readonly channel?: string;
  readonly team?: string;
}

interface Planned {
  readonly fault: SlackFault;
  readonly place: FaultPlace;
}

/** Whether the call is done before it goes wrong. */
export function isTaken(fault: SlackFault): boolean {
  if (typeof fault === 'string') return fault !== 'reset' && fault !== 'hangs';
  return 'taken' in fault && fault.taken === true;
}

/** The faults that a test has planned, in order. */
export class SlackFaults {
  /** What happens by chance to calls for which nothing is planned; null: nothing. */
  chance: ((call: Required<FaultPlace>) => SlackFault | null) | null = null;
  readonly #planned: Planned[] = [];
  #hanging: (() => void)[] = [];

  add(place: FaultPlace, faults: readonly SlackFault[]): void {
    this.#planned.push(...faults.map((fault) => ({ fault, place })));
  }

  /** The fault for a call; null if it shall go well. */
  next(call: Required<FaultPlace>): SlackFault | null {
    const at = this.#planned.findIndex(({ place }) => {
      const names = Object.keys(place) as (keyof FaultPlace)[];
      return names.every((name) => place[name] === undefined || place[name] === call[name]);
    });
    return at === -1 ? (this.chance?.(call) ?? null) : (this.#planned.splice(at, 1)[0]?.fault ?? null);
  }

  /** How many were planned and have not come to pass. */
  get left(): number {
    return this.#planned.length;
  }

  /** How many calls hang. */
  get hanging(): number {
    return this.#hanging.length;
  }

  /** Lets it happen; the HTTP status that was answered, null for none. */
  play(fault: SlackFault, request: IncomingMessage, response: ServerResponse): number | null {
    if (typeof fault !== 'string') return answered(fault, response);
    if (fault === 'hangs' || fault === 'hangs-after') this.#hanging.push(() => request.socket.destroy());
    else if (fault !== 'cut-off') request.socket.resetAndDestroy();
    else {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 1000 });
      response.write('{"ok":true,"cha', () => request.socket.resetAndDestroy());
      return 200;
    }
    return null;
  }

  /** Breaks off all that hangs. */
  release(): void {
    for (const end of this.#hanging.splice(0)) end();
  }
}

function answered(fault: Exclude<SlackFault, string>, response: ServerResponse): number {
  const json = { 'Content-Type': 'application/json; charset=utf-8' };
  if ('retryAfter' in fault) {
    const { retryAfter } = fault;
    response.writeHead(429, { ...json, ...(retryAfter !== null && { 'Retry-After': `${retryAfter}` }) });
    response.end(JSON.stringify({ ok: false, error: 'ratelimited' }));
    return 429;
  }
  if ('error' in fault) {
    response.writeHead(200, json);
    response.end(JSON.stringify({ ok: false, error: fault.error, ...fault.more }));
    return 200;
  }
  response.writeHead(fault.status, { 'Content-Type': 'text/html', ...fault.headers });
  response.end(fault.body ?? '<html>Some words of what stands before Slack.</html>');
  return fault.status;
}
