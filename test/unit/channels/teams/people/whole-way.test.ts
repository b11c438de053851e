import { expect } from 'chai';
import { pino } from 'pino';
import { graphDirectory } from '../../../../../src/channels/teams/people/graph.ts';
import { introductions } from '../../../../../src/channels/teams/people/introduce.ts';
import { turn } from '../../../../../src/conversation/turn.ts';
import { inbound, replyOf, TestEngine } from '../../../../support/engine.ts';
import { FakeGraph } from '../../../../support/teams/graph.ts';
import { Stage } from '../connector/stage.ts';
import { ANNA, KARI, placed, SOLBERG } from './stage.ts';

/** The channel of a thread, which has the roster. */
const CHANNEL = '19:channel@thread.tacv2';

describe('who is who, from the roster and Graph over HTTP to the conversation', () => {
  let connector: Stage;
  let graph: FakeGraph;

  beforeEach(async () => {
    [connector, graph] = await Promise.all([Stage.start(), FakeGraph.start()]);
  });
  afterEach(() => {
    connector.stop();
    graph.stop();
  });

  it('is known to the next turn, and nothing was said meanwhile', async () => {
    const test = new TestEngine(turn);
    const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(test.now) };
    const where = placed();
    const address = { ...where.address, serviceUrl: connector.to.serviceUrl };
    const at = { ...where, conversation: 'web/porsanger/anna', address };
    connector.fake.addMember(CHANNEL, {
      id: address.user,
      objectId: ANNA,
      name: SOLBERG.name,
      email: SOLBERG.email,
    });
    graph.addManager(ANNA, { displayName: KARI.name, mail: KARI.email, mobilePhone: '906 34 222' });
    const tokens = {
      token: async () => ({ outcome: 'token', token: 'good' }) as const,
      renew: () => undefined,
    };
    const introduce = introductions({
      ...{ connector: connector.connector, engine: test.engine, records: test.store, clock },
      directory: graphDirectory({ tokens, clock, address: graph.address, allowLoopback: true }),
      playbooks: new Map([['porsanger', test.playbook]]),
      log: pino({ level: 'silent' }),
    });
    const said = inbound('e1', { kind: 'said', text: 'om meg', pictures: [] }, { from: at.from });
    await introduce(said, at);
    await test.engine.workThrough();
    expect(test.sender.deliveries).to.deep.equal([]);
    const key = { organisation: 'porsanger', kind: 'identity', id: ANNA };
    expect((await test.store.record(key))?.body).to.deep.equal(SOLBERG);

    await test.engine.accept(said);
    await test.engine.workThrough();
    const { message } = replyOf(test.sender.deliveries[0]!);
    expect(JSON.stringify(message)).to.include('Anna Solberg').and.include('Kari Nordmann');
    await introduce(said, at);
    expect([connector.fake.requests(), graph.asked.length]).to.deep.equal([1, 1]);
  });
});
