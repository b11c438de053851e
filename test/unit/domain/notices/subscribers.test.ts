import { expect } from 'chai';
import { grouped, reachOf } from '../../../../src/domain/notices/subscribers.ts';
import { outageNotice, subscriptionOf } from '../../../support/notices.ts';
import { shipped } from '../../../support/playbooks.ts';

const playbook = shipped('itcentrum');
const NOW = Date.UTC(2026, 10, 24);

describe('who would get a notice', () => {
  const all = grouped(
    [
      subscriptionOf('a'),
      subscriptionOf('b'),
      subscriptionOf('c', { source: 'playbook', sites: ['tierp'] }),
      subscriptionOf('d', { source: 'person', sites: ['heby'] }),
      subscriptionOf('e', { source: 'person', sites: ['tierp'], language: 'en' }),
      subscriptionOf('f', { source: 'person', kinds: ['maintenance'] }),
      subscriptionOf('g', { source: 'person', mutedUntil: NOW + 1 }),
      subscriptionOf('h', { source: 'mail' }),
      subscriptionOf('i', { source: 'mail', confirmed: false }),
    ],
    false,
  );

  it('is counted by what they asked for, and nobody who did not ask', () => {
    const notice = outageNotice({ services: ['tes'], sites: ['tierp'] });
    expect(reachOf(playbook, notice, all, NOW)).to.deep.equal({
      channels: 3,
      people: 1,
      mail: 1,
      more: false,
    });
    expect(reachOf(playbook, notice, all, NOW + 1).people, 'no longer muted').to.equal(2);
  });

  it('is kept in groups, however many there are', () => {
    const many = grouped(
      Array.from({ length: 5000 }, (_, i) => subscriptionOf(`p${i}`, { source: 'person' })),
      true,
    );
    expect(many.groups).to.have.length(1);
    expect(reachOf(playbook, outageNotice(), many, NOW)).to.include({ people: 5000, more: true });
  });
});
