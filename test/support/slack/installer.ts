import type { FakeSlack } from './fake-slack.ts';
import type { Visitor } from './oauth.ts';

/** What a browser was shown. */
export interface Shown {
  readonly status: number;
  /** The page without its markup, blanks as one. */
  readonly text: string;
  readonly html: string;
}

/** The browser of somebody who installs the app: it follows links and redirects, and keeps a cookie. */
export class Installer {
  cookie: string | null = null;
  readonly #service: string;
  readonly #slack: FakeSlack;
  readonly #language: string;

  /** @param service its address @param language as browsers name them */
  constructor(service: string, slack: FakeSlack, language = 'nb-NO,nb;q=0.9,en;q=0.5') {
    this.#service = service;
    this.#slack = slack;
    this.#language = language;
  }

  /** The page with the button. */
  page(path = 'slack/install'): Promise<Shown> {
    return this.open(new URL(path, this.#service).href);
  }

  /** From the button to the page at the end, with what the visitor does at Slack. */
  async install(visitor: Visitor): Promise<Shown> {
    return this.open(await this.comeBack(visitor));
  }

  /** As far as Slack sends the browser back: the address that it is to open. */
  async comeBack(visitor: Visitor): Promise<string> {
    const href = /href="([^"]*go=1)"/.exec((await this.page()).html)?.[1]?.replaceAll('&amp;', '&');
    if (href === undefined) throw new Error('there is no button to press');
    this.#slack.oauth.visitor = visitor;
    return this.#redirectOf(await this.#redirectOf(new URL(href, this.#service).href));
  }

  async open(address: string): Promise<Shown> {
    const response = await this.#get(address);
    const html = await response.text();
    const text = html
      .replace(/<style>.*<\/style>/s, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    return { status: response.status, text, html };
  }

  async #redirectOf(address: string): Promise<string> {
    const response = await this.#get(address);
    const to = response.headers.get('location');
    if (response.status !== 302 || to === null)
      throw new Error(`${response.status} instead of a redirect: ${await response.text()}`);
    return to;
  }

  async #get(address: string): Promise<Response> {
    const own = address.startsWith(this.#service) && this.cookie !== null ? { cookie: this.cookie } : {};
    const headers = { 'accept-language': this.#language, ...own };
    const response = await fetch(address, { redirect: 'manual', headers });
    const set = response.headers.get('set-cookie')?.split(';', 1)[0];
    if (set !== undefined) this.cookie = set.endsWith('=') ? null : set;
    return response;
  }
}
