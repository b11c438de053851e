import { expect } from 'chai';
import { UnknownOrganisationError } from '../../../src/runtime/engine.ts';
import { heard, inbound, NINE, replyOf, saying, TestEngine } from '../../support/engine.ts';

describe('the way of one message', () => {
  let service: TestEngine;
  const counting = saying((event, { turns }) => `${heard(event)} ${turns + 1}`);
  beforeEach(() => {
    service = new TestEngine(counting);
  });
  afterEach(async () => {
    await service.engine.stop();
    await service.store.close();
  });

  it('is answered, and stands in the transcript', async () => {
    await service.say('a', 'hei');
    expect(service.sender.texts).to.deep.equal(['hei 1']);
    expect(await service.engine.transcript('web/porsanger/anna')).to.deep.equal([
      {
        id: 'a',
        at: NINE,
        said: 'hei',
        pictures: [],
        replies: service.sender.deliveries.map(replyOf),
      },
    ]);
    expect(service.sender.deliveries[0]).to.include({
      id: 'web/porsanger/anna/1.1',
      destination: 'web/porsanger/anna',
    });
  });

  it('is answered once, however often and however fast it comes', async () => {
    const event = inbound('a', { kind: 'said', text: 'hei', pictures: [] });
    const receipts = await Promise.all([
      service.engine.accept(event),
      service.engine.accept(event),
      service.engine.accept({ ...event, id: 'b', dedupeKeys: ['token'] }),
      service.engine.accept({ ...event, id: 'c', dedupeKeys: ['token'] }),
    ]);
    await service.engine.workThrough();
    await service.engine.accept(event);
    await service.engine.workThrough();
    expect(receipts.map(({ outcome }) => outcome)).to.deep.equal(['new', 'duplicate', 'new', 'duplicate']);
    expect(service.sender.texts).to.deep.equal(['hei 1', 'hei 2']);
  });

  it('keeps each conversation in order, and many apart', async () => {
    const people = Array.from({ length: 20 }, (_, i) => `p${i}`);
    const all = people.flatMap((user) =>
      [1, 2, 3, 4, 5].map((n) =>
        inbound(
          `${user}/${n}`,
          { kind: 'said', text: `${user} says ${n}`, pictures: [] },
          {
            conversation: `web/porsanger/${user}`,
            from: { user, desk: false, locale: null, role: null, site: null },
          },
        ),
      ),
    );
    await Promise.all(all.map((event) => service.engine.accept(event)));
    await service.engine.workThrough();
    for (const user of people)
      expect(await service.lines(`web/porsanger/${user}`)).to.deep.equal(
        [1, 2, 3, 4, 5].map((n) => `${user} says ${n}: ${user} says ${n} ${n}`),
      );
    expect(service.sender.deliveries).to.have.length(100);
  });

  it('runs at the conversation’s own time, in the organisation’s zone', async () => {
    const timed = new TestEngine(saying((_event, _state, now) => now.toString()));
    await timed.say('a', 'hei', { ahead: 24 * 3_600_000 });
    expect(timed.sender.texts).to.deep.equal(['2026-11-24T09:00:00+01:00[Europe/Oslo]']);
    expect((await timed.engine.transcript('web/porsanger/anna'))[0]?.at).to.equal(NINE + 24 * 3_600_000);
  });

  it('writes down what was pressed by its label, and cuts what is long', async () => {
    const offering = saying(heard, () => ({
      state: {
        offers: [{ id: '1-1', on: '1.1', label: 'Meld feil', action: { do: 'drop', flow: 1 } }],
      },
    }));
    const pressed = new TestEngine(offering);
    await pressed.say('a', 'x'.repeat(5000));
    await pressed.engine.accept(inbound('b', { kind: 'pressed', choice: '1-1', fields: {} }));
    await pressed.engine.workThrough();
    const entries = await pressed.engine.transcript('web/porsanger/anna');
    expect(entries.map(({ said }) => said)).to.deep.equal(['x'.repeat(4000), 'Meld feil']);
  });

  it('lets go of turns that are too long ago', async () => {
    for (let i = 0; i < 510; i++)
      await service.engine.accept(inbound(`e${i}`, { kind: 'said', text: `${i}`, pictures: [] }));
    await service.engine.workThrough();
    const search = { organisation: 'porsanger', kind: 'transcript', order: 'oldest', limit: 1 } as const;
    const { items } = await service.store.findRecords(search);
    expect(items[0]?.body).to.include({ said: '10' });
    expect(await service.engine.transcript('web/porsanger/anna', 1000)).to.have.length(100);
  });

  it('keeps the transcript in order when the machine’s clock goes back', async () => {
    await service.say('a', 'one');
    service.now -= 60_000;
    await service.say('b', 'two');
    expect(await service.lines()).to.deep.equal(['one: one 1', 'two: two 2']);
  });

  it('refuses what no turn could be computed from', async () => {
    const said = { kind: 'said', text: 'hei', pictures: [] } as const;
    const refusals = [
      inbound('a', said, { conversation: 'web/kivido/anna' }),
      inbound('a', said, { ahead: 0.5 }),
      inbound('a', said, { ahead: 1e15 }),
      inbound('a', said, { from: { user: '', desk: false, locale: null, role: null, site: null } }),
      inbound('', said),
    ];
    for (const refused of refusals) {
      const cause = await service.engine.accept(refused).catch((error: unknown) => error);
      expect(cause, JSON.stringify(refused)).to.include({ name: 'StoreError', code: 'invalid' });
    }
    const stranger = inbound('a', said, { organisation: 'nowhere', conversation: 'web/nowhere/anna' });
    expect(await service.engine.accept(stranger).catch((error: unknown) => error)).to.be.instanceOf(
      UnknownOrganisationError,
    );
  });

  it('takes nothing more once it ends', async () => {
    await service.engine.stop();
    const cause = await service.say('a', 'hei').catch((error: unknown) => error);
    expect(cause).to.include({ code: 'closed' });
  });
});
