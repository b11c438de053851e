import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer } from '../answer.ts';

/** Signs claims as the channel does; `Issuer.token` of the local issuer does it. */
export type Sign = (claims: { iss: string; aud: string; serviceurl: string }) => Promise<string>;

/** What a proxy signs for. */
export interface Signing {
  /** The bot's app id: the audience of the tokens. */
  readonly appId: string;
  /** The issuer that the tokens name; that of the public cloud if nothing is said. */
  readonly issuer?: string;
  readonly sign: Sign;
}

/**
 * Stands between Microsoft's client, which signs nothing, and a bot, and gives each activity a token as the channel
 * would: for the bot, from the channel's issuer, naming the activity's own service address.
 */
export class SigningProxy {
  /** Where activities are taken: for the client's `-e`. */
  readonly endpoint: string;
  /** How many activities went through. */
  passed = 0;
  readonly #server: Server;

  private constructor(server: Server, bot: URL) {
    this.#server = server;
    this.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}${bot.pathname}`;
  }

  /** @param bot the bot's own endpoint */
  static async start(bot: string, signing: Signing): Promise<SigningProxy> {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const proxy = new SigningProxy(server, new URL(bot));
    server.on('request', (incoming, response) => {
      forward(bot, signing, incoming, response).then(
        () => {
          proxy.passed += incoming.method === 'POST' ? 1 : 0;
        },
        // As a gateway says that what is behind it cannot be reached.
        () => answer(response, 502),
      );
    });
    return proxy;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

async function forward(
  bot: string,
  signing: Signing,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await bytesOf(incoming);
  const authorization = await authorizationFor(signing, body);
  const headers = {
    'content-type': incoming.headers['content-type'] ?? 'application/json',
    ...authorization,
  };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const { method = 'GET' } = incoming;
    const length = { 'content-length': body.length };
    request(bot, { method, headers: { ...headers, ...length }, agent: false }, resolve)
      .on('error', reject)
      .end(body);
  });
  const content = await bytesOf(answer);
  const type = answer.headers['content-type'];
  response.writeHead(answer.statusCode ?? 502, type === undefined ? {} : { 'content-type': type });
  response.end(content);
}

/** No token for what is no activity: the client only asks whether somebody listens. */
async function authorizationFor({ appId, issuer, sign }: Signing, body: Buffer): Promise<object> {
  if (body.length === 0) return {};
  const { serviceUrl } = JSON.parse(body.toString('utf8')) as { serviceUrl: string };
  const claims = { iss: issuer ?? 'https://api.botframework.com', aud: appId, serviceurl: serviceUrl };
  return { authorization: `Bearer ${await sign(claims)}` };
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}
