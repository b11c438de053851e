import { expect } from 'chai';
import type { OutageDraft, WindowDraft } from '../../../../src/domain/notices/commands.ts';
import { stockholm } from '../../../support/scenario-e.ts';
import { channelOf, MUNICIPALITIES } from '../../../support/served-playbooks.ts';
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
});
void MUNICIPALITIES;
void ({} as WindowDraft);
