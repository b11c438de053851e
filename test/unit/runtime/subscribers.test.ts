import { expect } from 'chai';
import { reachOf } from '../../../src/domain/notices/subscribers.ts';
import type { Subscription } from '../../../src/domain/notices/subscription.ts';
import { subscriptionId } from '../../../src/runtime/record-codecs.ts';
import { readSubscribers } from '../../../src/runtime/subscribers.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import { outageNotice, subscriptionOf } from '../../support/notices.ts';
import { shipped } from '../../support/playbooks.ts';

const plain = shipped('porsanger');
const CHANNEL = {
  ...{ platform: 'slack' as const, channel: 'C0123ABCD', name: '#drift', sites: null, services: null },
  ...{ kinds: null, language: null },
};
const playbook = { ...plain, notices: { ...plain.notices, channels: [CHANNEL] } };
const NOW = Date.UTC(2026, 10, 24);

async function reach(subscriptions: readonly Subscription[]) {
  const store = openSqliteStore({ file: ':memory:' });
  try {
    for (let i = 0; i < subscriptions.length; i += 100) {
      const event = `e${i}`;
      await store.receive({ id: event, conversation: event, receivedAt: 0, body: null });
      await store.commit({
        ...{ event, conversation: event, expected: 0, state: null, at: 0 },
        records: subscriptions.slice(i, i + 100).map((subscription) => ({
          ...{ change: 'write', organisation: 'porsanger', kind: 'subscription', at: 0, keys: {} },
          id: subscriptionId(subscription.destination),
          body: { ...subscription },
        })),
      });
    }
    const subscribers = await readSubscribers(store, playbook);
    return reachOf(playbook, outageNotice(), subscribers, NOW);
  } finally {
    await store.close();
  }
}

describe('who is subscribed', () => {
  it('is read over all pages, with the channels of the playbook', async () => {
    const people = Array.from({ length: 1234 }, (_, i) =>
      subscriptionOf(`p${i}`, { source: 'person', user: `u${i}` }),
    );
    expect(await reach(people)).to.deep.equal({ channels: 1, people: 1234, mail: 0, more: false });
  });

  it('has a channel once that the playbook names and whose owners said something themselves', async () => {
    const own = subscriptionOf('slack/porsanger/T1/C0123ABCD', { kinds: ['maintenance'] });
    expect(await reach([own])).to.include({ channels: 0 });
    expect(await reach([{ ...own, kinds: null }])).to.include({ channels: 1 });
  });
});
