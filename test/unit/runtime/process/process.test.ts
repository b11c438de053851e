import { expect } from 'chai';
import { pino } from 'pino';
import type { Turn } from '../../../../src/ports/store/turn.ts';
import { ProcessEvents } from '../../../../src/runtime/process/events.ts';
import { Process } from '../../../../src/runtime/process/process.ts';
import type { ProcessKind } from '../../../../src/runtime/process/step.ts';
import { openSqliteStore } from '../../../../src/storage/sqlite/open.ts';
import { NINE } from '../../../support/engine.ts';
import { shipped } from '../../../support/playbooks.ts';

type Happening = { readonly kind: 'count'; readonly by: number } | { readonly kind: 'stop' };
const EVENTS = new ProcessEvents<Happening>({
  ...{ channel: 'counter', field: 'counter', schema: 1, kinds: { count: true, stop: true } },
  nameOf: (what) => (what.kind === 'count' ? `count-${what.by}` : what.kind),
});
const EVENT = {
  organisation: 'porsanger',
  subject: 'ONE',
  ahead: 0,
  what: { kind: 'count', by: 2 },
} as const;
const CONVERSATION = 'counter/porsanger/ONE';

type Plan = ProcessKind<Happening, number>['plan'];
const counting: Plan = async ({ event: { what }, process }) => ({
  process: what.kind === 'count' ? process + what.by : process,
});

describe('the process of an aggregate', () => {
  let store: ReturnType<typeof openSqliteStore>;
  let log: Record<string, unknown>[];
  beforeEach(() => {
    store = openSqliteStore({ file: ':memory:' });
    log = [];
  });
  afterEach(() => store.close());

  /** Takes an event in and claims it. */
  async function claimed(id: string, body = EVENTS.body(EVENT)) {
    await store.receive({ id, conversation: CONVERSATION, receivedAt: NINE, body });
    const [event] = await store.claimEvents({ worker: 'w', limit: 1, now: NINE, leaseMs: 1000 });
    return event!;
  }

  function process(
    plan: Plan,
    more: Partial<ProcessKind<Happening, number>> = {},
    commit = store.commit.bind(store),
  ) {
    return new Process<Happening, number>(
      {
        store: { load: store.load.bind(store), commit },
        playbooks: new Map([['porsanger', shipped('porsanger')]]),
        clock: { now: () => Temporal.Instant.fromEpochMilliseconds(NINE) },
        log: pino({ level: 'info' }, { write: (line) => void log.push(JSON.parse(line)) }),
      },
      {
        ...{ name: 'a counter', events: EVENTS, plan, ...more },
        stateOf: (stored) => (typeof stored?.state === 'number' ? stored.state : 0),
      },
    );
  }

  it('takes each event to its commit, from what the one before left', async () => {
    const counter = process(counting);
    await counter.process(await claimed('a'), false);
    await counter.process(await claimed('b'), false);
    expect(await store.load(CONVERSATION)).to.deep.equal({ version: 2, state: 4 });
  });

  it('does an event once', async () => {
    const counter = process(counting);
    const event = await claimed('a');
    expect(await counter.process(event, false)).to.include({ event: 'a' });
    expect(await counter.process(event, false)).to.equal(null);
    expect((await store.load(CONVERSATION))?.state).to.equal(2);
  });

  it('computes a step again when others changed what it rests on', async () => {
    const key = { organisation: 'porsanger', kind: 'thing', id: 'x' };
    let runs = 0;
    const counter = process(async (job) => {
      runs++;
      const version = (await store.record(key))?.version ?? 0;
      if (runs === 1) await store.writeRecords([{ change: 'write', ...key, at: 1, keys: {}, body: 1 }]);
      const record = { change: 'write', ...key, at: 2, keys: {}, body: 2, expected: version } as const;
      return { ...(await counting(job)), records: [record] };
    });
    await counter.process(await claimed('a'), false);
    expect(runs).to.equal(2);
    expect((await store.record(key))?.version).to.equal(2);
    expect((await store.load(CONVERSATION))?.state).to.equal(2);
  });

  it('gives up for now when others are always faster', async () => {
    const conflict = { outcome: 'conflict', on: 'conversation', version: 9 } as const;
    const counter = process(counting, {}, async () => conflict);
    const failed = await counter.process(await claimed('a'), false).catch((cause: Error) => cause.name);
    expect(failed).to.equal('ConflictError');
  });

  const faults: [string, Plan, boolean][] = [
    ['fails for a fault of the program', () => Promise.reject(new TypeError('secret words')), false],
    ['may be what kills the process', counting, true],
  ];
  for (const [name, plan, hopeless] of faults) {
    it(`tries a step that ${name} again after an hour`, async () => {
      const turn = await process(plan).process(await claimed('a'), hopeless);
      expect(turn?.timers).to.deep.equal([EVENTS.timer(EVENT, NINE + 3_600_000)]);
      expect((await store.load(CONVERSATION))?.state).to.equal(0);
      expect(JSON.stringify(log)).to.contain('a step of a counter failed').and.not.contain('secret words');
    });
  }

  it('lets go of what somebody else gives again', async () => {
    const failing = process(() => Promise.reject(new Error('no')), {
      letsGo: ({ kind }) => kind === 'count',
    });
    expect((await failing.process(await claimed('a'), false))?.timers).to.deep.equal([]);
  });

  const dropped: [string, object][] = [
    ['another version', { ...(EVENTS.body(EVENT) as object), schema: 2 }],
    ['an unknown kind', { ...(EVENTS.body(EVENT) as object), what: { kind: 'jump' } }],
    ['an organisation without a playbook', { ...(EVENTS.body(EVENT) as object), organisation: 'nowhere' }],
  ];
  for (const [name, body] of dropped) {
    it(`drops an event of ${name}, and says so`, async () => {
      const turn = await process(counting).process(await claimed('a', body as never), false);
      expect((turn as Turn).state).to.equal(0);
      expect(log.map(({ msg }) => msg)).to.have.length(1);
      expect(String(log[0]?.msg)).to.match(/^an event of a counter is dropped: /);
    });
  }

  it('names its timers, so that the same one set again is one', () => {
    const first = EVENTS.timer(EVENT, NINE);
    const other = EVENTS.timer({ ...EVENT, what: { kind: 'count', by: 3 } }, NINE);
    expect(first.id).to.equal('count-2/counter/porsanger/ONE');
    expect(other.id).to.not.equal(first.id);
    expect(EVENTS.cancel('porsanger', 'ONE', 'count-2')).to.deep.equal({ change: 'cancel', id: first.id });
    expect(EVENTS.read(EVENTS.body(EVENT))).to.deep.equal(EVENT);
  });
});
