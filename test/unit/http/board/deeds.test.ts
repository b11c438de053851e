import { expect } from 'chai';
import { turn } from '../../../../src/conversation/turn.ts';
import type { Report } from '../../../../src/domain/reports/report.ts';
import { BoardPages, fieldsOf } from '../../../support/board-pages.ts';
import { NINE, TestEngine } from '../../../support/engine.ts';
import { shipped } from '../../../support/playbooks.ts';
import { reportOf } from '../../../support/reports.ts';

const playbook = shipped('kivido');
const PATH = '/board/kivido/reports/K7M2-QX4P';
const MANAGER = 'manager-general-affairs';

describe('deeds on the board', () => {
  let service: TestEngine;
  let pages: BoardPages;
  beforeEach(async () => {
    service = new TestEngine(turn, { playbook });
    pages = await BoardPages.start(service);
    await service.store.writeRecords(
      ['K7M2-QX4P', 'B3D8-W1HK'].map((id) => ({
        ...{ change: 'write', organisation: 'kivido', kind: 'report', id, at: NINE, keys: { state: 'open' } },
        body: reportOf(id, { organisation: 'kivido', conversation: 'web/kivido/anna', at: NINE }) as never,
      })),
    );
  });
  afterEach(async () => {
    pages.stop();
    await service.store.close();
  });

  const post: BoardPages['post'] = (...what) => pages.post(...what);
  const page = (cookie: string): Promise<string> => pages.page(PATH, cookie);
  const marie = () => pages.signedIn({ user: 'marie', role: MANAGER });
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
    const cookie = await pages.signedIn({ user: 'desk', role: null, desk: true });
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
