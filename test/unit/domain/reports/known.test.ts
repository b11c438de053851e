import { expect } from 'chai';
import { outageOf } from '../../../../src/domain/notices/view.ts';
import { outagesFor } from '../../../../src/domain/reports/known.ts';
import type { Outage } from '../../../../src/domain/reports/outage.ts';
import { outageNotice } from '../../../support/notices.ts';
import { shipped } from '../../../support/playbooks.ts';

const playbook = shipped('falkenberg');

function outage(about: Partial<Outage> = {}): Outage {
  return {
    ...outageOf(outageNotice({ services: ['intraphone-app'] })),
    ...about,
  };
}

const concerns = (about: Partial<Outage>, service: string | null, site: string | null) =>
  outagesFor(playbook, [outage(about)], { service, site }).length === 1;

describe('outages that concern somebody', () => {
  it('are of their service, or of all', () => {
    expect(concerns({}, 'intraphone-app', null)).to.equal(true);
    expect(concerns({}, 'intraphone-web', null)).to.equal(false);
    expect(concerns({}, null, null)).to.equal(false);
    expect(concerns({ services: [] }, null, null)).to.equal(true);
  });

  it('are at their place or above it; an unknown place counts', () => {
    expect(concerns({ sites: ['hemtjansten'] }, 'intraphone-app', 'ullared')).to.equal(true);
    expect(concerns({ sites: ['ullared'] }, 'intraphone-app', 'hemtjansten')).to.equal(false);
    expect(concerns({ sites: ['ullared'] }, 'intraphone-app', null)).to.equal(true);
  });

  it('are not over', () => {
    expect(concerns({ over: 1 }, 'intraphone-app', null)).to.equal(false);
  });
});
