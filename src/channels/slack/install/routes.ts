import type { IncomingMessage, ServerResponse } from 'node:http';
import { LANGUAGES, type Language } from '../../../domain/organisation/language.ts';
import { languageFrom } from '../../teams/receiver/parse/language.ts';
import { BOT_SCOPES } from '../scopes.ts';
import { type FinishParts, finishInstall } from './finish.ts';
import { INSTALL_LIMITS } from './limits.ts';
import { INSTALL_PATH, invitation, REDIRECT_PATH, type ShowPage } from './pages.ts';

export interface InstallRouteParts extends FinishParts {
  readonly clientId: string;
  /** Slack's page where a workspace allows an app. */
  readonly authorizeUrl: string;
  readonly show: ShowPage;
}

/** A route of the installation, for whatever server there is. */
export interface InstallRoute {
  readonly method: 'GET';
  readonly path: string;
  handle(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
}

/** The page with “Add to Slack”, and where Slack sends the browser back to. */
export function installRoutes(parts: InstallRouteParts): readonly InstallRoute[] {
  return [
    { method: 'GET', path: INSTALL_PATH, handle: (request, response) => begin(parts, request, response) },
    { method: 'GET', path: REDIRECT_PATH, handle: (request, response) => end(parts, request, response) },
  ];
}

const COOKIE = 'driftvakt_slack_install';

/** The page, or the way on to Slack: there the ten minutes begin with the press of the button. */
function begin(parts: InstallRouteParts, request: IncomingMessage, response: ServerResponse): void {
  const query = queryOf(request);
  const language = languageOf(request, query);
  if (query.get('go') !== '1') return parts.show(response, invitation(language));
  const { state, cookie } = parts.states.begin(language, cookieOf(request), nowOf(parts));
  const address = new URL(parts.authorizeUrl);
  const asked = { client_id: parts.clientId, scope: BOT_SCOPES.join(','), redirect_uri: parts.redirectUri() };
  for (const [name, value] of Object.entries({ ...asked, state })) address.searchParams.set(name, value);
  response.writeHead(302, {
    Location: address.href,
    'Set-Cookie': cookieWith(parts, cookie, INSTALL_LIMITS.stateMs / 1000),
    ...{ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'Content-Length': 0 },
  });
  response.end();
}

async function end(
  parts: InstallRouteParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const query = queryOf(request);
  const came = { query, cookie: cookieOf(request), language: languageOf(request, query) };
  const page = await finishInstall(parts, came);
  if (page.status === 200) response.setHeader('Set-Cookie', cookieWith(parts, '', 0));
  parts.show(response, page);
}

function queryOf({ url = '/' }: IncomingMessage): URLSearchParams {
  const at = url.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
}

/** The one that was picked, else the first that the browser asks for and we have. */
function languageOf({ headers }: IncomingMessage, query: URLSearchParams): Language {
  const picked = LANGUAGES.find((language) => language === query.get('lang'));
  const wanted = (headers['accept-language'] ?? '').slice(0, 500).split(',');
  return (
    picked ?? wanted.map((tag) => languageFrom(tag.split(';', 1)[0])).find((each) => each !== null) ?? 'en'
  );
}

function cookieOf({ headers }: IncomingMessage): string | null {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? null;
}

/** It comes back with Slack's redirect (`Lax`), and is seen by no script. */
function cookieWith({ redirectUri }: InstallRouteParts, value: string, seconds: number): string {
  const secure = redirectUri().startsWith('https:') ? '; Secure' : '';
  return `${COOKIE}=${value}; Path=/slack; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

function nowOf({ clock }: InstallRouteParts): number {
  return clock.now().epochMilliseconds;
}
