import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { pino } from 'pino';
import type { Server } from 'restify';
import { boardIn, signInLinks } from '../../../../src/composition/board.ts';
import { turn } from '../../../../src/conversation/turn.ts';
import type { Report } from '../../../../src/domain/reports/report.ts';
import { LinkKeys } from '../../../../src/http/link-key.ts';
import { createHttpServer } from '../../../../src/http/server.ts';
import { signInRecord, tokenId } from '../../../../src/runtime/board/sign-in.ts';
import { NINE, TestEngine } from '../../../support/engine.ts';
import { shipped } from '../../../support/playbooks.ts';
import { reportOf } from '../../../support/reports.ts';

const keys = new LinkKeys('a-secret-of-more-than-thirty-two-characters', true);
const environment = { production: false, DRIFTVAKT_LINK_SECRET: undefined, DRIFTVAKT_PUBLIC_URL: undefined };
const playbook = shipped('kivido');
const playbooks = new Map([['kivido', playbook]]);
const PATH = '/board/kivido/reports/K7M2-QX4P';
const MANAGER = 'manager-general-affairs';

describe('deeds on the board', () => {
  let service: TestEngine;
  let server: Server;
  let home: string;
  let board: ReturnType<typeof boardIn>;
  let links = 0;
  beforeEach(async () => {
    service = new TestEngine(turn, { playbook });
    const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(service.now) };
    const engine = {
      async caseDeed(deed: Parameters<typeof service.engine.caseDeed>[0]) {
        const receipt = await service.engine.caseDeed(deed);
        await service.engine.workThrough();
        return receipt;
      },
    };
    board = boardIn({ environment, playbooks, clock, keys, store: service.store, engine });
    server = createHttpServer({
      ...{ playbooks, clock, keys, log: pino({ level: 'silent' }), ready: async () => undefined },
      routes: board.routes,
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    home = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    await service.store.writeRecords(
      ['K7M2-QX4P', 'B3D8-W1HK'].map((id) => ({
        ...{ change: 'write', organisation: 'kivido', kind: 'report', id, at: NINE, keys: { state: 'open' } },
        body: reportOf(id, { organisation: 'kivido', conversation: 'web/kivido/anna', at: NINE }) as never,
      })),
    );
  });
  afterEach(async () => {
    board.stop();
    server.close();
    server.server.closeAllConnections();
    await service.store.close();
  });

  const post = (path: string, fields: Record<string, string>, cookie = '', headers = {}) =>
    fetch(home + path, {
      ...{ method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' },
      headers: { cookie, ...headers },
    });
  const page = async (cookie: string): Promise<string> =>
    (await fetch(home + PATH, { headers: { cookie } })).text();
  /** Somebody signs in as who they are. @returns their cookie */
  const signedIn = async (who: { user: string; role: string | null; desk?: boolean }): Promise<string> => {
    const { token } = signInLinks({ environment, keys }, () => home).linkFor('kivido', `e${++links}`)!;
    const told = { id: tokenId(token), until: NINE + 600_000, language: 'nl', name: 'Marie' } as const;
    const speaker = { desk: false, locale: null, site: null, ...who };
    await service.store.writeRecords([signInRecord(speaker, told, { organisation: 'kivido', at: NINE })]);
    const answer = await post('/board/kivido/sign-in', { token });
    return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  };
  const marie = () => signedIn({ user: 'marie', role: MANAGER });
  /** The hidden fields of a page's forms. */
  const fieldsOf = (text: string) => ({
    proof: /name="proof" value="([^"]+)"/.exec(text)?.[1] ?? '',
    once: /name="once" value="([^"]+)"/.exec(text)?.[1] ?? '0123456789abcdef',
  });
  const report = async (id = 'K7M2-QX4P'): Promise<Report> =>
    (await service.store.record({ organisation: 'kivido', kind: 'report', id }))?.body as unknown as Report;

  it('are done as on the card in the chat, by name, and the reporter hears of them', async () => {
    const cookie = await marie();
    const fields = fieldsOf(await page(cookie));
    const words = '<b>Kan</b> wachten';
    const answer = await post(PATH, { ...fields, deed: 'not-urgent', words }, cookie);
    expect([answer.status, answer.headers.get('location')]).to.deep.equal([303, `${PATH}?done`]);
    const { state, life, history } = await report();
    expect([state, life?.judgement?.why]).to.deep.equal(['waiting', words]);
    expect(history.at(-1)?.by).to.deep.equal({ name: 'Marie', contact: MANAGER });
    expect(await page(cookie)).to.include('&lt;b&gt;Kan&lt;/b&gt; wachten');
    await service.engine.workThrough();
    expect((await service.lines('web/kivido/anna')).join('\n')).to.include(words);
  });

  it('are done once, however often they are sent from one page', async () => {
    const cookie = await marie();
    const fields = { ...fieldsOf(await page(cookie)), deed: 'ask', words: 'Welke printer?' };
    const answers = await Promise.all([1, 2, 3].map(() => post(PATH, fields, cookie)));
    expect(answers.map(({ status }) => status)).to.deep.equal([303, 303, 303]);
    const asked = (await report()).history.filter(({ text }) => text === 'Welke printer?');
    expect(asked).to.have.length(1);
  });

  it('join a report to what another goes on as', async () => {
    const cookie = await marie();
    const text = await page(cookie);
    expect(text).to.include('<option value="B3D8-W1HK">');
    await post(PATH, { ...fieldsOf(text), deed: 'join', to: 'B3D8-W1HK' }, cookie);
    expect([(await report()).state, (await report()).life?.joined]).to.deep.equal(['joined', 'B3D8-W1HK']);
    await service.engine.workThrough();
    expect((await report('B3D8-W1HK')).life?.joins).to.deep.equal(['K7M2-QX4P']);
  });

  it('are refused with what is true instead where the report has moved on, and keep what was written', async () => {
    const cookie = await marie();
    const fields = fieldsOf(await page(cookie));
    await post(PATH, { ...fieldsOf(await page(cookie)), deed: 'close', words: 'Klaar' }, cookie);
    const late = await post(PATH, { ...fields, deed: 'not-urgent', words: 'x' }, cookie);
    expect([late.status, await late.text()].join()).to.match(/^409,[\s\S]*class="status limited"/);
    expect((await report()).state).to.equal('closed');
    expect(await page(cookie)).to.not.include('name="deed"');
  });

  it('ask for what belongs to them', async () => {
    const cookie = await marie();
    const fields = fieldsOf(await page(cookie));
    for (const each of [
      { deed: 'ask', words: '  ' },
      { deed: 'join', to: 'none' },
    ])
      expect((await post(PATH, { ...fields, ...each }, cookie)).status, each.deed).to.equal(400);
    expect((await post(PATH, { ...fields, deed: 'reopen' }, cookie)).status).to.equal(409);
    expect((await report()).state).to.equal('open');
  });

  it('are not for who holds another duty: it does nothing, says so, and stands in the history', async () => {
    const manager = await marie();
    const cookie = await signedIn({ user: 'desk', role: null, desk: true });
    const text = await page(cookie);
    expect(text).to.include('mijn wachtrij').and.not.include('name="deed"');
    expect((await post(PATH, { ...fieldsOf(text), deed: 'close' }, cookie)).status).to.equal(403);
    const { state, history } = await report();
    expect([state, history.at(-1)?.what, history.at(-1)?.text]).to.deep.equal(['open', 'refused', 'close']);
    expect(await page(manager)).to.include('name="deed"');
  });

  it('take no form without the proof of this session, from another site, or from nobody', async () => {
    const cookie = await marie();
    const other = fieldsOf(await page(await marie()));
    const own = fieldsOf(await page(cookie));
    const elsewhere = { 'sec-fetch-site': 'cross-site' };
    expect((await post(PATH, { ...own, deed: 'close' })).status).to.equal(403);
    expect((await post(PATH, { ...other, deed: 'close' }, cookie)).status).to.equal(403);
    expect((await post(PATH, { ...own, deed: 'close' }, cookie, elsewhere)).status).to.equal(403);
    expect(
      (await post(PATH, { ...own, deed: 'close' }, cookie, { origin: 'https://evil.example' })).status,
    ).to.equal(403);
    expect((await report()).state).to.equal('open');
  });
});
