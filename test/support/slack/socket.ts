import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { answer } from '../answer.ts';
import { FAKE_APP } from './app.ts';
import { isObject, type Json } from './check.ts';
import type { FakeSlack } from './fake-slack.ts';
import { acceptSocket, type ServerSocket } from './websocket.ts';

export type EnvelopeType = 'events_api' | 'interactive' | 'slash_commands';

/** What the app answered to an envelope. */
export interface Ack {
  readonly envelope: string;
  /** What it wants shown; null for a bare acknowledgement. */
  readonly payload: unknown;
}

interface Envelope {
  readonly type: EnvelopeType;
  readonly payload: Json;
  /** Every id under which it was sent. */
  readonly ids: string[];
  readonly acked: (ack: Ack) => void;
}

/** Slack's Socket Mode, on this machine: what is not acknowledged is sent again, on whatever connection there is then. */
export class FakeSocketMode {
  /** Every acknowledgement, also a second one of the same envelope. */
  readonly acks: Ack[] = [];
  /** Slack keeps TCP connections open after both sides have said goodbye; clients have to see to that themselves. */
  lingers = false;
  readonly #slack: FakeSlack;
  readonly #server: Server;
  readonly #tickets = new Set<string>();
  readonly #streams = new Set<Duplex>();
  readonly #open = new Set<ServerSocket>();
  #waiting: (() => void)[] = [];
  #unacked: Envelope[] = [];

  /** Starts one, to which `apps.connections.open` of the fake leads from then on. */
  static async start(slack: FakeSlack): Promise<FakeSocketMode> {
    const server = createServer((_request, response) => answer(response, 426));
    const socket = new FakeSocketMode(slack, server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    slack.socketUrl = () => {
      const ticket = slack.clock.id('t');
      socket.#tickets.add(ticket);
      return `ws://127.0.0.1:${port}/link/?ticket=${ticket}&app_id=${FAKE_APP.appId}`;
    };
    return socket;
  }

  private constructor(slack: FakeSlack, server: Server) {
    this.#slack = slack;
    this.#server = server;
    server.on('upgrade', (request, stream) => this.#upgrade(request, stream));
  }

  /** How many connections are open. */
  get connections(): number {
    return this.#open.size;
  }

  /** What the app has not acknowledged. */
  get unacked(): number {
    return this.#unacked.length;
  }

  /** Waits until there is a connection. */
  async connected(): Promise<void> {
    if (this.#open.size === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Sends something; resolves with what the app answers, whenever that is, on whichever connection. */
  deliver(type: EnvelopeType, payload: Json): Promise<Ack> {
    return new Promise((acked) => {
      const envelope: Envelope = { type, payload, ids: [], acked };
      this.#unacked.push(envelope);
      this.#send(envelope);
    });
  }

  /** Sends again all that is not acknowledged, as Slack does when 3 s are over. */
  resend(): void {
    for (const envelope of this.#unacked) this.#send(envelope);
  }

  /** Tells every client to come again: `warning` some seconds before Slack does it, `refresh_requested` when it does. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void {
    const debug = { host: 'applink-fake' };
    for (const socket of this.#open)
      socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: debug }));
  }

  /** Says goodbye to every client without a word before. */
  close(code = 1001): void {
    for (const socket of this.#open) socket.close(code);
  }

  /** Breaks every connection. */
  drop(): void {
    for (const socket of [...this.#open]) socket.drop();
  }

  ping(): void {
    for (const socket of this.#open) socket.ping();
  }

  /** Sends any text, such as one that is no JSON. */
  say(text: string): void {
    for (const socket of this.#open) socket.send(text);
  }

  async stop(): Promise<void> {
    this.#slack.socketUrl = null;
    for (const stream of this.#streams) stream.destroy();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #upgrade(request: IncomingMessage, stream: Duplex): void {
    const { searchParams } = new URL(request.url ?? '/', 'http://fake');
    this.#streams.add(stream);
    stream.on('close', () => this.#streams.delete(stream));
    // A ticket is good once.
    if (!this.#tickets.delete(searchParams.get('ticket') ?? '')) {
      stream.end('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const events = {
      text: (text: string) => this.#acked(text),
      closed: () => void this.#open.delete(socket),
    };
    const socket = acceptSocket(request, stream, events, () => this.lingers);
    this.#open.add(socket);
    socket.send(JSON.stringify(this.#hello()));
    this.resend();
    for (const go of this.#waiting.splice(0)) go();
  }

  #hello(): Json {
    return {
      ...{ type: 'hello', num_connections: this.#open.size, connection_info: { app_id: FAKE_APP.appId } },
      debug_info: { host: 'applink-fake', build_number: 1, approximate_connection_time: 18_060 },
    };
  }

  /** On one of the connections, under a new id each time. */
  #send(envelope: Envelope): void {
    const [socket] = this.#open;
    if (socket === undefined) return;
    const { type, payload, ids } = envelope;
    const id = `${this.#slack.clock.id('e').toLowerCase()}-envelope`;
    ids.push(id);
    const retry = ids.length === 1 ? {} : { retry_reason: 'timeout' };
    socket.send(
      JSON.stringify({
        ...{ envelope_id: id, type, payload, accepts_response_payload: type !== 'events_api' },
        ...(type === 'events_api' && { retry_attempt: ids.length - 1, retry_reason: '', ...retry }),
      }),
    );
  }

  #acked(text: string): void {
    const answer: unknown = JSON.parse(text);
    if (!isObject(answer) || typeof answer.envelope_id !== 'string') return;
    const { envelope_id: envelope, payload } = answer;
    const isBare = !isObject(payload) || Object.keys(payload).length === 0;
    const ack: Ack = { envelope, payload: isBare ? null : payload };
    this.acks.push(ack);
    const found = this.#unacked.find(({ ids }) => ids.includes(envelope));
    this.#unacked = this.#unacked.filter((each) => each !== found);
    found?.acked(ack);
  }
}
