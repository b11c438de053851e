import { expect } from 'chai';
import { NoticeTown, placeOf } from '../../../support/notice-town.ts';
import { subscriptionOf } from '../../../support/notices.ts';

const UPDATE = { do: 'update', text: { nb: 'mer' }, important: false } as const;
const IMPORTANT = { ...UPDATE, important: true } as const;

describe('a notice that goes out', () => {
  let town: NoticeTown;
  beforeEach(() => {
    town = new NoticeTown();
  });
  afterEach(() => town.store.close());

  const at = (name: string) => town.platform.at(placeOf(name));
  const threads = (name: string) => town.platform.threads(placeOf(name));
  const all = () => Object.fromEntries(['anna', 'bo', 'cleo'].map((name) => [name, at(name)]));

  it('reaches all who ask for such notices, once, and nobody else', async () => {
    await town.subscribe(['anna', 'bo']);
    await town.subscribe(['cleo'], { kinds: ['maintenance'] });
    await town.subscribe(['dora'], { confirmed: false });
    await town.subscribe(['eva'], { services: ['email'] });
    await town.subscribe(['finn'], { mutedUntil: town.now + 1 });
    const id = await town.publish();
    expect(town.platform.posts.map(({ destination }) => destination)).to.deep.equal(
      ['anna', 'bo'].map(placeOf),
    );
    expect(at('anna')).to.deep.equal(['r1 published']);
    expect(await town.ledger(id)).to.equal('r1: 2, 2 sent');
  });

  it('reaches channels of the playbook, unless their owners said something else', async () => {
    town.channels = ['drift', 'quiet'].map((name) =>
      subscriptionOf(placeOf(name), { name, source: 'playbook', language: 'en' }),
    );
    await town.subscribe(['quiet'], { kinds: ['maintenance'] });
    await town.publish();
    expect([at('drift'), at('quiet')]).to.deep.equal([['r1 published'], []]);
  });

  it('speaks each one’s language, and tells of what concerns them', async () => {
    await town.subscribe(['anna'], { language: 'en', sites: ['oppvekst'] });
    await town.publish({ sites: null });
    expect(at('anna')).to.deep.equal(['r1 published for oppvekst']);
  });

  it('reaches many more than fit into one commit, each once', async () => {
    const names = Array.from({ length: 2345 }, (_, i) => `p${i}`);
    await town.subscribe(names);
    const id = await town.publish();
    expect(await town.ledger(id)).to.equal('r1: 2345, 2345 sent');
    expect(new Set(town.platform.posts.map(({ destination }) => destination)).size).to.equal(2345);
  });

  it('changes in place, also where an edit failed in between', async () => {
    await town.subscribe(['anna', 'bo', 'cleo']);
    const id = await town.publish();
    town.platform.moods.push('refused', 'ok', 'lost');
    await town.command(id, UPDATE);
    expect([at('anna'), at('bo')]).to.deep.equal([['r1 published'], ['r2 published']]);
    await town.settle();
    await town.command(id, UPDATE);
    await town.settle();
    expect(all()).to.deep.equal({
      ...{ anna: ['r3 published'], bo: ['r3 published'], cleo: ['r3 published'] },
    });
  });

  it('is edited where it is, though nobody can say of the edit before', async () => {
    await town.subscribe(['anna']);
    const id = await town.publish();
    town.platform.moods.push('unclear');
    await town.command(id, UPDATE);
    expect(await town.ledger(id)).to.equal('r2: 1, 1 ambiguous');
    await town.command(id, UPDATE);
    expect(at('anna')).to.deep.equal(['r3 published']);
  });

  it('is posted again where nobody can say whether it ever arrived', async () => {
    await town.subscribe(['anna', 'bo']);
    town.platform.moods.push('lost', 'taken');
    const id = await town.publish();
    expect(await town.ledger(id)).to.equal('r1: 2, 2 ambiguous');
    await town.command(id, { do: 'recall' });
    expect([at('anna'), at('bo')]).to.deep.equal([['r2 recalled'], ['r1 published', 'r2 recalled']]);
  });

  it('changes for those too who unsubscribed or muted it since, and is new for those who came since', async () => {
    await town.subscribe(['anna', 'bo']);
    const id = await town.publish();
    await town.unsubscribe('anna');
    await town.subscribe(['bo'], { mutedUntil: town.now + 1e9 });
    await town.subscribe(['cleo']);
    await town.command(id, IMPORTANT);
    expect(all()).to.deep.equal({
      ...{ anna: ['r2 published'], bo: ['r2 published'], cleo: ['r2 published'] },
    });
    expect(await town.ledger(id)).to.equal('r2: 3, 3 sent');
    // They get to know what is true, and are not disturbed.
    expect([...threads('anna'), ...threads('bo'), ...threads('cleo')]).to.deep.equal([]);
  });

  it('goes in the words of the newest revision only, if it changes before it is sent', async () => {
    await town.subscribe(['anna', 'bo']);
    town.platform.moods.push('ok', 'busy');
    const id = await town.publish();
    await town.command(id, UPDATE);
    await town.settle();
    expect([at('anna'), at('bo')]).to.deep.equal([['r2 published'], ['r2 published']]);
    const first = await town.store.delivery(`${placeOf('bo')}/n-${id}-1`);
    expect(first).to.deep.include({ state: 'skipped', reason: 'superseded by revision 2' });
  });

  it('says in the thread what is important, where the message was there before', async () => {
    await town.subscribe(['anna']);
    const id = await town.publish();
    await town.subscribe(['bo']);
    await town.command(id, IMPORTANT);
    expect([at('anna'), threads('anna')]).to.deep.equal([
      ['r2 published'],
      ['r2 published under r2 published'],
    ]);
    expect([at('bo'), threads('bo')]).to.deep.equal([['r2 published'], []]);
    expect(await town.ledger(id)).to.equal('r2: 2, 2 sent');
  });

  it('still says in the thread what was important, though it was changed before that went out', async () => {
    await town.subscribe(['anna']);
    const id = await town.publish();
    town.platform.moods.push('busy', 'busy');
    await town.command(id, IMPORTANT);
    await town.command(id, UPDATE);
    await town.settle();
    expect([at('anna'), threads('anna')]).to.deep.equal([
      ['r3 published'],
      ['r3 published under r3 published'],
    ]);
  });

  it('says two important things that meet once', async () => {
    await town.subscribe(['anna']);
    const id = await town.publish();
    town.platform.moods.push('busy', 'busy');
    await town.command(id, IMPORTANT);
    await town.command(id, IMPORTANT);
    await town.settle();
    expect([at('anna'), threads('anna').length]).to.deep.equal([['r3 published'], 1]);
  });

  it('is taken back where it is, and does not reach those who had not got it', async () => {
    await town.subscribe(['anna', 'bo']);
    town.platform.moods.push('ok', 'busy');
    const id = await town.publish();
    await town.command(id, { do: 'recall' });
    await town.subscribe(['cleo']);
    await town.settle();
    expect(all()).to.deep.equal({ anna: ['r2 recalled'], bo: [], cleo: [] });
    expect(await town.ledger(id)).to.equal('r2: 1, 1 sent');
  });

  it('is not new for those who subscribe after it is over, nor long after for anybody', async () => {
    await town.subscribe(['anna'], { since: town.now });
    const id = await town.publish();
    await town.command(id, { do: 'resolve', text: {}, retrospect: {} });
    town.now += 60_000;
    await town.subscribe(['bo'], { since: town.now });
    await town.command(id, { do: 'retrospect', text: { nb: 'en kabel' } });
    expect([at('anna'), at('bo')]).to.deep.equal([['r3 published'], []]);
  });

  it('is not sent to whoever unsubscribed or muted it before it was', async () => {
    await town.subscribe(['anna', 'bo', 'cleo']);
    town.platform.moods.push('busy', 'busy', 'busy');
    const id = await town.publish();
    await town.unsubscribe('anna');
    await town.subscribe(['bo'], { mutedUntil: town.now + 1e12 });
    await town.settle();
    expect(all()).to.deep.equal({ anna: [], bo: [], cleo: ['r1 published'] });
    expect(await town.rows(id)).to.deep.equal([
      `${placeOf('anna')} skipped: unsubscribed meanwhile`,
      'bo skipped: muted meanwhile',
    ]);
  });

  it('lets an answer to the same person pass', async () => {
    await town.subscribe(['anna']);
    town.platform.moods.push('later');
    const id = await town.publish();
    const what = { kind: 'said', text: 'hvem', pictures: [] } as const;
    const from = { user: 'anna', desk: false, locale: null, role: null, site: null };
    await town.engine.accept({
      ...{ id: 'e1', organisation: 'porsanger', conversation: placeOf('anna'), from, what, ahead: 0 },
    });
    await town.work();
    expect(at('anna')).to.deep.equal(['hvem']);
    await town.work(100);
    expect([at('anna'), await town.ledger(id)]).to.deep.equal([['hvem', 'r1 published'], 'r1: 1, 1 sent']);
  });
});
