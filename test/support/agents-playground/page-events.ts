import type { Page, WebSocketRoute } from 'playwright-core';
import type { WireEvent } from './wire.ts';

/** What the bot did, as the page heard of it: through its socket, or as the answer to a pressed button. */
export type Heard = WireEvent | { readonly action: 'invoke'; readonly status: number };

const SOCKET = '**/_ws_conversation/v1/conversations/stream';
const OUR_REQUESTS = /\/_(conversation|debug)\//;
const NEW_MESSAGE = /\/_conversation\/v1\/conversations\/[^/]+\/messages$/;
/** Resolves in the page once what it has is drawn. */
export const DRAWN = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))';

/** Follows what the page sends and hears, and lets it reach this machine alone. */
export class PageEvents {
  readonly heard: Heard[] = [];
  /** Faults of the page's scripts, and requests that the client refused. */
  readonly faults: string[] = [];
  /** Addresses elsewhere that the page asked for in vain: fonts, and pictures of cards. */
  readonly blocked: string[] = [];
  #open = 0;
  /** Messages that the page is sending and does not show yet. */
  #posting = 0;
  #held: (() => void)[] = [];

  static async follow(page: Page): Promise<PageEvents> {
    const events = new PageEvents();
    page.on('pageerror', (error) => events.faults.push(String(error)));
    await page.routeWebSocket(SOCKET, (socket) => events.#listen(socket));
    events.#count(page);
    await page.route(
      (url) => !['127.0.0.1', 'localhost'].includes(url.hostname),
      (route) => {
        events.blocked.push(route.request().url());
        return route.abort();
      },
    );
    return events;
  }

  /** Whether the client has taken all that the page sent. */
  get isDelivered(): boolean {
    return this.#open === 0 && this.#posting === 0;
  }

  /**
   * The client's page loses a reply that comes before it knows the id of the thread that it has just begun, one in 25 of
   * a fast bot: the page hears of nothing while it is sending.
   */
  #listen(socket: WebSocketRoute): void {
    socket.connectToServer().onMessage((message) => {
      const pass = () => {
        this.heard.push(JSON.parse(String(message)) as WireEvent);
        socket.send(message);
      };
      if (this.#posting > 0) this.#held.push(pass);
      else pass();
    });
  }

  async #posted(page: Page): Promise<void> {
    if (page.isClosed()) return;
    await page.evaluate(DRAWN);
    this.#posting -= 1;
    if (this.#posting > 0) return;
    const held = this.#held;
    this.#held = [];
    for (const pass of held) pass();
  }

  #count(page: Page): void {
    page.on('request', (request) => {
      if (OUR_REQUESTS.test(request.url())) this.#open += 1;
      if (NEW_MESSAGE.test(request.url())) this.#posting += 1;
    });
    const ended = async (url: string) => {
      if (OUR_REQUESTS.test(url)) this.#open -= 1;
      if (NEW_MESSAGE.test(url)) await this.#posted(page);
    };
    page.on('requestfinished', (request) => ended(request.url()));
    page.on('requestfailed', (request) => ended(request.url()));
    page.on('response', (response) => {
      if (!OUR_REQUESTS.test(response.url())) return;
      const status = response.status();
      if (response.url().endsWith('/invoke')) this.heard.push({ action: 'invoke', status });
      if (status >= 400) this.faults.push(`${response.url()} was answered with ${status}`);
    });
  }
}
