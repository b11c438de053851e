import { expect } from 'chai';
import type { Happening } from '../../../../src/conversation/event.ts';
import { referenceOf } from '../../../../src/runtime/names.ts';
import { READING_LIMITS, readReading } from '../../../../src/runtime/notices/reading.ts';
import { draft, lineOf, NoticeTown, ORGANISATION, placeOf } from '../../../support/notice-town.ts';
import { windowNotice, windowPart } from '../../../support/notices.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('the process of a notice', () => {
  let town: NoticeTown;
  beforeEach(() => {
    town = new NoticeTown();
  });
  afterEach(() => town.store.close());

  const at = (name: string) => town.platform.at(placeOf(name));
  const line = (happening: Happening) =>
    happening.kind === 'going-out' ? lineOf(happening.ledger) : happening.kind;
  const told = () => town.told.map(line);

  describe('tells its author', () => {
    it('how it goes out, at most every five seconds, and when it is settled', async () => {
      await town.subscribe(['anna', 'bo', 'cleo']);
      town.platform.moods.push('ok', 'busy', 'busy');
      await town.publish();
      expect(told()).to.have.length(1);
      await town.work(4999);
      expect(told()).to.have.length(1);
      await town.work(1);
      expect(told().slice(1)).to.deep.equal(['r1: 3, 3 sent']);
      await town.work(MINUTE);
      await town.work(MINUTE);
      expect(told()).to.have.length(2);
    });

    it('nothing as long as nothing changes', async () => {
      await town.subscribe(['anna']);
      town.platform.moods.push(...Array.from({ length: 12 }, () => 'busy' as const));
      await town.publish();
      for (let i = 0; i < 6; i++) await town.work(5000);
      expect(told()).to.deep.equal(['r1: 1, 1 waiting']);
    });

    it('nothing where nobody was to get it', async () => {
      const id = await town.publish();
      await town.work(10_000);
      expect([told(), await town.ledger(id)]).to.deep.equal([[], 'r1: 0']);
    });

    it('of what did not arrive, by name and with the reason', async () => {
      await town.subscribe(['anna', 'bo']);
      town.platform.moods.push('refused', 'lost');
      const id = await town.publish();
      const rows = ['anna failed: refused', 'bo ambiguous: no answer'];
      expect(await town.rows(id)).to.deep.equal(rows);
      const last = town.told.at(-1);
      expect(last?.kind === 'going-out' && last.rows.map(({ name }) => name)).to.deep.equal(['anna', 'bo']);
    });

    it('of as many as fit, though names and reasons are long', async () => {
      await town.subscribe(
        Array.from({ length: 30 }, (_, i) => `${i}${'å'.repeat(200)}`),
        { name: '🚒'.repeat(60) },
      );
      town.platform.moods.push(...Array.from({ length: 30 }, () => 'refused' as const));
      const id = await town.publish();
      expect(await town.rows(id)).to.have.length(20);
      const last = town.told.at(-1);
      expect(last?.kind === 'going-out' && last.rows.length).to.be.within(5, 20);
    });

    it('that the word which was promised is due, once, also long after', async () => {
      await town.publish({ nextWord: town.now + HOUR });
      await town.work(HOUR - 1);
      expect(told()).to.not.include('word-due');
      await town.work(3 * DAY);
      await town.work(DAY);
      expect(told().filter((each) => each === 'word-due')).to.have.length(1);
    });

    it('of no word that came before it was due', async () => {
      const id = await town.publish({ nextWord: town.now + HOUR });
      await town.work(HOUR / 2);
      await town.command(id, { do: 'update', text: { nb: 'x' }, important: false, nextWord: null });
      await town.work(DAY);
      expect(told()).to.not.include('word-due');
    });
  });

  describe('sees to what falls due', () => {
    const from = Temporal.Instant.from('2026-12-05T10:00:00+01:00').epochMilliseconds;
    const window = () =>
      windowNotice({
        parts: [windowPart({ services: ['network'], from, to: from + 2 * HOUR })],
        createdAt: town.now,
        publishedAt: town.now,
      });
    const announce = async () => {
      await town.want({ effect: 'keep-notice', notice: window(), news: 'new' });
      return window().id;
    };
    const revisions = async (id: string) => (await town.notice(id)).revision;
    const stateOf = async (id: string) =>
      (await town.store.record({ organisation: ORGANISATION, kind: 'notice', id }))?.keys.state;

    it('of a window: reminders, its beginning and its end', async () => {
      const { reminders } = town.playbook.notices;
      await town.subscribe(['anna']);
      const id = await announce();
      expect(at('anna')).to.deep.equal(['r1 published']);
      await town.work(from - town.now - 1);
      const timely = reminders.filter(
        (each) => each.total({ unit: 'hours', relativeTo: '2026-01-01' }) < 12 * 24,
      );
      expect(timely.length).to.be.greaterThan(0);
      // A late look sees them all at once, and reminds once.
      expect(at('anna')).to.deep.equal(['r2 published', 'reminder: r2 published']);
      await town.work(1);
      expect([await revisions(id), await stateOf(id)]).to.deep.equal([3, 'open']);
      await town.work(2 * HOUR);
      expect([await revisions(id), await stateOf(id)]).to.deep.equal([4, 'ended']);
      expect(at('anna')).to.deep.equal(['r4 published', 'reminder: r2 published']);
    });

    it('without a stale reminder after a long stop', async () => {
      await town.subscribe(['anna']);
      const id = await announce();
      await town.work(from - town.now + HOUR);
      expect([at('anna'), await revisions(id)]).to.deep.equal([['r2 published'], 2]);
    });
  });

  describe('takes commands from outside', () => {
    const by = { user: 'cli', name: 'CLI', conversation: `desk/${ORGANISATION}` };
    const command = { do: 'publish-outage', draft: draft() } as const;
    const give = async (id: string, more: object = {}) => {
      const doing = town.engine.command({
        id,
        organisation: ORGANISATION,
        notice: null,
        command,
        by,
        ...more,
      });
      doing.catch(() => undefined);
      for (let i = 0; i < 20; i++) await new Promise(setImmediate);
      await town.work();
      return doing;
    };

    it('and answers with the notice and its reference, once committed', async () => {
      const applied = await give('c1');
      expect(applied.outcome).to.equal('done');
      if (applied.outcome !== 'done') return;
      expect(applied.notice.id).to.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
      expect(await town.notice(applied.notice.id)).to.deep.equal(applied.notice);
      expect([applied.news, applied.notice.author.name]).to.deep.equal(['new', 'CLI']);
    });

    it('does each once by its id, also when it comes twice at once and after a restart', async () => {
      const [one, two] = await Promise.all([give('c1'), give('c1')]);
      await town.dieAfter(1);
      const three = await give('c1');
      expect([two, three]).to.deep.equal([one, one]);
      const { items } = await town.store.findRecords({
        ...{ organisation: ORGANISATION, kind: 'notice', order: 'oldest', limit: 9 },
      });
      expect(items).to.have.length(1);
    });

    it('answers with what is wrong, field by field, and the same again', async () => {
      const wrong = { command: { do: 'publish-outage', draft: draft({ services: ['x'] }) } };
      const faults = { outcome: 'refused', faults: [{ field: 'services', why: 'unknown-service' }] };
      expect(await give('c1', wrong)).to.deep.equal(faults);
      expect(await give('c1')).to.deep.equal(faults);
      expect(await give('c2', { notice: 'UNKN-OWNX', command: { do: 'recall' } })).to.deep.equal({
        ...{ outcome: 'refused', faults: [{ field: 'notice', why: 'not-published' }] },
      });
    });

    it('gives a new notice another reference than one that is taken', async () => {
      const taken = referenceOf(`command/${ORGANISATION}/c2`);
      await town.want({ effect: 'keep-notice', notice: windowNotice({ id: taken }), news: null });
      const applied = await give('c2');
      expect(applied.outcome === 'done' && applied.notice.id).to.equal(
        referenceOf(`command/${ORGANISATION}/c2`, 1),
      );
      expect((await town.notice(taken)).kind).to.equal('maintenance');
      expect(await give('c2')).to.deep.equal(applied);
    });

    it('refuses what is no command of an organisation here, and ends with the service', async () => {
      const refused = (more: object) =>
        give('c1', more).then(
          () => 'done',
          ({ name, code }) => code ?? name,
        );
      // Nothing works yet: it is taken in, and waits.
      const waiting = town.engine
        .command({ id: 'c3', organisation: ORGANISATION, notice: null, command, by })
        .then(String, ({ code }) => code);
      for (let i = 0; i < 20; i++) await new Promise(setImmediate);
      await town.engine.stop();
      expect(await waiting).to.equal('closed');
      expect(await refused({})).to.equal('closed');
      await town.dieAfter(1);
      expect(await refused({ organisation: 'nowhere' })).to.equal('UnknownOrganisationError');
      expect(await refused({ id: '' })).to.equal('invalid');
      expect((await give('c3')).outcome).to.equal('done');
    });
  });

  describe('is asked by its author', () => {
    it('to try again what failed, with all tries before it', async () => {
      await town.subscribe(['anna', 'bo']);
      town.platform.moods.push('refused', 'refused');
      const id = await town.publish();
      expect(await town.ledger(id)).to.equal('r1: 2, 2 failed');
      town.platform.moods.push('ok', 'busy');
      await town.want({ effect: 'retry-notice', notice: id });
      await town.settle();
      expect(await town.ledger(id)).to.equal('r1: 2, 2 sent');
      expect(told().at(-1)).to.equal('r1: 2, 2 sent');
      expect(at('anna')).to.deep.equal(['r1 published']);
    });

    it('to try it again, from outside of any conversation', async () => {
      await town.subscribe(['anna']);
      town.platform.moods.push('refused', 'busy');
      const id = await town.publish();
      const retrying = Promise.all([1, 2].map(() => town.engine.retryNotice(ORGANISATION, id)));
      for (let i = 0; i < 20; i++) await new Promise(setImmediate);
      await town.work();
      await retrying;
      expect(await town.ledger(id)).to.equal('r1: 1, 1 waiting');
      await town.settle();
      expect(await town.ledger(id)).to.equal('r1: 1, 1 sent');
    });

    it('to remind those who have not read it, people alone, once', async () => {
      await town.subscribe(['anna'], { source: 'person', user: 'anna' });
      await town.subscribe(['bo'], { source: 'person', user: 'bo' });
      await town.subscribe(['cleo'], { source: 'person', user: 'cleo' });
      await town.subscribe(['channel']);
      town.platform.moods.push('ok', 'ok', 'ok', 'refused');
      const id = await town.publish({ asksRead: true });
      const what = { kind: 'said', text: 'x', pictures: [] } as const;
      town.wants = [{ effect: 'read-notice', notice: id, name: null }];
      await town.engine.accept({
        ...{ id: 'read', organisation: ORGANISATION, conversation: placeOf('bo'), what, ahead: 0 },
        from: { user: 'bo', desk: false, locale: null, role: null, site: null },
      });
      await town.work();
      for (let i = 0; i < 2; i++) await town.want({ effect: 'remind-readers', notice: id });
      expect([at('anna'), at('cleo'), at('channel')]).to.deep.equal([
        ['r1 published', 'reminder: r1 published'],
        [],
        ['r1 published'],
      ]);
      expect(at('bo')).to.deep.equal(['r1 published', 'x']);
      expect(await town.ledger(id)).to.equal('r1: 4, 3 sent, 1 failed');
    });

    it('to say who has read it and who has not, people alone, by name', async () => {
      for (const user of ['anna', 'bo', 'cleo', 'dag'])
        await town.subscribe([user], { source: 'person', user, name: `${user} berg` });
      await town.subscribe(['channel']);
      town.platform.moods.push('ok', 'ok', 'ok', 'refused');
      const id = await town.publish({ asksRead: true });
      const said = async (user: string, name: string | null): Promise<void> => {
        const what = { kind: 'said', text: 'x', pictures: [] } as const;
        town.wants = [{ effect: 'read-notice', notice: id, name }];
        await town.engine.accept({
          ...{ id: `read ${user}`, organisation: ORGANISATION, conversation: placeOf(user), what, ahead: 0 },
          from: { user, desk: false, locale: null, role: null, site: null },
        });
        await town.work();
      };
      await said('bo', 'Bo Berg');
      await said('eva', null);
      const before = await readReading(town.store, [ORGANISATION], id);
      expect([...before.read.names].sort()).to.deep.equal(['Bo Berg', 'eva']);
      const have = ['anna', 'cleo', 'dag'].filter((user) => at(user).length > 0);
      expect(have).to.have.length(2);
      expect(before).to.deep.include({
        unread: { names: have.map((user) => `${user} berg`), count: 2, more: false },
        reminded: false,
      });
      await town.want({ effect: 'remind-readers', notice: id });
      expect((await readReading(town.store, [ORGANISATION], id)).reminded).to.equal(true);
    });

    it('to say how many more have not read it than are named, and how far was counted', async () => {
      const people = Array.from({ length: READING_LIMITS.looked + 200 }, (_, i) => `p${i}`);
      for (const user of people.slice(0, 30)) await town.subscribe([user], { source: 'person', user });
      const id = await town.publish({ asksRead: true });
      const few = (await readReading(town.store, [ORGANISATION], id)).unread;
      expect([few.names.length, few.count, few.more]).to.deep.equal([20, 30, false]);
      await town.subscribe(people.slice(30), { source: 'person', user: 'p' });
      await town.command(id, { do: 'update', text: { nb: 'mer' }, important: false });
      const many = (await readReading(town.store, [ORGANISATION], id)).unread;
      expect([many.names.length, many.count, many.more]).to.deep.equal([20, READING_LIMITS.looked, true]);
    });

    it('to remind readers of one that asks for no reading: nobody is', async () => {
      await town.subscribe(['anna'], { source: 'person', user: 'anna' });
      const id = await town.publish();
      await town.want({ effect: 'remind-readers', notice: id });
      expect(at('anna')).to.deep.equal(['r1 published']);
    });
  });

  it('is still edited in place months later, and let go a month after it ended', async () => {
    await town.subscribe(['anna']);
    const id = await town.publish();
    const first = `${placeOf('anna')}/n-${id}-1`;
    await town.work(90 * DAY);
    await town.work(2 * HOUR);
    expect(await town.store.delivery(first)).to.not.equal(null);
    await town.command(id, { do: 'resolve', text: {}, retrospect: {} });
    await town.work(20 * DAY);
    await town.command(id, { do: 'retrospect', text: { nb: 'en kabel' } });
    expect(at('anna')).to.deep.equal(['r3 published']);
    await town.work(31 * DAY);
    expect(await town.store.delivery(first)).to.equal(null);
    await town.command(id, { do: 'retrospect', text: { nb: 'to kabler' } });
    expect(at('anna')).to.deep.equal(['r3 published']);
  });

  it('goes on after a restart with what falls due and how it goes out', async () => {
    await town.subscribe(['anna', 'bo']);
    town.platform.moods.push('ok', 'busy');
    await town.publish({ nextWord: town.now + HOUR });
    await town.dieAfter(1);
    await town.work(HOUR);
    await town.work(5000);
    expect(told()).to.include('word-due');
    expect(told().at(-1)).to.equal('r1: 2, 2 sent');
  });
});
