import { expect } from 'chai';
import { type Inbound, readKept } from '../../../src/runtime/inbound.ts';
import { heard, inbound, saying, TestEngine } from '../../support/engine.ts';

const ANNA = 'web/porsanger/anna';
const HERE = { place: 'chat-1', address: { serviceUrl: 'https://one.example' } };
const MOVED = { place: 'chat-1', address: { serviceUrl: 'https://two.example' } };

describe('how a conversation is reached', () => {
  let service: TestEngine;
  beforeEach(() => {
    service = new TestEngine(saying(heard));
  });
  afterEach(() => service.store.close());

  const reached = (conversation = ANNA) => service.engine.reached('porsanger', conversation);
  const happens = async (id: string, what: Inbound['what'], more: Partial<Inbound> = {}): Promise<void> => {
    await service.engine.accept(inbound(id, what, { reach: HERE, ...more }));
    await service.engine.workThrough();
  };

  it('is not known before anything was heard, nor in channels that do not tell', async () => {
    expect(await reached()).to.deep.equal({ outcome: 'unknown' });
    await service.say('a', 'hei');
    expect(await reached()).to.deep.equal({ outcome: 'unknown' });
  });

  it('is kept with the turn, and the latest holds', async () => {
    await service.say('a', 'hei', { reach: HERE });
    expect(await reached()).to.deep.equal({ outcome: 'known', reach: HERE, user: 'anna' });
    await service.say('b', 'hei', { reach: MOVED });
    expect(await reached()).to.deep.equal({ outcome: 'known', reach: MOVED, user: 'anna' });
  });

  it('is written only when it changes', async () => {
    const versionOf = async () =>
      (await service.store.record({ organisation: 'porsanger', kind: 'reference', id: ANNA }))?.version;
    for (const id of ['a', 'b', 'c']) await service.say(id, 'hei', { reach: HERE });
    expect(await versionOf()).to.equal(1);
    await service.say('d', 'hei', { reach: MOVED });
    expect(await versionOf()).to.equal(2);
  });

  it('stays known after something that came by itself', async () => {
    await service.say('a', 'hei', { reach: HERE });
    await service.engine.accept(inbound('b', { kind: 'due' }));
    await service.engine.workThrough();
    expect(await reached()).to.include({ outcome: 'known' });
  });

  it('ends for everybody in a place when the bot is removed from it', async () => {
    await service.say('a', 'hei', { reach: HERE });
    const bob = {
      conversation: 'web/porsanger/bob',
      from: { ...inbound('x', { kind: 'came' }).from, user: 'bob' },
    };
    await service.say('b', 'hei', { reach: HERE, ...bob });
    await happens('c', { kind: 'left' });
    expect(await reached()).to.deep.equal({ outcome: 'left' });
    expect(await reached('web/porsanger/bob')).to.deep.equal({ outcome: 'left' });
  });

  it('is there again when it is added again, or somebody writes', async () => {
    await happens('a', { kind: 'came' });
    await happens('b', { kind: 'left' });
    await happens('c', { kind: 'came' });
    expect(await reached()).to.include({ outcome: 'known' });
    await happens('d', { kind: 'left' });
    await service.say('e', 'hei', { reach: HERE });
    expect(await reached()).to.include({ outcome: 'known' });
  });

  it('is refused where no key could be made of it', async () => {
    for (const place of ['', 'x'.repeat(301), 'a\nb', '\ud800']) {
      const refusal = await service.engine
        .accept(inbound('a', { kind: 'came' }, { reach: { place, address: null } }))
        .catch((cause: { code?: string }) => cause.code);
      expect(refusal, JSON.stringify(place)).to.equal('invalid');
    }
    const large = { place: 'p', address: 'x'.repeat(16_384) };
    const refusal = await service.engine
      .accept(inbound('a', { kind: 'came' }, { reach: large }))
      .catch((cause: { code?: string }) => cause.code);
    expect(refusal).to.equal('invalid');
  });

  it('does not stop an event of before it was known from being read', () => {
    const old = {
      schema: 1,
      organisation: 'porsanger',
      from: { user: 'anna', desk: false },
      what: { kind: 'came' },
      ahead: 0,
    };
    expect(readKept(old)).to.include({ organisation: 'porsanger' });
  });
});
