import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { pino } from 'pino';
import type { Server } from 'restify';
import { boardIn, signInLinks } from '../../../../src/composition/board.ts';
import { LinkKeys } from '../../../../src/http/link-key.ts';
import { createHttpServer } from '../../../../src/http/server.ts';
import { signInRecord, tokenId } from '../../../../src/runtime/board/sign-in.ts';
import { openSqliteStore } from '../../../../src/storage/sqlite/open.ts';
import type { SqliteStore } from '../../../../src/storage/sqlite/store.ts';
import { NINE } from '../../../support/engine.ts';
import { shipped } from '../../../support/playbooks.ts';
import { reportOf } from '../../../support/reports.ts';

const keys = new LinkKeys('a-secret-of-more-than-thirty-two-characters', true);
const playbooks = new Map((['kivido', 'porsanger'] as const).map((name) => [name, shipped(name)]));
const environment = {
  production: true,
  DRIFTVAKT_LINK_SECRET: 'a-secret-of-more-than-thirty-two-characters',
  DRIFTVAKT_PUBLIC_URL: 'https://bot.example.org',
};
const links = signInLinks({ environment, keys }, () => 'http://localhost/');
/** What fetches links to show a preview of them. */
const PREVIEWS = [
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
];

describe('the pages of the board', () => {
  let store: SqliteStore;
  let server: Server;
  let home: string;
  let now = NINE;
  let board: ReturnType<typeof boardIn>;
  const logged: string[] = [];
  beforeEach(async () => {
    now = NINE;
    store = openSqliteStore({ file: ':memory:' });
    const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(now) };
    const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
    // Nothing is done on these pages: deeds.test.ts has that.
    const nobody = () => Promise.reject(new Error('nobody pressed'));
    const engine = { caseDeed: nobody, pingAnswer: nobody };
    board = boardIn({ environment, playbooks, clock, keys, store, engine });
    server = createHttpServer({
      ...{ playbooks, clock, keys, log, ready: async () => undefined },
      routes: board.routes,
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    home = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    await store.writeRecords([
      {
        ...{ change: 'write', organisation: 'kivido', kind: 'report', id: 'K7M2-QX4P', at: NINE },
        keys: { state: 'open' },
        body: reportOf('K7M2-QX4P', { organisation: 'kivido', what: '<b>printer</b> & co' }) as never,
      },
    ]);
  });
  afterEach(async () => {
    board.stop();
    server.close();
    server.server.closeAllConnections();
    await store.close();
  });

  /** A link as the bot tells it to IT's desk. */
  const link = async (event = 'e1'): Promise<string> => {
    const { address, token } = links.linkFor('kivido', event)!;
    const desk = { user: 'desk', desk: true, locale: null, role: null, site: null };
    await store.writeRecords([
      signInRecord(
        desk,
        { id: tokenId(token), until: now + 600_000, language: 'nl', name: null },
        { organisation: 'kivido', at: now },
      ),
    ]);
    expect(address).to.match(/^https:\/\/bot\.example\.org\/board\/kivido\/sign-in\?token=/);
    return address.replace('https://bot.example.org', home);
  };
  const tokenIn = (address: string): string => new URL(address).searchParams.get('token') ?? '';
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(home + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers });
  const cookieOf = (response: Response): string => response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const get = (path: string, cookie = '', headers: Record<string, string> = {}) =>
    fetch(home + path, { headers: { cookie, ...headers }, redirect: 'manual' });
  const signedIn = async (event = 'e1') =>
    cookieOf(await post('/board/kivido/sign-in', { token: tokenIn(await link(event)) }));

  it('are shown after one press, by a cookie that no script and no other site can use', async () => {
    const address = await link();
    for (const agent of [...PREVIEWS, ...PREVIEWS, 'a person'])
      expect(await (await fetch(address, { headers: { 'user-agent': agent } })).text()).to.include(
        '<button>',
      );
    const answer = await post('/board/kivido/sign-in', { token: tokenIn(address) });
    expect([answer.status, answer.headers.get('location')]).to.deep.equal([303, '/board/kivido']);
    expect(answer.headers.get('set-cookie')).to.match(
      /; Path=\/board\/kivido; HttpOnly; SameSite=Strict; Max-Age=28800; Secure$/,
    );
    const page = await (await get('/board/kivido', cookieOf(answer))).text();
    expect(page).to.include('K7M2-QX4P').and.include('&lt;b&gt;printer&lt;/b&gt; &amp; co');
    const again = await post('/board/kivido/sign-in', { token: tokenIn(address) });
    expect([again.status, await again.text()].join()).to.match(/^410,[\s\S]*al gebruikt/);
  });

  it('are not shown without, by a forged cookie, or by that of another organisation', async () => {
    const cookie = await signedIn();
    const forged = cookie.replace(/\.(.)/, (_all, first) => `.${first === 'A' ? 'B' : 'A'}`);
    for (const each of [
      '',
      forged,
      `${cookie}x`,
      'driftvakt-board-kivido=x',
      cookie.replace('kivido', 'other'),
    ])
      expect((await get('/board/kivido', each)).status, each).to.equal(403);
    const elsewhere = cookie.replace('board-kivido', 'board-porsanger');
    expect((await get('/board/porsanger', elsewhere)).status).to.equal(403);
    expect((await get('/board/nobody', cookie)).status).to.equal(404);
  });

  it('are shown for eight hours, and until somebody signs out', async () => {
    const cookie = await signedIn();
    now += 8 * 3_600_000 - 1;
    const page = await (await get('/board/kivido', cookie)).text();
    const [, proof = ''] = /name="proof" value="([^"]+)"/.exec(page) ?? [];
    expect((await post('/board/kivido/sign-out', { proof: 'x'.repeat(22) }, { cookie })).status).to.equal(
      403,
    );
    const out = await post('/board/kivido/sign-out', { proof }, { cookie });
    expect([out.status, out.headers.get('set-cookie')].join()).to.match(
      /^200,driftvakt-board-kivido=;.*Max-Age=0/,
    );
    expect((await get('/board/kivido', cookie)).status).to.equal(403);
    const second = await signedIn('e2');
    now += 8 * 3_600_000;
    expect((await get('/board/kivido', second)).status).to.equal(403);
  });

  it('take no form of another site', async () => {
    const token = tokenIn(await link());
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }])
      expect((await post('/board/kivido/sign-in', { token }, headers)).status).to.equal(403);
    const own = { 'sec-fetch-site': 'same-origin', origin: home };
    expect((await post('/board/kivido/sign-in', { token }, own)).status).to.equal(303);
  });

  it('ask the browser once more who comes by a link of another site', async () => {
    const answer = await get('/board/kivido', '', { 'sec-fetch-site': 'cross-site' });
    expect([answer.status, answer.headers.get('refresh')]).to.deep.equal([200, '0']);
  });

  it('show a report with its history, and say of others that there is none', async () => {
    const cookie = await signedIn();
    expect(await (await get('/board/kivido/reports/K7M2-QX4P', cookie)).text()).to.include(
      'Wat er gebeurd is',
    );
    expect((await get('/board/kivido/reports/none', cookie)).status).to.equal(404);
    expect((await get('/board/kivido/reports/K7M2-QX4P')).status).to.equal(403);
  });

  it('say at once when something has changed, as long as one is signed in', async () => {
    const cookie = await signedIn();
    expect((await get('/board/kivido/live')).status).to.equal(403);
    const stream = await get('/board/kivido/live', cookie);
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const versions = async (count: number): Promise<string[]> => {
      for (;;) {
        const found = [...heard.matchAll(/data: (\S+)/g)].map(([, version = '']) => version);
        if (new Set(found).size >= count) return [...new Set(found)];
        heard += (await reader.read()).value ?? '';
      }
    };
    await versions(1);
    await store.writeRecords([
      {
        ...{ change: 'write', organisation: 'kivido', kind: 'report', id: 'NEW', at: NINE },
        ...{ keys: { state: 'open' }, body: reportOf('NEW', { organisation: 'kivido' }) as never },
      },
    ]);
    expect(await versions(2)).to.have.length(2);
    await reader.cancel();
  });

  it('leave no token in the log', async () => {
    const address = await link();
    await fetch(address);
    const cookie = cookieOf(await post('/board/kivido/sign-in', { token: tokenIn(address) }));
    await get('/board/kivido', cookie);
    await get(`/board/kivido/nothing?token=${tokenIn(address)}`, cookie);
    const all = logged.join('\n');
    expect(all).to.not.include(tokenIn(address)).and.not.include(cookie.split('=')[1]!.slice(0, 20));
  });

  it('have no link in production where nobody could reach them', () => {
    const without = signInLinks(
      { environment: { ...environment, DRIFTVAKT_PUBLIC_URL: undefined }, keys },
      () => '',
    );
    expect(without.linkFor('kivido', 'e1')).to.equal(null);
  });
});
