import type { IncomingMessage, ServerResponse } from 'node:http';
import { BOARD_FILTERS, boardOf } from '../../../domain/reports/board/board.ts';
import { say } from '../../../locales/say.ts';
import type { BoardParts, BoardSession } from '../../board/parts.ts';
import { streamVersions } from '../../board/stream.ts';
import { html } from '../../html.ts';
import { doorPage } from '../../pages/board/frame.ts';
import { BOARD_SCRIPT, BOARD_SCRIPT_PATH } from '../../pages/board/live-script.ts';
import { boardPage } from '../../pages/board/page.ts';
import { messagePage } from '../../pages/layout.ts';
import { MAX_ADDRESS, refuseAddress, writePage } from '../../reply.ts';
import type { ChannelRoute } from '../../server.ts';
import { doDeed } from './deed.ts';
import { answerPing } from './ping.ts';
import { showReport } from './report.ts';
import { type BoardRequest, languageIn, sendBoard, sendDoor, sessionOf, viewOf } from './request.ts';
import { showSignIn, signIn, signOut } from './sign-in.ts';

/** The board of reports as pages, for those who signed in with a link of the bot's (docs/board.md). */
export function boardRoutes(parts: BoardParts): readonly ChannelRoute[] {
  const route = (
    method: ChannelRoute['method'],
    path: string,
    answer: (asked: BoardRequest) => void | Promise<void>,
  ): ChannelRoute => ({
    ...{ method, path: `/board/:org${path}` },
    handle: (request, response) => handle(parts, request, response, answer),
  });
  const signedIn =
    (answer: (asked: BoardRequest, session: BoardSession) => Promise<void>) =>
    async (asked: BoardRequest): Promise<void> => {
      const session = await sessionOf(parts, asked);
      if (session !== null) return answer({ ...asked, language: session.language }, session);
      if (isFromElsewhere(asked.request)) return sendAgain(asked);
      sendDoor(asked, 403, 'needs-sign-in');
    };
  return [
    { method: 'GET', path: BOARD_SCRIPT_PATH, handle: (_request, response) => sendScript(response) },
    route(
      'GET',
      '',
      signedIn((asked, session) => showBoard(parts, asked, session)),
    ),
    route('GET', '/sign-in', showSignIn),
    route('POST', '/sign-in', (asked) => signIn(parts, asked)),
    route('POST', '/sign-out', (asked) => signOut(parts, asked)),
    route(
      'GET',
      '/live',
      signedIn((asked, session) => live(parts, asked, session)),
    ),
    route(
      'GET',
      '/reports/:id',
      signedIn((asked, session) => showReport(parts, asked, session)),
    ),
    route(
      'POST',
      '/reports/:id',
      signedIn((asked, session) => doDeed(parts, asked, session)),
    ),
    route(
      'POST',
      '/reports/:id/ping/:escalation',
      signedIn((asked, session) => answerPing(parts, asked, session)),
    ),
  ];
}

async function handle(
  { playbooks, clock }: BoardParts,
  request: IncomingMessage,
  response: ServerResponse,
  answer: (asked: BoardRequest) => void | Promise<void>,
): Promise<void> {
  const { url = '/' } = request;
  if (url.length > MAX_ADDRESS) return refuseAddress(response);
  const { pathname, searchParams: query } = new URL(url, 'http://localhost');
  const [, , organisation = '', ...rest] = pathname.split('/');
  const playbook = playbooks.get(organisation);
  if (playbook === undefined) {
    const body = messagePage('en', say('en', 'board.title'), say('en', 'page.no-organisation'));
    return writePage(response, { status: 404, body });
  }
  const language = languageIn(playbook, query.get('lang'));
  const now = clock.now().toZonedDateTimeISO(playbook.timezone);
  await answer({ playbook, language, request, response, query, rest, now });
}

async function showBoard(parts: BoardParts, asked: BoardRequest, session: BoardSession): Promise<void> {
  const { playbook, query, response } = asked;
  const filter = BOARD_FILTERS.find((each) => each === query.get('show')) ?? 'open';
  const source = await parts.read(playbook.organisation);
  const board = boardOf(playbook, source, session, filter);
  sendBoard(response, 200, boardPage(viewOf(parts, asked, session), board));
}

function live(parts: BoardParts, asked: BoardRequest, session: BoardSession): Promise<void> {
  const { request, response, playbook } = asked;
  const token = parts.cookie.read(playbook.organisation, request) ?? '';
  const holds = async (): Promise<boolean> =>
    (await parts.door.session(playbook, token, parts.clock.now().epochMilliseconds)) !== null;
  return streamVersions(request, response, parts, session, holds);
}

/** Whoever comes by a link of another site: the browser does not say who they are, but does if the page itself asks again. */
function isFromElsewhere({ headers }: IncomingMessage): boolean {
  return headers['sec-fetch-site'] === 'cross-site';
}

function sendAgain({ playbook, language, response }: BoardRequest): void {
  const text = say(language, 'board.sign-in-title');
  const link = html`<p><a class="way web" href="/board/${playbook.organisation}">${text}</a></p>`;
  sendBoard(response, 200, doorPage({ playbook, language }, link), { Refresh: '0' });
}

function sendScript(response: ServerResponse): void {
  response.writeHead(200, {
    ...{ 'Content-Type': 'text/javascript; charset=utf-8', 'X-Content-Type-Options': 'nosniff' },
    'Content-Length': BOARD_SCRIPT.length,
    // Its address changes with it.
    'Cache-Control': 'public, max-age=86400',
  });
  response.end(BOARD_SCRIPT);
}
