import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { boardIn, signInLinks } from '../../src/composition/board.ts';
import type { Playbook } from '../../src/domain/organisation/playbook.ts';
import { LinkKeys } from '../../src/http/link-key.ts';
import { createHttpServer } from '../../src/http/server.ts';
import type { Store } from '../../src/ports/store.ts';
import { signInRecord, tokenId } from '../../src/runtime/board/sign-in.ts';
import type { WorkingEngine } from '../../src/runtime/working-engine.ts';

const keys = new LinkKeys('a-secret-of-more-than-thirty-two-characters', true);
const environment = { production: false, DRIFTVAKT_LINK_SECRET: undefined, DRIFTVAKT_PUBLIC_URL: undefined };

/** What the pages stand on: a runtime on a clock in the test's hand. */
export interface BoardGround {
  readonly playbook: Playbook;
  readonly store: Store;
  readonly engine: WorkingEngine;
  readonly now: number;
}

/** Somebody as the bot knows them for certain. */
export interface BoardGuest {
  readonly user: string;
  readonly role: string | null;
  readonly desk?: boolean;
  readonly language?: 'nl' | 'nb';
  readonly name?: string;
}

/** The pages of the board of one organisation over HTTP: what is pressed there is worked through at once. */
export class BoardPages {
  readonly #ground: BoardGround;
  readonly #stop: () => void;
  readonly home: string;
  #links = 0;

  private constructor(ground: BoardGround, home: string, stop: () => void) {
    this.#ground = ground;
    this.home = home;
    this.#stop = stop;
  }

  static async start(ground: BoardGround): Promise<BoardPages> {
    const { playbook, store, engine } = ground;
    const playbooks = new Map([[playbook.organisation, playbook]]);
    const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(ground.now) };
    const throughout =
      <A, R>(keep: (what: A) => Promise<R>) =>
      async (what: A): Promise<R> => {
        const receipt = await keep(what);
        await engine.workThrough();
        return receipt;
      };
    const board = boardIn({
      ...{ environment, playbooks, clock, keys, store },
      engine: {
        caseDeed: throughout((deed: Parameters<typeof engine.caseDeed>[0]) => engine.caseDeed(deed)),
        pingAnswer: throughout((given: Parameters<typeof engine.pingAnswer>[0]) => engine.pingAnswer(given)),
      },
    });
    const server = createHttpServer({
      ...{ playbooks, clock, keys, log: pino({ level: 'silent' }), ready: async () => undefined },
      routes: board.routes,
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const home = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    return new BoardPages(ground, home, () => {
      board.stop();
      server.close();
      server.server.closeAllConnections();
    });
  }

  stop(): void {
    this.#stop();
  }

  post(
    path: string,
    fields: Record<string, string>,
    cookie = '',
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return fetch(this.home + path, {
      ...{ method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' },
      headers: { cookie, ...headers },
    });
  }

  async page(path: string, cookie: string): Promise<string> {
    return (await fetch(this.home + path, { headers: { cookie } })).text();
  }

  /** The bot tells somebody a link. @returns its token */
  async link(who: BoardGuest): Promise<string> {
    const { playbook, store, now } = this.#ground;
    const { organisation } = playbook;
    const { language = 'nl', name = 'Marie', ...from } = who;
    const links = signInLinks({ environment, keys }, () => this.home);
    const { token } = links.linkFor(organisation, `e${++this.#links}`)!;
    const told = { id: tokenId(token), until: now + 600_000, language, name };
    const speaker = { desk: false, locale: null, site: null, ...from };
    await store.writeRecords([signInRecord(speaker, told, { organisation, at: now })]);
    return token;
  }

  /** Somebody signs in as who they are. @returns their cookie */
  async signedIn(who: BoardGuest): Promise<string> {
    const token = await this.link(who);
    const answer = await this.post(`/board/${this.#ground.playbook.organisation}/sign-in`, { token });
    return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  }
}

/** The hidden fields of a page's forms. */
export function fieldsOf(text: string): { proof: string; once: string } {
  return {
    proof: /name="proof" value="([^"]+)"/.exec(text)?.[1] ?? '',
    once: /name="once" value="([^"]+)"/.exec(text)?.[1] ?? '0123456789abcdef',
  };
}
