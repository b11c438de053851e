import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { cleanText } from '../../conversation/plain-text/clean.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { LANGUAGES, type Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { say } from '../../locales/say.ts';
import { StoreError } from '../../ports/store/error.ts';
import { SCRIPT, SCRIPT_PATH } from '../pages/status/live-script.ts';
import { MAX_ADDRESS, refuseAddress, writePage } from '../reply.ts';
import type { ChannelRoute } from '../server.ts';
import { sendDocument } from '../status/conditional.ts';
import { DOCUMENTS, type DocumentName, isOpenToAll } from '../status/documents.ts';
import { FEEDS } from '../status/links.ts';
import type { Networks } from '../status/networks.ts';
import { StatusDocuments } from '../status/status-documents.ts';
import { admit, type PageParts, refusal } from './admission.ts';
import { FEED_HEADERS, PAGE_HEADERS } from './status-headers.ts';

/** What the status pages need. */
export interface StatusParts extends PageParts {
  readonly board: { notices(organisation: string): Promise<readonly Notice[]> };
  readonly networks: Networks;
  /** Whether notices go out by mail; left out: no. */
  readonly hasMail?: boolean;
  readonly log: Logger;
  /** Where the service is reached, without a slash at its end, for what is read elsewhere. */
  readonly origin: () => string;
}

const ADDRESS = /^\/status(?:\/([^/]+))?(?:\/([^/]+))?\/?$/;

/** GET and HEAD of /status, /status/:org, /status/:org/:site, and of what else is told there. */
export function statusRoutes(parts: StatusParts): readonly ChannelRoute[] {
  const status = new StatusAnswers(parts);
  const paths = ['/status', SCRIPT_PATH, '/status/:org', '/status/:org/:what'];
  return paths.flatMap((path) =>
    (['GET', 'HEAD'] as const).map((method) => ({
      method,
      path,
      handle: (request: IncomingMessage, response: ServerResponse) => status.answer(request, response),
    })),
  );
}

/** What a request asks for. */
interface Asked {
  readonly organisation: string;
  readonly name: DocumentName;
  readonly site: string | null;
}

class StatusAnswers {
  readonly #parts: StatusParts;
  readonly #documents: StatusDocuments;

  constructor(parts: StatusParts) {
    this.#parts = parts;
    this.#documents = new StatusDocuments(parts.origin, parts.hasMail ?? false);
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '' } = request;
    if (url.length > MAX_ADDRESS) return refuseAddress(response);
    const [path = '', text = ''] = url.split('?', 2);
    if (path === SCRIPT_PATH) return sendScript(response);
    const query = new URLSearchParams(text);
    const [, organisation, what] = ADDRESS.exec(path) ?? [];
    if (organisation === undefined) return this.#all(request, response, query);
    await this.#one(request, response, query, askedFor(organisation, what, query));
  }

  async #one(
    request: IncomingMessage,
    response: ServerResponse,
    query: URLSearchParams,
    { organisation, name, site }: Asked,
  ): Promise<void> {
    const { networks, clock } = this.#parts;
    const admitted = admit(this.#parts, 'status', organisation, query);
    if ('status' in admitted) return writePage(response, admitted);
    const { playbook, language, key } = admitted;
    const refuse = (status: number, text: string): void =>
      writePage(response, refusal(status, language, 'status', text));
    if (key === null && !networks.allows(request)) return refuse(403, say(language, 'status.network'));
    if (site !== null && !playbook.sites.has(site))
      return refuse(404, say(language, 'status.unknown-site', { site: cleanText(site) }));
    const notices = await this.#notices(organisation);
    if (notices === null) return refuse(503, say(language, 'status.unreadable'));
    const now = clock.now();
    const document = this.#documents.of({ playbook, language, site, name, key }, notices, now);
    const shared = key === null && isOpenToAll(playbook) && !networks.isRestricted;
    const headers = { ...(name === 'page' ? PAGE_HEADERS : FEED_HEADERS), ...(shared && crossOrigin(name)) };
    const { type } = DOCUMENTS[name];
    sendDocument(request, response, document, now.epochMilliseconds, { type, shared, headers });
  }

  async #all(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): Promise<void> {
    const { playbooks, networks, clock } = this.#parts;
    const open = [...playbooks.values()].filter(isOpenToAll);
    const language = languageOf(query.get('lang'), open);
    const refuse = (status: number, text: string): void =>
      writePage(response, refusal(status, language, 'status', text));
    if (!networks.allows(request)) return refuse(403, say(language, 'status.network'));
    const read = await Promise.all(open.map(({ organisation }) => this.#notices(organisation)));
    const notices = read.filter((each) => each !== null);
    if (notices.length < read.length) return refuse(503, say(language, 'status.unreadable'));
    const now = clock.now();
    const document = this.#documents.all(language, open, notices, now);
    const sending = { type: DOCUMENTS.page.type, shared: !networks.isRestricted, headers: PAGE_HEADERS };
    sendDocument(request, response, document, now.epochMilliseconds, sending);
  }

  /** Null: they cannot be read. What was read before is not shown instead: it may be true no longer. */
  async #notices(organisation: string): Promise<readonly Notice[] | null> {
    try {
      return await this.#parts.board.notices(organisation);
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      this.#parts.log.error({ code: cause.code, organisation }, 'the status cannot be read');
      return null;
    }
  }
}

/** The last part of the address names a feed or a place; a place may be named in the query as well. */
function askedFor(organisation: string, what: string | undefined, query: URLSearchParams): Asked {
  const feed = FEEDS.find((each) => each === what);
  const site = feed === undefined && what !== undefined ? what : query.get('site');
  return { organisation, name: feed ?? 'page', site: site === '' ? null : site };
}

/** Without a wish: the language that the first organisation speaks. */
function languageOf(wanted: string | null, [first]: readonly Playbook[]): Language {
  return LANGUAGES.find((language) => language === wanted) ?? first?.languages[0] ?? 'en';
}

/** What everybody may see, other sites may show. */
function crossOrigin(name: DocumentName): Record<string, string> {
  return name === 'page' ? {} : { 'Access-Control-Allow-Origin': '*' };
}

function sendScript(response: ServerResponse): void {
  response.writeHead(200, {
    ...FEED_HEADERS,
    'Content-Type': 'text/javascript; charset=utf-8',
    'Content-Length': SCRIPT.length,
    // Its address changes with it.
    'Cache-Control': 'public, max-age=86400',
  });
  response.end(SCRIPT);
}
