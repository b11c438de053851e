import type { Logger } from 'pino';
import restify, { type Next, type Request, type Response, type Server } from 'restify';
import { say } from '../locales/say.ts';
import { homePage } from './pages/home-page.ts';
import { messagePage } from './pages/layout.ts';
import { MAX_ADDRESS, type PageReply, queryOf, sendPage, sendText } from './reply.ts';
import type { PageParts } from './routes/admission.ts';
import { routineRoute } from './routes/routine.ts';
import { whoRoute } from './routes/who.ts';

/** What the server is made of. */
export interface ServerParts extends PageParts {
  readonly log: Logger;
  /** The way in at `/` is for newcomers, and off in production. */
  readonly production: boolean;
}

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
  server.get('/readyz', (_request: Request, response: Response, next: Next) => {
    sendText(response, 200, 'ready\n');
    next();
  });
  getPage(server, parts, '/who/:org', (request) =>
    whoRoute(parts, String(request.params.org), queryOf(request)),
  );
  getPage(server, parts, '/routine/:org', (request) =>
    routineRoute(parts, String(request.params.org), queryOf(request)),
  );
  if (!parts.production)
    getPage(server, parts, '/', () => ({ status: 200, body: homePage(parts.playbooks) }));
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

function getPage(
  server: Server,
  { log }: ServerParts,
  path: string,
  reply: (request: Request) => PageReply,
): void {
  server.get(path, (request: Request, response: Response, next: Next) => {
    try {
      if ((request.url ?? '').length > MAX_ADDRESS)
        sendText(response, 414, `The address is longer than ${MAX_ADDRESS} characters.\n`);
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
