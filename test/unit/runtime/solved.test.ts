import { expect } from 'chai';
import type { Effect } from '../../../src/conversation/effects.ts';
import type { TurnEvent } from '../../../src/conversation/event.ts';
import type { OutageProposal } from '../../../src/domain/reports/outage.ts';
import type { Inbound } from '../../../src/runtime/inbound.ts';
import { heard, NINE, replyOf, saying, TestEngine } from '../../support/engine.ts';
import { outageNotice, subscriptionOf } from '../../support/notices.ts';
import { reportOf } from '../../support/reports.ts';

const proposal: OutageProposal = {
  ...{ id: 'P1', organisation: 'porsanger', service: null, site: null, at: NINE },
  ...{ because: 'reports', reports: ['LED'], state: 'announced' },
};
const outage = outageNotice({ id: 'O1', proposal: 'P1' });
const solved = outageNotice({
  id: 'O1',
  proposal: 'P1',
  phase: 'resolved',
  over: NINE + 60_000,
  revision: 2,
});
const asked = (user: string): Partial<Inbound> => ({
  conversation: `web/porsanger/${user}`,
  from: { user, desk: user === 'desk', locale: null, role: null, site: null },
});

/** What each word makes the turn want. */
const WANTS: Readonly<Record<string, (event: TurnEvent) => Effect[]>> = {
  outage: () => [
    { effect: 'keep-notice', notice: outage, news: 'new' },
    { effect: 'keep-proposal', proposal },
  ],
  solved: () => [{ effect: 'keep-notice', notice: solved, news: 'important' }],
  recall: () => [{ effect: 'keep-notice', notice: { ...solved, publication: 'recalled' }, news: 'edit' }],
  'me-too': ({ conversation }) => [{ effect: 'me-too', outage: 'O1', conversation, language: 'nb' }],
  report: ({ reference, from, conversation }) => [
    { effect: 'keep-report', report: reportOf(reference, { user: from.user, conversation, outage: 'O1' }) },
  ],
  led: ({ from, conversation }) => [
    { effect: 'keep-report', report: reportOf('LED', { user: from.user, conversation }) },
  ],
  subscribe: ({ conversation }) => [
    { effect: 'keep-subscription', subscription: subscriptionOf(conversation) },
  ],
};

describe('whoever an outage hit', () => {
  let service: TestEngine;
  beforeEach(async () => {
    service = new TestEngine(
      saying(
        (event) => (event.what.kind === 'works-again' ? `${event.from.user}: works again` : heard(event)),
        (event) => ({ effects: WANTS[heard(event)]?.(event) ?? [] }),
      ),
    );
    await service.say('begin', 'outage', asked('desk'));
  });
  afterEach(() => service.store.close());

  const told = (): string[] =>
    service.sender.deliveries
      .map((delivery) => `${delivery.destination} ${textOf(replyOf(delivery).message)}`)
      .filter((text) => text.endsWith('works again'))
      .sort();
  const textOf = (message: object): string => ('text' in message ? String(message.text) : '');

  it('is told once that it works again, where they said so, however they were hit', async () => {
    await service.say('a', 'me-too', asked('anna'));
    await service.say('b', 'report', asked('bo'));
    await service.say('c', 'led', asked('cilla'));
    await service.say('d', 'report', asked('anna'));
    await service.say('e', 'else', asked('dan'));
    await service.say('end', 'solved', asked('desk'));
    expect(told()).to.deep.equal([
      'web/porsanger/anna anna: works again',
      'web/porsanger/bo bo: works again',
      'web/porsanger/cilla cilla: works again',
    ]);
    await service.engine.workThrough();
    expect(told()).to.have.length(3);
  });

  it('is not told where the notice itself goes, or of what was taken back', async () => {
    await service.say('a', 'me-too', asked('anna'));
    await service.say('b', 'subscribe', asked('anna'));
    await service.say('c', 'me-too', asked('bo'));
    await service.say('end', 'solved', asked('desk'));
    expect(told()).to.deep.equal(['web/porsanger/bo bo: works again']);
  });

  it('is told too where the end came from outside of any conversation', async () => {
    await service.say('a', 'me-too', asked('anna'));
    const by = { user: 'it', name: null, conversation: 'desk/porsanger' };
    const command = { do: 'resolve', text: {}, retrospect: {} } as const;
    const done = service.engine.command({
      ...{ id: 'c1', organisation: 'porsanger', notice: 'O1', command, by },
    });
    await service.engine.workThrough();
    expect((await done).outcome).to.equal('done');
    await service.engine.workThrough();
    expect(told()).to.deep.equal(['web/porsanger/anna anna: works again']);
  });

  it('is told nothing of an outage that was taken back', async () => {
    await service.say('a', 'me-too', asked('anna'));
    await service.say('end', 'recall', asked('desk'));
    expect(told()).to.deep.equal([]);
  });

  it('is told in portions, each person once, though there are more than one page of them', async function () {
    this.timeout(30_000);
    for (let i = 0; i < 230; i++) await service.say(`m${i}`, 'me-too', asked(`p${i}`));
    await service.say('r', 'report', asked('p7'));
    await service.say('end', 'solved', asked('desk'));
    expect(told()).to.have.length(230);
    expect(new Set(told())).to.have.length(230);
  });
});
