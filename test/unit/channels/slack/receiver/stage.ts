import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { boltBridge } from '../../../../../src/channels/slack/receiver/bolt.ts';
import { slackRoutes } from '../../../../../src/channels/slack/receiver/receive.ts';
import {
  type SlackAnswers,
  slackTake,
  type Take,
  type TakeParts,
} from '../../../../../src/channels/slack/receiver/take.ts';
import { slackVerifier } from '../../../../../src/channels/slack/receiver/verify.ts';
import type { Receipt } from '../../../../../src/ports/store/inbox.ts';
import type { Inbound } from '../../../../../src/runtime/inbound.ts';
import { ORGANISATIONS, type Payload } from './payloads.ts';

export const SECRET = '8f742231b10e8888abcd99baac2f85a5';
export const NOW = 1_763_885_650;
export const JSON_TYPE = 'application/json';
export const FORM_TYPE = 'application/x-www-form-urlencoded';

export const bridge = boltBridge({ start: async () => null, stop: async () => null });

/** What was done, in order: names of answers, and ids of what was kept. */
export interface Done {
  readonly events: Inbound[];
  readonly steps: string[];
}

/** Everything that takes, with an inbox that only remembers, and answers that only tell that they were asked. */
export function takeFor(
  done: Done,
  log: TakeParts['log'],
  parts: Partial<TakeParts> = {},
  answers: Partial<SlackAnswers> = {},
): Take {
  const known = new Map<string, string>();
  const accept = async (inbound: Inbound): Promise<Receipt> => {
    const of = [inbound.id, ...(inbound.dedupeKeys ?? [])].map((key) => known.get(key)).find(Boolean);
    if (of !== undefined) return { outcome: 'duplicate', by: 'id', of: { id: of, receivedAt: 0 } };
    for (const key of [inbound.id, ...(inbound.dedupeKeys ?? [])]) known.set(key, inbound.id);
    done.events.push(inbound);
    done.steps.push('accept');
    return { outcome: 'new' };
  };
  const told =
    <T>(name: string, result: T) =>
    () => {
      done.steps.push(name);
      return result;
    };
  return slackTake({
    ...{ organisations: ORGANISATIONS, engine: { accept }, bolt: bridge, log, patienceMs: 0 },
    answers: {
      complete: async ({ inbound }) => inbound,
      kept: told('kept', undefined),
      notKept: told('notKept', undefined),
      check: told('check', Promise.resolve(null)),
      submitted: told('submitted', Promise.resolve(null)),
      open: told('open', undefined),
      foreign: told('foreign', undefined),
      guest: told('guest', Promise.resolve({ text: 'no' })),
      direct: told('direct', Promise.resolve({ response_type: 'ephemeral', text: 'ok' })),
      home: told('home', undefined),
      removed: told('removed', Promise.resolve()),
      ...answers,
    },
    ...parts,
  });
}

export interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly body: string;
}

type Headers = Readonly<Record<string, string>>;

/** What Slack puts beside a body. */
export function signedHeaders(body: string | Buffer, at: number | string = NOW, secret = SECRET): Headers {
  const hash = createHmac('sha256', secret).update(`v0:${at}:`).update(body).digest('hex');
  return { 'x-slack-request-timestamp': `${at}`, 'x-slack-signature': `v0=${hash}` };
}

/** The route of Slack on a plain server. */
export class Stage implements Done {
  readonly events: Inbound[] = [];
  readonly steps: string[] = [];
  /** What was logged. */
  readonly lines: string[] = [];
  #server: Server | null = null;

  static async start(parts: Partial<TakeParts> = {}, answers: Partial<SlackAnswers> = {}): Promise<Stage> {
    const stage = new Stage();
    const log = pino({ level: 'debug' }, { write: (line: string) => void stage.lines.push(line) });
    const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(NOW * 1000) };
    const verify = await slackVerifier(SECRET, clock);
    const routes = slackRoutes({ verify, take: takeFor(stage, log, parts, answers), log });
    const server = createServer((request, response) => {
      const route = routes.find(({ method }) => method === request.method);
      void route?.handle(request, response);
    });
    stage.#server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return stage;
  }

  get address(): string {
    const bound = this.#server?.address() as AddressInfo | undefined;
    return `http://127.0.0.1:${bound?.port}/slack/events`;
  }

  stop(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  /** Posts any bytes with any headers. */
  async raw(body: string | Buffer, headers: Headers): Promise<Answer> {
    const response = await fetch(this.address, {
      method: 'POST',
      body: new Uint8Array(Buffer.from(body)),
      headers,
    });
    return {
      ...{ status: response.status, type: response.headers.get('content-type') },
      body: await response.text(),
    };
  }

  /** Posts as Slack does: signed. */
  post(body: string, type: string, more: Headers = {}): Promise<Answer> {
    return this.raw(body, { 'content-type': type, ...signedHeaders(body), ...more });
  }

  /** An event. */
  event(payload: Payload, more: Headers = {}): Promise<Answer> {
    return this.post(JSON.stringify(payload), JSON_TYPE, more);
  }

  /** What somebody pressed. */
  interaction(payload: Payload): Promise<Answer> {
    return this.post(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), FORM_TYPE);
  }

  command(fields: Readonly<Record<string, string>>): Promise<Answer> {
    return this.post(new URLSearchParams(fields).toString(), FORM_TYPE);
  }
}
