import type { Json } from './check.ts';
import { eventRequest, formRequest, interactiveRequest, type SlackRequest } from './sign.ts';
import type { FakeSocketMode } from './socket.ts';

/** What came back: over HTTP its status, over a socket 200 with the payload of the acknowledgement. */
export interface Exchange {
  readonly status: number;
  /** JSON, a text that is none, or null for an empty answer. */
  readonly body: unknown;
}

/** A way by which Slack brings things to the app. */
export interface SlackWire {
  event(payload: Json, retry?: { readonly num: number; readonly reason: string }): Promise<Exchange>;
  interactive(payload: Json): Promise<Exchange>;
  command(fields: Readonly<Record<string, string>>): Promise<Exchange>;
}

/** Signed requests. @param address of the app, such as `http://127.0.0.1:3978/slack/events` @param now ms */
export function httpWire(address: string, now: () => number, secret?: string): SlackWire {
  const post = (request: SlackRequest) => postTo(address, request);
  return {
    event: (payload, retry) => post(eventRequest(payload, now(), retry, secret)),
    interactive: (payload) => post(interactiveRequest(payload, now(), secret)),
    command: (fields) => post(formRequest(fields, now(), secret)),
  };
}

/** Envelopes over Socket Mode. A repetition is sent as a delivery of its own. */
export function socketWire(socket: FakeSocketMode): SlackWire {
  const send = async (type: Parameters<FakeSocketMode['deliver']>[0], payload: Json): Promise<Exchange> => {
    const { payload: body } = await socket.deliver(type, payload);
    return { status: 200, body };
  };
  return {
    event: (payload) => send('events_api', payload),
    interactive: (payload) => send('interactive', payload),
    command: (fields) => send('slash_commands', fields),
  };
}

/** Posts a request as it is, signed well or not. */
export async function postTo(address: string, { headers, body }: SlackRequest): Promise<Exchange> {
  const response = await fetch(address, { method: 'POST', headers, body });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return { status: response.status, body: text === '' ? null : isJson ? JSON.parse(text) : text };
}
