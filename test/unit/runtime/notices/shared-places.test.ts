import { expect } from 'chai';
import { stockholm } from '../../../support/scenario-e.ts';
import { channelOf, servedPlaybooks } from '../../../support/served-playbooks.ts';
import { ServedTown } from '../../../support/served-town.ts';

const MORNING = '2026-11-23T10:00';
const EVERYWHERE = {
  do: 'publish-outage' as const,
  draft: {
    ...{ title: {}, text: { sv: 'Nere.', en: 'Down.' }, services: ['treserva'], sites: ['tierp', 'heby'] },
    ...{ since: stockholm(MORNING), long: false, wait: true, nextWord: null, meanwhile: {} },
    ...{ routine: null, asksRead: false, proposal: null },
  },
};
const UPDATE = { do: 'update', text: { sv: 'Snart klart.', en: 'Soon.' }, important: false } as const;
const OWN = ['heby', 'itcentrum', 'tierp'].map(channelOf);
const SHARED = '    - { slack: CSHARED, name: "#alla" }\n';

/** Where something of a notice stands, besides the organisations' own channels. */
const besides = (town: ServedTown, id: string): string[] =>
  town.placesOf(id).filter((place) => !OWN.includes(place));

describe('a place that several organisations have', () => {
  it('gets a notice once: a Slack Connect channel that two playbooks name, seen from two workspaces', async () => {
    const town = new ServedTown(MORNING, servedPlaybooks({ tierp: SHARED, heby: SHARED }));
    const id = await town.publish(EVERYWHERE);
    expect(besides(town, id)).to.have.length(1);
    expect(await town.ledger(id)).to.equal('r1: 4, 4 sent');
    await town.command(id, UPDATE);
    expect(besides(town, id)).to.have.length(1);
    expect(await town.ledger(id)).to.equal('r2: 4, 4 sent');
  });

  it('gets it once although the department has it too, by its owners’ word', async () => {
    const town = new ServedTown(MORNING, servedPlaybooks({ tierp: SHARED }));
    await town.subscribe('itcentrum', 'slack/itcentrum/TIT/CSHARED');
    await town.subscribe('heby', 'slack/heby/THEBY/CSHARED');
    const id = await town.publish(EVERYWHERE);
    expect(besides(town, id)).to.have.length(1);
  });

  it('gets what only one of them has of it', async () => {
    const town = new ServedTown(MORNING, servedPlaybooks({ knivsta: SHARED, heby: SHARED }));
    const id = await town.publish(EVERYWHERE);
    expect(besides(town, id)).to.deep.equal(['slack/heby/THEBY/CSHARED']);
  });

  it('a channel of Teams that stands in two playbooks', async () => {
    const channel = '    - { teams: "19:alla@thread.tacv2", name: Alla }\n';
    const town = new ServedTown(MORNING, servedPlaybooks({ tierp: channel, heby: channel }));
    const id = await town.publish(EVERYWHERE);
    expect(besides(town, id)).to.have.length(1);
    expect(besides(town, id)[0]).to.match(/^teams\/(tierp|heby)\//);
  });

  it('a mail address that asked for it in two organisations, and no trace of it stays', async () => {
    const town = new ServedTown(MORNING);
    const mail = { source: 'mail', user: 'anna@example.org' } as const;
    await town.subscribe('tierp', 'mail/tierp/sign-1', mail);
    await town.subscribe('heby', 'mail/heby/sign-2', { ...mail, user: 'Anna@example.org' });
    await town.subscribe('heby', 'mail/heby/sign-3', { ...mail, user: 'bo@example.org' });
    const id = await town.publish(EVERYWHERE);
    expect(besides(town, id)).to.have.length(2);
    const { items } = await town.store.findRecords({
      ...{ organisation: 'itcentrum', kind: 'notice-place', order: 'oldest', limit: 50 },
    });
    expect(items).to.have.length(5);
    expect(JSON.stringify(items)).to.not.match(/example\.org/i);
  });

  it('people’s own chats are never taken for one', async () => {
    const town = new ServedTown(MORNING);
    for (const organisation of ['tierp', 'heby'])
      await town.subscribe(organisation, `slack/${organisation}/T1/D1/U1`, { source: 'person', user: 'U1' });
    expect(besides(town, await town.publish(EVERYWHERE))).to.have.length(2);
  });

  it('stays with whom it has it from, who goes on changing it after they unsubscribed', async () => {
    const town = new ServedTown(MORNING);
    await town.subscribe('tierp', 'slack/tierp/TTIERP/CSHARED');
    const id = await town.publish(EVERYWHERE);
    await town.unsubscribe('tierp', 'slack/tierp/TTIERP/CSHARED');
    await town.subscribe('heby', 'slack/heby/THEBY/CSHARED');
    await town.command(id, UPDATE);
    expect(besides(town, id)).to.deep.equal(['slack/tierp/TTIERP/CSHARED']);
    expect(town.at('slack/tierp/TTIERP/CSHARED')[0]).to.contain('Snart klart.');
  });

  it('is reached by another where the first could not, with the next revision, and then not tried by the first', async () => {
    const town = new ServedTown(MORNING);
    for (const [organisation, team] of [
      ['tierp', 'TTIERP'],
      ['heby', 'THEBY'],
    ] as const)
      await town.subscribe(organisation, `slack/${organisation}/${team}/CSHARED`);
    for (const refusing of ['tierp', 'heby'])
      town.platform.refusing.add(`slack/${refusing}/T${refusing.toUpperCase()}/CSHARED`);
    const id = await town.publish(EVERYWHERE);
    expect(await town.ledger(id)).to.equal('r1: 4, 3 sent, 1 failed');
    const rows = (await town.engine.ledger('itcentrum', id))?.rows ?? [];
    expect(rows.map(({ name }) => name.replace(/.*\(/, '('))).to.have.length(1);
    town.platform.refusing.clear();
    await town.command(id, UPDATE);
    expect(besides(town, id)).to.have.length(1);
    await town.engine.retryNotice('itcentrum', id);
    await town.work();
    expect(besides(town, id)).to.have.length(1);
  });
});

describe('a channel that one organisation sees from two workspaces', () => {
  const room = (team: string) => `slack/tierp/${team}/CBOTH`;
  const inRoom = async (town: ServedTown, team: string, text: string): Promise<string> => {
    const conversation = `slack/tierp/${team}/CBOTH:1.2/U1`;
    const before = town.at(conversation).length;
    await town.engine.accept({
      ...{ id: `${team}-${text}`, organisation: 'tierp', conversation, ahead: 0 },
      from: { user: 'U1', desk: false, locale: 'sv', role: null, site: null },
      what: { kind: 'said', text, pictures: [] },
      reach: {
        ...{ place: `slack/${team}/CBOTH`, address: { team } },
        room: { conversation: room(team), id: 'CBOTH', name: 'alla', address: { team } },
      },
    });
    await town.work();
    return town.at(conversation).slice(before).join();
  };

  it('has one subscription, seen from both', async () => {
    const town = new ServedTown(MORNING);
    await town.subscribe('tierp', room('TTIERP'));
    expect(await inRoom(town, 'TOTHER', 'abonnera')).to.contain('Den här kanalen får');
    const id = await town.publish(EVERYWHERE);
    expect(besides(town, id)).to.deep.equal([room('TTIERP')]);
  });

  it('keeps what its owners asked for before the playbook of the other workspace named it', async () => {
    const town = new ServedTown(
      MORNING,
      servedPlaybooks({ tierp: '    - { slack: CBOTH, name: "#alla" }\n' }),
    );
    await town.subscribe('tierp', room('TOTHER'));
    expect(besides(town, await town.publish(EVERYWHERE))).to.deep.equal([room('TOTHER')]);
  });
});
