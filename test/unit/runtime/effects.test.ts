import { expect } from 'chai';
import type { Effect } from '../../../src/conversation/effects.ts';
import type { Known, TurnEvent } from '../../../src/conversation/event.ts';
import type { OutageProposal } from '../../../src/domain/reports/outage.ts';
import type { Inbound } from '../../../src/runtime/inbound.ts';
import { referenceOf } from '../../../src/runtime/names.ts';
import { heard, inbound, NINE, saying, TestEngine } from '../../support/engine.ts';
import { outageNotice } from '../../support/notices.ts';
import { reportOf } from '../../support/reports.ts';

const outage = outageNotice({ id: 'O1' });
const proposal: OutageProposal = {
  ...{ id: 'P1', organisation: 'porsanger', service: null, site: null, at: NINE },
  ...{ because: 'reports', reports: ['R1', 'R2'], state: 'open' },
};
const asked = (user: string): Partial<Inbound> => ({
  conversation: `web/porsanger/${user}`,
  from: { user, desk: user === 'desk', locale: null, role: null, site: null },
});

describe('what a turn wants kept', () => {
  let service: TestEngine;
  let known: Known;
  /** What each word makes the turn want. */
  const wants: Record<string, (event: TurnEvent) => Effect[]> = {
    report: ({ reference, from }) => [
      { effect: 'keep-report', report: reportOf(reference, { user: from.user, service: 'internet' }) },
    ],
    withdraw: ({ known: { reports } }) =>
      reports.map((report) => ({ effect: 'keep-report', report: { ...report, state: 'withdrawn' } })),
    twice: ({ reference }) => [
      { effect: 'keep-report', report: reportOf(reference) },
      { effect: 'keep-report', report: reportOf(reference, { what: 'the last' }) },
    ],
    profile: () => [
      { effect: 'keep-profile', profile: { role: 'x', site: null, language: 'nb', contactBack: null } },
    ],
    outage: () => [{ effect: 'keep-notice', notice: outage, news: null }],
    over: () => [{ effect: 'keep-notice', notice: { ...outage, over: NINE }, news: null }],
    'me-too': () => [{ effect: 'me-too', conversation: 'a', language: 'nb', outage: 'O1' }],
    confirm: () => [{ effect: 'ask-confirm', notice: 'N7' }],
    propose: () => [
      { effect: 'keep-proposal', proposal },
      { effect: 'propose', proposal },
    ],
  };
  beforeEach(() => {
    service = new TestEngine(
      saying(
        (event) => {
          known = event.known;
          if (event.what.kind === 'to-confirm') return `to confirm ${event.what.notice}`;
          return event.what.kind === 'proposed' ? `proposed ${event.what.proposal.id}` : heard(event);
        },
        (event) => ({ effects: wants[heard(event)]?.(event) ?? [] }),
      ),
    );
  });
  afterEach(() => service.store.close());

  const find = async (kind: string, keys: Record<string, string> = {}) =>
    (await service.store.findRecords({ organisation: 'porsanger', kind, keys, order: 'oldest', limit: 50 }))
      .items;

  it('a report is found by who made it, by everybody’s newest, and by its keys', async () => {
    await service.say('a', 'report');
    await service.say('b', 'hei');
    expect(known.reports.map(({ id }) => id)).to.deep.equal([referenceOf('a')]);
    await service.say('c', 'hei', asked('bo'));
    expect(known.reports).to.deep.equal([]);
    expect(known.recent.map(({ id }) => id)).to.deep.equal([referenceOf('a')]);
    expect(await find('report', { user: 'anna', service: 'internet', state: 'open' })).to.have.length(1);
  });

  it('a change of a report is one more version of it, and moves it by its keys', async () => {
    await service.say('a', 'report');
    await service.say('b', 'withdraw');
    expect((await find('report'))[0]).to.include({ version: 2 });
    expect(await find('report', { state: 'open' })).to.deep.equal([]);
  });

  it('of several words about the same report the last holds', async () => {
    await service.say('a', 'twice');
    const [record] = await find('report');
    expect(record).to.include({ version: 1 });
    expect(record?.body).to.include({ what: 'the last' });
  });

  it('a profile is the person’s, in whatever conversation', async () => {
    await service.say('a', 'profile');
    await service.say('b', 'hei', { conversation: 'web/porsanger/elsewhere' });
    expect(known.profile).to.deep.include({ role: 'x', language: 'nb' });
    await service.say('c', 'hei', asked('bo'));
    expect(known.profile).to.equal(null);
  });

  it('an outage is known to everybody until it is over, and the desk sees how many are hit, each once', async () => {
    await service.say('a', 'outage', asked('desk'));
    for (const id of ['b', 'c']) await service.say(id, 'me-too');
    await service.say('d', 'me-too', asked('bo'));
    expect(known.notices.map(({ id }) => id)).to.deep.equal(['O1']);
    expect(known.hits).to.deep.equal({});
    await service.say('e', 'hei', asked('desk'));
    expect(known.hits).to.deep.equal({ O1: 2 });
    await service.say('f', 'over', asked('desk'));
    await service.say('g', 'hei');
    expect(known.notices).to.deep.equal([]);
  });

  it('counts more than a page of those who are hit', async () => {
    await service.say('a', 'outage', asked('desk'));
    for (let i = 0; i < 250; i++)
      await service.engine.accept(
        inbound(`m${i}`, { kind: 'said', text: 'me-too', pictures: [] }, asked(`u${i}`)),
      );
    await service.say('z', 'hei', asked('desk'));
    expect(known.hits).to.deep.equal({ O1: 250 });
  });

  it('a proposal reaches IT’s desk as an event of the desk’s own conversation, once', async () => {
    await service.say('a', 'propose', { ahead: 60_000 });
    expect(await service.lines('desk/porsanger')).to.deep.equal(['null: proposed P1']);
    expect((await service.engine.transcript('desk/porsanger'))[0]?.at).to.equal(NINE + 60_000);
    expect(service.sender.deliveries.map(({ destination }) => destination)).to.deep.equal([
      'web/porsanger/anna',
      'desk/porsanger',
    ]);
    await service.say('b', 'hei', asked('desk'));
    expect(known.proposals).to.deep.equal([proposal]);
  });

  it('a notice that waits for a second person reaches IT’s desk', async () => {
    await service.say('a', 'confirm');
    expect(await service.lines('desk/porsanger')).to.deep.equal(['null: to confirm N7']);
  });

  it('never shows one organisation what is another’s', async () => {
    await service.say('a', 'report');
    const search = { organisation: 'kivido', kind: 'report', order: 'oldest', limit: 9 } as const;
    expect((await service.store.findRecords(search)).items).to.deep.equal([]);
  });
});
