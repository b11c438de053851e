import { expect } from 'chai';
import type { OutageDraft } from '../../../../src/domain/notices/commands.ts';
import type { Playbook } from '../../../../src/domain/organisation/playbook.ts';
import { scenarioE, stockholm } from '../../../support/scenario-e.ts';
import { channelOf, servedPlaybooks } from '../../../support/served-playbooks.ts';
import { ServedTown } from '../../../support/served-town.ts';

const MORNING = '2026-11-23T10:00';

const outage = (change: Partial<OutageDraft> = {}) => ({
  do: 'publish-outage' as const,
  draft: {
    ...{ title: {}, text: { sv: 'Nere.' }, services: ['tes'], sites: ['tierp', 'heby'] },
    ...{ since: stockholm(MORNING), long: false, wait: true, nextWord: null, meanwhile: {} },
    ...{ routine: 'disturbance', asksRead: false, proposal: null },
    ...change,
  },
});

describe('notices of a department, in the organisations that it serves', () => {
  it('reach exactly those that are concerned, each in its own channel', async () => {
    const town = new ServedTown(MORNING);
    const id = await town.publish(outage());
    expect(town.log).to.deep.equal([]);
    expect(town.placesOf(id)).to.deep.equal(['heby', 'itcentrum', 'tierp'].map(channelOf).sort());
    expect(await town.ledger(id)).to.equal('r1: 3, 3 sent');
    expect(await town.ledger(id, 'tierp')).to.equal('r1: 1, 1 sent');
  });

  it('follow the department: updates, end, recall', async () => {
    const town = new ServedTown(MORNING);
    const id = await town.publish(outage());
    await town.command(id, { do: 'update', text: { sv: 'En disk är trasig.' }, important: true });
    expect(town.at(channelOf('tierp')).join()).to.contain('En disk är trasig.');
    await town.command(id, { do: 'resolve', text: {}, retrospect: { sv: 'Disken är bytt.' } });
    expect(town.at(channelOf('heby')).join()).to.contain('Working again');
    await town.command(id, { do: 'recall' });
    expect(town.at(channelOf('heby'))[0])
      .to.contain('Withdrawn')
      .and.not.contain('disk');
    expect(await town.ledger(id)).to.equal('r4: 3, 3 sent');
    expect((await town.notice('tierp', id))?.publication).to.equal('recalled');
    expect(await town.notice('knivsta', id)).to.equal(null);
  });

  it('tells the author what did not arrive, and whose it was; it can be tried again', async () => {
    const town = new ServedTown(MORNING);
    town.platform.refusing.add(channelOf('tierp'));
    const id = await town.publish(outage());
    expect(await town.ledger(id)).to.equal('r1: 3, 2 sent, 1 failed');
    const rows = (await town.engine.ledger('itcentrum', id))?.rows ?? [];
    expect(rows.map(({ name, state }) => `${name}: ${state}`)).to.deep.equal([
      '#drift-tierp (Tierps kommun): failed',
    ]);
    const it = town.desk();
    await it.says('läget');
    town.platform.refusing.clear();
    await town.engine.retryNotice('itcentrum', id);
    await town.work(10_000);
    expect(await town.ledger(id)).to.equal('r1: 3, 3 sent');
    await town.work(10_000);
    expect(town.at('desk/itcentrum').join()).to.contain('Skickat: 3');
  });

  it('counts for the author who has read it, and reminds those who have not', async () => {
    const town = new ServedTown(MORNING);
    for (const user of ['tove', 'tom'])
      await town.subscribe('tierp', `web/tierp/${user}`, { source: 'person', user });
    const id = await town.publish(outage({ asksRead: true }));
    const tove = town.somebody('tierp', { user: 'tove' });
    await tove.presses('Jag har läst det');
    const it = town.desk();
    await it.says('läget');
    await it.presses('Vad kan jag göra med det?');
    it.hears('Har läst: 1');
    await it.presses('Vilka har läst?');
    await it.presses('Påminn');
    expect(town.at('web/tierp/tom')).to.have.length(2);
    expect(await town.ledger(id)).to.equal('r1: 5, 5 sent');
  });

  it('is in calendars at once and told by its reminders where it was published in silence', async () => {
    const town = new ServedTown('2022-10-24T09:00');
    const notice = scenarioE();
    await town.desk().says('hej');
    const { parts, support } = notice;
    const draft = {
      ...{ title: {}, text: { sv: 'x' }, meanwhile: {}, shortNotice: false, routine: null },
      asksRead: false,
    };
    await town.publish({ do: 'publish-window', draft: { ...draft, parts, support, series: null } });
    expect((await town.board.notices('tierp')).map(({ kind }) => kind)).to.deep.equal(['maintenance']);
  });

  it('reach an organisation whose playbook came later, from the next start on', async () => {
    const all = servedPlaybooks();
    const before = new Map([...all].filter(([organisation]) => organisation !== 'tierp'));
    const town = new ServedTown(MORNING, before);
    const id = await town.publish(outage());
    expect(await town.ledger(id)).to.equal('r1: 2, 2 sent');
    await town.restart(all);
    expect(town.placesOf(id)).to.include(channelOf('tierp'));
    expect(await town.ledger(id)).to.equal('r1: 3, 3 sent');
    await town.restart(all);
    expect(town.placesOf(id)).to.have.length(3);
    await town.work(1000);
    await town.restart(
      new Map([...all].map(([key, each]) => [key, key === 'tierp' ? notServing(each, 'tes') : each])),
    );
    expect(town.at(channelOf('tierp'))[0]).to.contain('Återkallat');
  });
});

/** The same playbook, with a service of the department's that it does not use any more. */
function notServing(playbook: Playbook, service: string): Playbook {
  const { servedBy } = playbook;
  if (servedBy === null) return playbook;
  const services = new Map([...servedBy.services].filter(([theirs]) => theirs !== service));
  return { ...playbook, servedBy: { ...servedBy, services } };
}
