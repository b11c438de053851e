import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import restify, { type Next, type Request, type Response, type Server } from 'restify';
import { say } from '../locales/say.ts';
import { loudness, mayPass } from '../runtime/fault.ts';
import { messagePage } from './pages/layout.ts';
import { NotReadyError } from './readiness.ts';
import { MAX_ADDRESS, type PageReply, queryOf, sendPage, sendText, TOO_LONG } from './reply.ts';
import { type RoutineParts, routineRoute } from './routes/routine.ts';
import { whoRoute } from './routes/who.ts';

/** A route that a channel brings, and that writes its answer itself. */
export interface ChannelRoute {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly path: string;
  /** Answers; rejects only for faults of the program. */
  handle(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
}

/** What the server is made of. */
export interface ServerParts extends RoutineParts {
  readonly log: Logger;
  /** Resolves if what comes in can be taken; else readiness is denied, with what a `NotReadyError` says. */
  readonly ready: () => Promise<void>;
  /** What an operator should know though it works. Left out: nothing. */
  readonly notes?: readonly string[];
  /** Told of each request once it is answered. @param route as it was declared; `none`: there is no such page */
  readonly answered?: (method: string, route: string, status: number) => void;
  /** What the channels bring. One of them may take `/`. */
  readonly routes: readonly ChannelRoute[];
}

/** Others are what somebody made up. */
const KNOWN_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'DELETE']);

/** One restify server for everything that comes over HTTP. */
export function createHttpServer(parts: ServerParts): Server {
  const server = restify.createServer({
    name: 'driftvakt',
    log: parts.log as never,
    ignoreTrailingSlash: true,
    handleUncaughtExceptions: false,
  });
  server.get('/healthz', (_request: Request, response: Response, next: Next) => {
    sendText(response, 200, 'ok\n');
    next();
  });
  server.get('/readyz', async (_request: Request, response: Response) => {
    const wrong = await parts.ready().then(() => [], whatIsWrong);
    const lines = [wrong.length === 0 ? 'ready' : 'not ready', ...wrong, ...(parts.notes ?? [])];
    sendText(response, wrong.length === 0 ? 200 : 503, `${lines.join('\n')}\n`);
  });
  getPage(server, parts, '/who/:org', (request) =>
    whoRoute(parts, String(request.params.org), queryOf(request)),
  );
  getPage(server, parts, '/routine/:org', (request) =>
    routineRoute(parts, String(request.params.org), queryOf(request)),
  );
  for (const route of parts.routes) mount(server, parts, route);
  server.on('after', ({ method }: Request, { statusCode }: Response, route: { path?: unknown } | null) => {
    parts.answered?.(
      KNOWN_METHODS.has(method ?? '') ? String(method) : 'other',
      String(route?.path ?? 'none'),
      statusCode,
    );
  });
  server.on(
    'restifyError',
    (request: Request, response: Response, error: { statusCode?: number }, done: () => void) => {
      const status = error.statusCode ?? 500;
      if (status >= 500) parts.log.error({ err: error, path: request.path() }, 'a request failed');
      sendPage(response, {
        status,
        body: messagePage(
          'en',
          say('en', 'page.home-title'),
          say('en', status < 500 ? 'page.not-found' : 'page.error'),
        ),
      });
      done();
    },
  );
  return server;
}

function whatIsWrong(cause: unknown): string[] {
  return [cause instanceof NotReadyError ? cause.message : 'something cannot be used; see the log'];
}

function mount(server: Server, { log }: ServerParts, route: ChannelRoute): void {
  const { method, path } = route;
  const answer = async (request: Request, response: Response): Promise<void> => {
    try {
      await route.handle(request, response);
    } catch (cause) {
      log[loudness(cause)](
        { fault: cause instanceof Error ? cause.name : typeof cause, path },
        'a route failed',
      );
      if (response.headersSent) response.destroy();
      else
        sendText(response, mayPass(cause) ? 503 : 500, 'Something went wrong here. Try again in a moment.\n');
    }
  };
  if (method === 'GET') server.get(path, answer);
  else if (method === 'HEAD') server.head(path, answer);
  else server.post(path, answer);
}

function getPage(
  server: Server,
  { log }: ServerParts,
  path: string,
  reply: (request: Request) => PageReply,
): void {
  server.get(path, (request: Request, response: Response, next: Next) => {
    try {
      if ((request.url ?? '').length > MAX_ADDRESS) sendText(response, 414, TOO_LONG);
      else sendPage(response, reply(request));
    } catch (cause) {
      log.error({ err: cause, path: request.path() }, 'a page failed');
      sendPage(response, {
        status: 500,
        body: messagePage('en', say('en', 'page.home-title'), say('en', 'page.error')),
      });
    }
    next(false);
  });
}
