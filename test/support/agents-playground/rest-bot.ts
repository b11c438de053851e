import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { answer } from '../answer.ts';

/** What the client sends, as far as a bot needs it. */
export interface BotActivity {
  readonly type: string;
  readonly name?: string;
  readonly text?: string;
  readonly replyToId?: string;
  readonly serviceUrl: string;
  readonly conversation: {
    readonly id: string;
    readonly conversationType: string;
    readonly tenantId: string;
  };
  readonly value?: {
    readonly action?: { readonly verb: string; readonly data: Readonly<Record<string, string>> };
  };
}

/** Whether a request is the channel's own. */
export type Authorize = (headers: IncomingMessage['headers'], body: Uint8Array) => Promise<boolean>;

const CARD = 'application/vnd.microsoft.card.adaptive';
/** How long after its answer the bot goes on by itself. */
const LATER_MS = 50;

/**
 * A bot that speaks the connector's REST API and uses nothing else, to prove the driver with: it greets where it is
 * installed, answers a message with a card, a pressed `Answer` with a changed card and a message by itself, a pressed
 * `Slow` with a waiting card that it replaces, and a pressed `Submit` with a text.
 */
export class RestBot {
  readonly endpoint: string;
  /** All that was taken. */
  readonly received: BotActivity[] = [];
  /** How many requests were refused. */
  refused = 0;
  readonly #server: Server;
  readonly #authorize: Authorize;

  static async start(authorize: Authorize = async () => true): Promise<RestBot> {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return new RestBot(server, authorize);
  }

  private constructor(server: Server, authorize: Authorize) {
    this.#server = server;
    this.#authorize = authorize;
    this.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
    server.on('request', (request, response) => this.#take(request, response));
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    if (request.method !== 'POST') return answer(response, 405);
    const body = Buffer.concat(parts);
    if (!(await this.#authorize(request.headers, body))) {
      this.refused += 1;
      return answer(response, 401);
    }
    const activity = JSON.parse(body.toString('utf8')) as BotActivity;
    this.received.push(activity);
    if (activity.type === 'invoke') return this.#pressed(activity, response);
    answer(response, 200);
    await this.#answer(activity);
  }

  async #answer(activity: BotActivity): Promise<void> {
    if (activity.type === 'installationUpdate')
      await post(activity, { text: `installed: ${activity.conversation.conversationType}` });
    if (activity.type !== 'message') return;
    if (activity.value !== undefined)
      await post(activity, { text: `submitted: ${JSON.stringify(activity.value)}` });
    else await post(activity, cardMessage(`You wrote: ${activity.text?.replace(/<at>.*<\/at>/, '').trim()}`));
  }

  async #pressed(activity: BotActivity, response: ServerResponse): Promise<void> {
    const { verb = '', data = {} } = activity.value?.action ?? {};
    const isSlow = verb === 'slow';
    const value = card(isSlow ? 'One moment' : `Answered: ${data.name}, ${data.size}, ${data.agreed}`);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ statusCode: 200, type: CARD, value }));
    await delay(LATER_MS);
    if (isSlow) await replace(activity, cardMessage('Finished'));
    else await post(activity, { text: 'And by myself' });
  }
}

function cardMessage(text: string): object {
  return { attachments: [{ contentType: CARD, content: card(text) }] };
}

function card(text: string): object {
  const execute = (title: string, more = {}) => ({
    ...{ type: 'Action.Execute', title, verb: title.toLowerCase(), data: { token: 'one-use' } },
    ...more,
  });
  return {
    ...{ type: 'AdaptiveCard', version: '1.5', fallbackText: text },
    body: [
      { type: 'TextBlock', text, wrap: true },
      { type: 'Input.Text', id: 'name', label: 'Your name' },
      {
        ...{ type: 'Input.ChoiceSet', id: 'size', label: 'How many' },
        choices: ['One', 'Many'].map((title) => ({ title, value: title.toLowerCase() })),
      },
      { type: 'Input.Toggle', id: 'agreed', title: 'I agree' },
    ],
    actions: [
      execute('Answer'),
      { type: 'Action.Submit', title: 'Submit', data: { token: 'one-use' } },
      execute('Slow', { mode: 'secondary' }),
    ],
  };
}

async function post({ serviceUrl, conversation }: BotActivity, message: object): Promise<void> {
  await send(
    'POST',
    `${serviceUrl}/v3/conversations/${encodeURIComponent(conversation.id)}/activities`,
    message,
  );
}

async function replace({ serviceUrl, conversation, replyToId }: BotActivity, message: object): Promise<void> {
  const activities = `${serviceUrl}/v3/conversations/${encodeURIComponent(conversation.id)}/activities`;
  await send('PUT', `${activities}/${replyToId}`, message);
}

async function send(method: 'POST' | 'PUT', address: string, message: object): Promise<void> {
  const body = JSON.stringify({ type: 'message', ...message });
  const response = await fetch(address, { method, headers: { 'content-type': 'application/json' }, body });
  if (!response.ok)
    throw new Error(`${method} was answered with ${response.status}: ${await response.text()}`);
}
