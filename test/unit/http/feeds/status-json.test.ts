import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { statusJson } from '../../../../src/http/feeds/status-json.ts';
import { AS_OF, withAsOf } from '../../../../src/http/status/as-of.ts';
import { commanded, scenarioE } from '../../../support/notices-kept.ts';
import { shipped } from '../../../support/playbooks.ts';
import { statusStory } from '../../../support/status-story.ts';
import { viewOf } from '../../../support/status-view.ts';

const itcentrum = shipped('itcentrum');
const DOCUMENTED = readFileSync(new URL('../../../../docs/status.md', import.meta.url), 'utf8');

function read(...[playbook, notices, local, about]: Parameters<typeof viewOf>) {
  return JSON.parse(withAsOf(statusJson(viewOf(playbook, notices, local, about)), '2026-11-23T10:00+01:00'));
}

describe('the status as JSON', () => {
  it('tells how things are, with every time in the organisation’s zone', () => {
    const status = read(itcentrum, statusStory(itcentrum), '2026-11-23T10:00', {
      site: 'heby',
      language: 'en',
    });
    expect(status).to.include({
      ...{ version: 1, asOf: '2026-11-23T10:00+01:00', organisation: 'itcentrum', name: 'IT-centrum' },
      ...{ language: 'en', site: 'heby', state: 'outage' },
    });
    expect(status.headline).to.match(/^We have disturbances, and are working on them\. Please wait/);
    expect(status.outages[0]).to.include({
      ...{
        id: 'A1A1-0001',
        kind: 'outage',
        revision: 2,
        state: 'identified',
        title: 'Outage: Staff systems',
      },
      ...{
        since: '2026-11-23T08:10:00+01:00',
        nextWord: '2026-11-23T11:00:00+01:00',
        wait: true,
        over: null,
      },
    });
    expect(
      status.windows.map(({ id, state }: { id: string; state: string }) => `${id} ${state}`),
    ).to.deep.equal([...['B1B1-0001 under-way', 'B2B2-0002 announced', 'B3B3-0003 cancelled']]);
    const days = status.services.find(({ id }: { id: string }) => id === 'staff-systems').days;
    expect(days.at(-1)).to.deep.equal({ day: '2026-11-23', state: 'outage', outage: 110, maintenance: 0 });
  });

  it('tells nothing of who wrote it, and nothing that waits', () => {
    const waiting = { ...scenarioE(itcentrum), publication: 'to-confirm' as const };
    const text = statusJson(viewOf(itcentrum, [waiting, ...statusStory(itcentrum)], '2026-11-23T10:00'));
    expect(text).to.not.match(/Eva|it-1|desk\/test|E7M2/);
  });

  it('names what was taken back without its words', () => {
    const recalled = commanded(itcentrum, scenarioE(itcentrum), { do: 'recall' }, '2022-10-21T10:00');
    const status = read(itcentrum, [recalled], '2022-10-21T11:00');
    expect(status.recalled).to.deep.equal([{ id: 'E7M2-QX4P', at: '2022-10-21T10:00:00+02:00' }]);
    expect(JSON.stringify(status)).to.not.contain('Servrarna');
  });

  it('has no field that is not documented', () => {
    const status = read(itcentrum, statusStory(itcentrum), '2026-11-23T10:00');
    const names = new Set<string>();
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, part] of Object.entries(value)) {
        if (!Array.isArray(value)) names.add(name);
        visit(part);
      }
    };
    visit(status);
    for (const name of names) expect(DOCUMENTED, name).to.contain(`\`${name}\``);
    expect(AS_OF).to.have.length(1);
  });
});
