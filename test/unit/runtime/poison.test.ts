import { expect } from 'chai';
import { StoreError } from '../../../src/ports/store/error.ts';
import type { Store } from '../../../src/ports/store.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import { heard, inbound, saying, TestEngine } from '../../support/engine.ts';

const SECRET = 'Kari fell down the stairs';

/** Fails for what names a secret, as a fault of the program would: its message holds what was written. */
const failing = saying((event, { turns }) => {
  const text = heard(event);
  if (text.includes(SECRET) || event.what.kind === 'due') throw new TypeError(`cannot read "${text}"`);
  return `${text} ${turns + 1}`;
});

describe('a turn that fails', () => {
  let service: TestEngine;
  beforeEach(() => {
    service = new TestEngine(failing);
  });
  afterEach(() => service.store.close());

  const said = (text: string) => ({ kind: 'said', text, pictures: [] }) as const;
  const aside = async (conversation = 'web/porsanger/anna') =>
    (
      await service.store.findRecords({
        ...{
          organisation: 'porsanger',
          kind: 'set-aside',
          keys: { conversation },
          order: 'oldest',
          limit: 9,
        },
      })
    ).items;

  it('is answered with an apology and whom to call, and the conversation goes on', async () => {
    await service.say('a', SECRET);
    await service.say('b', 'hei');
    expect(service.sender.texts).to.deep.equal([
      'Noe er galt med denne tjenesten. Den siste meldingen din kunne ikke behandles, og ingen har fått den.',
      'call',
      'hei 1',
    ]);
    const call = service.sender.deliveries[1]?.body as unknown as {
      reply: { message: { answer: { steps: { contacts: { phone: { href: string } }[] }[] } } };
    };
    expect(call.reply.message.answer.steps[0]?.contacts[0]?.phone.href).to.match(/^tel:\+47/);
    expect((await service.store.health()).waitingEvents).to.equal(0);
  });

  it('is not run again and again', async () => {
    await service.say('a', SECRET);
    for (let i = 0; i < 3; i++) {
      service.now += 600_000;
      await service.engine.workThrough();
    }
    expect(service.sender.texts).to.have.length(2);
    expect(service.log.filter(({ msg }) => msg === 'a turn failed')).to.have.length(1);
  });

  it('is kept aside for whoever mends it, and told in the log without a word of what was written', async () => {
    await service.say('a', SECRET);
    expect(JSON.stringify((await aside())[0]?.body)).to.include(SECRET);
    const log = JSON.stringify(service.log);
    expect(log).to.include('TypeError').and.to.include('poison.test.ts').and.to.not.include('Kari');
  });

  it('makes the conversation begin anew when three fail in a row, with keys that stay unique', async () => {
    await service.say('a', 'hei');
    for (const id of ['b', 'c', 'd']) await service.say(id, SECRET);
    await service.say('e', 'hei');
    expect((await aside()).map(({ id }) => id)).to.include('state/d');
    expect(service.sender.texts.at(-1)).to.equal('hei 4');
    const keys = (await service.engine.transcript('web/porsanger/anna')).flatMap(({ replies }) =>
      replies.map(({ key }) => key),
    );
    expect(keys).to.deep.equal([...new Set(keys)]);
  });

  it('says nothing where nobody asked', async () => {
    await service.engine.accept(inbound('a', { kind: 'due' }));
    await service.engine.workThrough();
    expect(service.sender.texts).to.deep.equal([]);
    expect(await aside()).to.have.length(1);
  });

  it('is apologised for too when it made more than fits', async () => {
    const huge = new TestEngine(saying(heard, () => ({ state: { ticked: { all: ['x'.repeat(300_000)] } } })));
    await huge.say('a', 'hei');
    expect(huge.sender.texts).to.have.length(2);
    expect(huge.log.map(({ msg, fault }) => `${msg}: ${fault}`)).to.include('a turn was refused: too-large');
  });

  it('is given up when the process died over it again and again', async () => {
    const { store } = service;
    await store.receive({
      ...{ id: 'a', conversation: 'web/porsanger/anna', receivedAt: service.now },
      body: {
        ...{ schema: 1, organisation: 'porsanger', ahead: 0 },
        ...{ from: { user: 'anna', desk: false, locale: null, role: null, site: null }, what: said('hei') },
      },
    });
    for (let i = 0; i < 21; i++) {
      await store.recover({ worker: 'driftvakt', now: service.now });
      await store.claimEvents({ worker: 'driftvakt', limit: 1, now: service.now, leaseMs: 1000 });
    }
    await service.engine.workThrough();
    expect(service.sender.texts[1]).to.equal('call');
  });

  it('sets a state of another version aside and begins anew', async () => {
    await service.store.receive({
      ...{ id: 'old', conversation: 'web/porsanger/anna', receivedAt: service.now, body: null },
    });
    const old = { at: 1, failures: 0, state: { schema: 9, wishes: 'unknown' } };
    await service.store.commit({
      ...{ event: 'old', conversation: 'web/porsanger/anna', expected: 0, state: old, at: service.now },
    });
    await service.say('a', 'hei');
    expect(service.sender.texts).to.deep.equal(['hei 2']);
    expect((await aside())[0]?.body).to.deep.equal(old);
  });

  it('drops what no playbook and no version of ours knows, and tells so', async () => {
    for (const [id, body] of [
      ['a', { schema: 2 }],
      [
        'b',
        {
          schema: 1,
          organisation: 'gone',
          from: { user: 'x', desk: false },
          what: { kind: 'due' },
          ahead: 0,
        },
      ],
    ] as const)
      await service.store.receive({ id, conversation: `web/gone/${id}`, receivedAt: service.now, body });
    await service.engine.workThrough();
    expect((await service.store.health()).waitingEvents).to.equal(0);
    expect(service.log.map(({ msg }) => msg)).to.deep.equal([
      'an event is dropped: it is of another version',
      'an event is dropped: its organisation has no playbook',
    ]);
  });
});

describe('a store that fails', () => {
  /** Refuses commits while it is told to. */
  function full(state: { full: boolean }): Store {
    const store = openSqliteStore({ file: ':memory:' });
    return new Proxy(store as Store, {
      get(target, name) {
        if (name === 'commit' && state.full)
          return () => Promise.reject(new StoreError('disk-full', 'The store cannot grow.'));
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  it('loses nothing, repeats nothing, and goes on by itself once it can', async () => {
    const state = { full: true };
    const service = new TestEngine(failing, { store: full(state) });
    await service.engine.run();
    await service.engine.accept(inbound('a', { kind: 'said', text: 'hei', pictures: [] }));
    for (let i = 0; i < 40; i++) {
      service.now += 60_000;
      service.alarm.ringAll();
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    }
    expect(service.sender.texts).to.deep.equal([]);
    const told = service.log.filter(({ msg }) => msg === 'the store could not be used; trying again');
    expect(told.length).to.be.greaterThan(0).and.at.most(40);
    state.full = false;
    service.now += 60_000;
    service.alarm.ringAll();
    await service.engine.workThrough();
    expect(service.sender.texts).to.deep.equal(['hei 1']);
    await service.engine.stop();
  });

  it('is told to whoever waits for the work to be done', async () => {
    const service = new TestEngine(failing, { store: full({ full: true }) });
    const cause = await service.say('a', 'hei').catch((error: unknown) => error);
    expect(cause).to.include({ code: 'disk-full' });
  });
});
