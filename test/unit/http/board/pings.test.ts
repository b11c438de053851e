import { expect } from 'chai';
import { BoardPages, fieldsOf } from '../../../support/board-pages.ts';
import { Watch, type WatchPerson } from '../../../support/escalations/watch.ts';
import { shipped } from '../../../support/playbooks.ts';

const [MORNING, NIGHT] = ['2026-11-23T10:00', '2026-11-23T22:00'];

describe('pings that are answered on the board', () => {
  let watch: Watch;
  let pages: BoardPages;
  let nurse: WatchPerson;
  let id: string;
  /** A report that is brought to whoever holds these contacts. */
  const begin = async (local: string, ...contacts: string[]): Promise<WatchPerson[]> => {
    watch = new Watch(shipped('porsanger'), local);
    pages = await BoardPages.start(watch);
    nurse = watch.person('nurse', { site: 'helse-omsorg' });
    const holders: WatchPerson[] = [];
    for (const contact of contacts) holders.push(await watch.holder(contact));
    await nurse.say('Pasientjournalen er nede, hele avdelingen står');
    await nurse.pressLabel('Full stans i produksjonen for en hel avdeling');
    id = (await watch.reports()).at(-1)!.id;
    return holders;
  };
  afterEach(async () => {
    pages.stop();
    expect(watch.log).to.deep.equal([]);
    await watch.store.close();
  });

  const path = () => `/board/porsanger/reports/${id}`;
  const as = (role: string, name = 'Kari Nordmann') =>
    pages.signedIn({ user: role, role, name, language: 'nb' });
  const page = (cookie: string, query = '') => pages.page(path() + query, cookie);
  const answer = async (cookie: string, deed: string, more: Record<string, string> = {}, headers = {}) =>
    pages.post(`${path()}/ping/${id}`, { ...fieldsOf(await page(cookie)), deed, ...more }, cookie, headers);
  const history = async () =>
    (await watch.report(id)).history.map(({ what, by }) => [what, by?.name ?? null, by?.contact ?? null]);

  it('are acknowledged: every copy in the chats says so, nobody is pinged again, and the history names who', async () => {
    const [lead, consultant] = await begin(MORNING, 'it-lead', 'it-consultant');
    const cookie = await as('it-consultant');
    const text = await page(cookie);
    for (const label of ['Jeg har den', 'Jeg jobber med den', 'Be dem ringe meg', 'Jeg kan ikke, gi videre'])
      expect(text).to.include(`<button>${label}</button>`);
    const { status, headers } = await answer(cookie, 'acknowledge');
    expect([status, headers.get('location')]).to.deep.equal([303, `${path()}?answered=acknowledge`]);
    expect(await page(cookie, '?answered=acknowledge'))
      .to.include(`Takk. Du har ${id}`)
      .and.match(/status open">Kari Nordmann \(IT-konsulent\) har den, siden/);
    for (const each of [lead, consultant]) expect(each?.ping.state).to.match(/^Kari Nordmann .* har den/);
    expect(nurse.text).to.contain(`Kari Nordmann (IT-konsulent) har saken din, ${id}.`);
    await watch.pass(60);
    expect(watch.pinged).to.have.length(2);
    expect(await history()).to.deep.include(['acknowledged', 'Kari Nordmann', 'it-consultant']);
    expect((await watch.report(id)).state).to.equal('received');
  });

  it('say in the history the same as pressed in the chat', async () => {
    const inChat = async (): Promise<unknown> => {
      const [lead] = await begin(MORNING, 'it-lead', 'health-head');
      await lead?.pressLabel('Jeg jobber med den');
      await lead?.pressLabel('Be dem ringe meg');
      await lead?.pressLabel('Jeg kan ikke, gi videre');
      return (await watch.report(id)).history.map(({ what, by }) => [what, by?.contact]);
    };
    const expected = await inChat();
    pages.stop();
    await watch.store.close();
    await begin(MORNING, 'it-lead', 'health-head');
    const cookie = await as('it-lead');
    for (const deed of ['on-it', 'call-me', 'pass-on'])
      expect((await answer(cookie, deed)).status, deed).to.equal(303);
    expect((await watch.report(id)).history.map(({ what, by }) => [what, by?.contact])).to.deep.equal(
      expected,
    );
    expect(watch.pinged).to.deep.equal(['it-lead', 'health-head']);
    expect(nurse.text).to.contain('kan ikke gå videre med saken din').and.contain('+4700000001');
  });

  it('decline overtime only with why, which the reporter reads, and approve it', async () => {
    await begin(NIGHT, 'economy-head', 'chief-executive', 'it-lead');
    const [economy, chief] = [await as('economy-head'), await as('chief-executive', 'Ola')];
    expect(await page(economy)).to.include('<button>Godkjenn overtid</button>');
    expect((await answer(economy, 'decline', { words: '  ' })).status).to.equal(400);
    expect(watch.pinged).to.deep.equal(['economy-head']);
    const why = '<b>Det</b> kan vente';
    expect((await answer(economy, 'decline', { words: why })).status).to.equal(303);
    expect(nurse.text).to.contain(why);
    expect(await page(chief)).to.include('&lt;b&gt;Det&lt;/b&gt; kan vente');
    expect((await answer(chief, 'approve')).status).to.equal(303);
    expect(nurse.text).to.contain('+4700000002');
    expect(watch.pinged).to.deep.equal(['economy-head', 'chief-executive', 'it-lead']);
  });

  it('are not for whoever was not asked: nothing changes, it is said, and it stands in the history', async () => {
    await begin(NIGHT, 'economy-head');
    await watch.holder('it-adviser');
    const cookie = await as('it-adviser');
    const text = await page(cookie);
    expect(text).to.include('Leder for økonomi og styring').and.not.include('name="deed"');
    for (const deed of ['approve', 'acknowledge']) {
      const refused = await answer(cookie, deed);
      expect([refused.status, await refused.text()].join())
        .to.include('403')
        .and.include('noen andre spurt om');
    }
    expect((await watch.escalation(id))?.state).to.equal('open');
    expect((await history()).filter(([what]) => what === 'refused')).to.have.length(2);
  });

  it('are late where somebody was faster, done once however often they are sent, and never twice', async () => {
    const [lead] = await begin(MORNING, 'it-lead', 'it-consultant');
    const [slow, quick] = [await as('it-lead', 'Per'), await as('it-consultant')];
    const fields = { ...fieldsOf(await page(quick)), deed: 'acknowledge' };
    const old = { ...fieldsOf(await page(slow)), deed: 'acknowledge' };
    const to = `${path()}/ping/${id}`;
    const all = await Promise.all([1, 2, 3].map(() => pages.post(to, fields, quick)));
    expect(all.map(({ status }) => status)).to.deep.equal([303, 303, 303]);
    const late = await pages.post(to, old, slow);
    expect([late.status, await late.text()].join()).to.match(/^409,[\s\S]*Kari Nordmann har den allerede/);
    expect((await history()).filter(([what]) => what === 'acknowledged')).to.have.length(1);
    expect(lead?.ping.state).to.include('Kari Nordmann');
    // A link that claims an answer of theirs says nothing.
    expect(await page(slow, '?answered=acknowledge')).to.not.include('Takk. Du har');
  });

  it('are there too for whoever is to judge a report, and nothing of one that is over', async () => {
    await begin(MORNING, 'it-lead');
    const cookie = await as('it-lead');
    const found = (await watch.escalation(id))!;
    const { organisation } = found;
    const keep = async (kind: 'report' | 'judge', state: 'open' | 'closed', own: string) => {
      const body = { ...found, id: own, state, matter: { ...found.matter, kind } };
      const record = { change: 'write', organisation, at: found.begun, keys: {} } as const;
      await watch.store.writeRecords([
        { ...record, kind: 'escalation', id: own, body: body as never },
        { ...record, kind: 'escalated', id: `${kind}/${id}`, body: { escalation: own } },
      ]);
    };
    await keep('report', 'closed', id);
    expect(await page(cookie)).to.not.include('/ping/');
    await keep('judge', 'open', `${id}-judge`);
    expect(await page(cookie))
      .to.include(`/reports/${id}/ping/${id}-judge"`)
      .and.include('venter på vurdering');
  });

  it('take no form without the proof of this session, from another site, or for another matter', async () => {
    await begin(MORNING, 'it-lead');
    const [cookie, other] = [await as('it-lead'), await as('it-lead')];
    const elsewhere = await answer(cookie, 'acknowledge', {}, { 'sec-fetch-site': 'cross-site' });
    const stolen = await answer(cookie, 'acknowledge', { proof: fieldsOf(await page(other)).proof });
    const fields = { ...fieldsOf(await page(cookie)), deed: 'acknowledge' };
    const nobody = await pages.post(`${path()}/ping/${id}`, fields);
    const guessed = await pages.post(`${path()}/ping/K7M2-QX4P`, fields, cookie);
    const unknown = await answer(cookie, 'open-the-door');
    const statuses = [elsewhere, stolen, nobody, guessed, unknown].map(({ status }) => status);
    expect(statuses).to.deep.equal([403, 403, 403, 409, 409]);
    expect((await watch.escalation(id))?.state).to.equal('open');
  });
});
