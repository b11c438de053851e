import { expect } from 'chai';
import { wordsOf } from '../../../support/engine.ts';
import { draft, NoticeTown, placeOf } from '../../../support/notice-town.ts';
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

  for (const mood of ['blind-taken', 'blind-lost'] as const) {
    it(`is found before it is changed or taken back, where it may be there: ${mood}`, async () => {
      await town.subscribe(['anna', 'bo']);
      town.platform.canTell = true;
      town.platform.moods.push(mood, mood);
      const id = await town.publish();
      await town.command(id, UPDATE);
      await town.settle();
      expect([at('anna'), at('bo')]).to.deep.equal([['r2 published'], ['r2 published']]);
      await town.subscribe(['cleo']);
      town.platform.moods.push('ok', 'ok', mood);
      await town.command(id, UPDATE);
      expect(await town.ledger(id)).to.equal('r3: 3, 2 sent, 1 waiting');
      await town.command(id, { do: 'recall' });
      await town.settle();
      expect(at('cleo')).to.deep.equal(mood === 'blind-taken' ? ['r4 recalled'] : []);
    });
  }

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
    expect(first).to.deep.include({ state: 'skipped', reason: 'superseded: superseded by revision 2' });
  });

  it('says in the thread what is important, where the message was there before', async () => {
    await town.subscribe(['anna']);
    const id = await town.publish();
    await town.subscribe(['bo']);
    await town.command(id, IMPORTANT);
    expect([at('anna'), threads('anna')]).to.deep.equal([
      ['r2 published'],
      ['important: r2 published under r2 published'],
    ]);
    expect([at('bo'), threads('bo')]).to.deep.equal([['r2 published'], []]);
    expect(await town.ledger(id)).to.equal('r2: 2, 2 sent');
  });

  it('is said once where messages cannot be changed: what replaces one follows it', async () => {
    await town.subscribe(['mail/porsanger/anna']);
    const id = await town.publish();
    await town.command(id, IMPORTANT);
    expect(town.platform.came).to.deep.equal([1, 2].map((r) => `mail/porsanger/anna/n-${id}-${r}`));
  });

  describe('where messages cannot be changed, and a slip is put right', () => {
    const CORRECTION = { do: 'correct', update: null, text: { nb: 'nede på rådhuset' } } as const;
    let id: string;
    /** Of which revisions somebody got a letter. */
    async function letters(name: string): Promise<number[]> {
      const revisions = [1, 2, 3, 4];
      const keys = revisions.map((revision) => `mail/porsanger/${name}/n-${id}-${revision}`);
      const made = await Promise.all(keys.map((key) => town.store.delivery(key)));
      return revisions.filter((_, i) => made[i]?.state === 'sent');
    }

    it('nobody gets a letter for it; the next one says how it is then', async () => {
      await town.subscribe(['mail/porsanger/anna', 'bo']);
      id = await town.publish();
      await town.command(id, CORRECTION);
      expect(await letters('anna')).to.deep.equal([1]);
      expect(at('bo')).to.deep.equal(['r2 published']);
      expect(await town.ledger(id)).to.equal('r2: 1, 1 sent');
      await town.command(id, UPDATE);
      expect(await letters('anna')).to.deep.equal([1, 3]);
    });

    it('whoever has no letter yet gets the right one', async () => {
      await town.subscribe(['mail/porsanger/anna']);
      town.platform.moods.push('busy');
      id = await town.publish();
      await town.command(id, CORRECTION);
      await town.settle();
      expect(await letters('anna')).to.deep.equal([2]);
      await town.command(id, CORRECTION);
      await town.subscribe(['mail/porsanger/cleo']);
      await town.command(id, CORRECTION);
      expect([await letters('anna'), await letters('cleo')]).to.deep.equal([[2], [4]]);
    });

    it('a change that it overtakes is still said', async () => {
      await town.subscribe(['mail/porsanger/anna']);
      id = await town.publish();
      town.platform.moods.push('busy', 'busy');
      await town.command(id, UPDATE);
      await town.command(id, CORRECTION);
      await town.settle();
      expect(await letters('anna')).to.deep.equal([1, 3]);
    });
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
      ['important: r3 published under r3 published'],
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

  it('stands in the transcript of channels that keep none, as it is now', async () => {
    await town.subscribe(['desk/porsanger']);
    await town.want();
    town.now += 1000;
    const id = await town.publish();
    await town.command(id, UPDATE);
    await town.work(10_000);
    const entries = await town.engine.transcript('desk/porsanger');
    const texts = entries.flatMap(({ replies }) => replies.map(({ message }) => wordsOf(message)));
    expect(texts.filter((text) => text.startsWith('r'))).to.deep.equal(['r2 published']);
    expect(texts[0]).to.equal('x');
    expect((await town.engine.transcript('desk/porsanger', 1)).length).to.equal(1);
    expect(await town.engine.transcript(placeOf('anna'))).to.deep.equal([]);
  });

  it('fails where its words cannot be made, and says nothing of them in the log', async () => {
    await town.subscribe(['anna']);
    town.fault = new TypeError('a secret');
    const id = await town.publish();
    expect(await town.rows(id)).to.deep.equal([
      'anna failed: its words could not be made; the log tells more',
    ]);
    expect(JSON.stringify(town.log)).to.include('a notice could not be worded').and.not.include('secret');
    town.fault = null;
    await town.want({ effect: 'retry-notice', notice: id });
    expect(at('anna')).to.deep.equal(['r1 published']);
  });

  it('begins again after an hour where a fault of the program stopped it', async () => {
    await town.subscribe(['anna']);
    town.channelsFault = new TypeError('a secret');
    await town.publish();
    expect(at('anna')).to.deep.equal([]);
    expect(JSON.stringify(town.log)).to.include('a step of a notice failed').and.not.include('secret');
    town.channelsFault = null;
    await town.work(3_600_000);
    expect(at('anna')).to.deep.equal(['r1 published']);
  });

  it('waits for an hour too where its step was begun so often that it may be what kills the process', async () => {
    await town.subscribe(['anna']);
    const { doing } = await town.put(null, { do: 'publish-outage', draft: draft() });
    doing.catch(() => undefined);
    for (let i = 0; i < 20; i++) await new Promise(setImmediate);
    // The command, and its first step, are claimed over and over by processes that die.
    for (let i = 0; i < 21; i++) {
      await town.store.claimEvents({ worker: 'w', limit: 9, now: town.now, leaseMs: 1 });
      town.now += 1;
    }
    await town.work();
    expect(town.log.some(({ msg }) => msg === 'a step of a notice failed')).to.equal(true);
    expect(await doing.then(String, ({ message }) => message)).to.include('could not be done');
  });
});
