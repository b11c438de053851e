import { expect } from 'chai';
import { measuredStore } from '../../../src/storage/measured-store.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import { asking, delivery, event, NOON, refusal } from '../../support/store-arrange.ts';

describe('a store that is measured', () => {
  const told: string[] = [];
  let clock = 0;
  const open = () =>
    measuredStore(
      openSqliteStore({ file: ':memory:' }),
      {
        called: (method, seconds, fault) => void told.push(`${method} ${seconds} ${fault}`),
        received: (channel, outcome) => void told.push(`received ${channel} ${outcome}`),
        committed: (channel, outcome) => void told.push(`committed ${channel} ${outcome}`),
        rang: (seconds) => void told.push(`late: ${seconds} s`),
        settled: (channel, state) => void told.push(`settled ${channel} ${state}`),
      },
      () => (clock += 250),
    );
  beforeEach(() => told.splice(0));

  it('says what came in, what was committed, and what became of what was to be sent', async () => {
    const store = open();
    await store.receive(event('e1', 'teams/falkenberg/anna'));
    await store.receive(event('e1', 'teams/falkenberg/anna'));
    await store.claimEvents(asking());
    const deliveries = [delivery('teams/falkenberg/anna/1.1', { destination: 'teams/falkenberg/anna' })];
    const turn = { event: 'e1', conversation: 'teams/falkenberg/anna', expected: 0, state: null, at: NOON };
    await store.commit({ ...turn, deliveries });
    const [sent] = await store.claimDeliveries(asking());
    const settled = { id: sent?.id ?? '', attempt: sent?.attempt ?? 0, now: NOON, reason: 'sent' };
    await store.settle({ ...settled, state: 'sent' });
    await store.settle({ ...settled, state: 'sent' });
    await store.close();
    expect(told.filter((line) => !/ \d/.test(line))).to.deep.equal([
      ...[
        'received teams new',
        'received teams duplicate',
        'committed teams committed',
        'settled teams sent',
      ],
    ]);
    expect(told).to.include('claimEvents 0.25 null');
  });

  it('tells faults by their code, and passes them on', async () => {
    const store = open();
    const turn = { event: 'e9', conversation: 'x', expected: 0, state: null, at: NOON };
    expect(await refusal(store.commit(turn))).to.equal('unknown-event');
    expect(told).to.deep.equal(['commit 0.25 unknown-event']);
    await store.close();
  });

  it('tells once of each timer how late its turn began', async () => {
    const store = open();
    await store.receive(event('e1', 'anna'));
    const timer = { change: 'set', id: 't', conversation: 'anna', dueAt: NOON - 2000, body: null } as const;
    await store.claimEvents(asking());
    await store.commit({
      event: 'e1',
      conversation: 'anna',
      expected: 0,
      state: null,
      at: NOON,
      timers: [timer],
    });
    await store.ringTimers({ now: NOON, limit: 5 });
    const [rung] = await store.claimEvents({ ...asking(), now: NOON });
    await store.postponeEvent(rung?.id ?? '', NOON);
    await store.claimEvents({ ...asking(), now: NOON + 5000 });
    expect(told.filter((line) => line.startsWith('late'))).to.deep.equal(['late: 2 s']);
    await store.close();
  });

  it('names no channel by what somebody wrote', async () => {
    const store = open();
    for (const [i, name] of ['Anna Andersson', '', 'x'.repeat(30), 'a"b'].entries())
      await store.receive(event(`e${i}`, name === '' ? '/x' : name));
    expect(told.filter((line) => line.startsWith('received'))).to.deep.equal(
      Array(4).fill('received other new'),
    );
    await store.close();
  });
});
