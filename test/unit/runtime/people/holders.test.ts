import { expect } from 'chai';
import type { Identity } from '../../../../src/domain/people/directory.ts';
import type { Inbound } from '../../../../src/runtime/inbound.ts';
import { holdersOf } from '../../../../src/runtime/people/holders.ts';
import { heard, inbound, saying, TestEngine } from '../../../support/engine.ts';
import { playbookFrom, shippedText } from '../../../support/playbooks.ts';

const PLAYBOOK = playbookFrom(
  shippedText('porsanger').replace(
    'accounts: [it-lead@porsanger.example]',
    'accounts: [anna@porsanger.example]\n    it-desk: true',
  ),
);
const ANNA: Identity = { name: 'Anna', email: 'Anna@Porsanger.example', phone: null, manager: null };
const CHAT = { place: 'chat-1', address: { service: 'one' } };
const ROOM = {
  ...CHAT,
  room: { conversation: 'web/porsanger/room', id: 'room', name: null, address: { service: 'room' } },
};

describe('where the holder of a contact is written to', () => {
  let service: TestEngine;
  beforeEach(() => {
    service = new TestEngine(
      saying(heard, ({ what }) =>
        what.kind === 'introduced' ? { effects: [{ effect: 'keep-identity', identity: what.identity }] } : {},
      ),
      { playbook: PLAYBOOK },
    );
  });
  afterEach(() => service.store.close());

  const holders = (contact = 'it-lead', playbook = PLAYBOOK) => holdersOf(service.store, playbook, contact);
  const happens = async (id: string, what: Inbound['what'], more: Partial<Inbound> = {}): Promise<void> => {
    await service.engine.accept(inbound(id, what, more));
    await service.engine.workThrough();
  };
  const introduced = (identity = ANNA) => happens('who', { kind: 'introduced', identity });

  it('is known once the directory told who they are, in a chat with one person', async () => {
    await service.say('a', 'hei', { reach: CHAT });
    expect(await holders()).to.deep.equal([]);
    await introduced();
    expect(await holders()).to.deep.equal([
      {
        ...{ contact: 'it-lead', user: 'anna', conversation: 'web/porsanger/anna', language: null },
        ...{ name: 'Anna', role: null, desk: false },
      },
    ]);
  });

  it('is not where others read along', async () => {
    await service.say('a', 'hei', { reach: ROOM });
    await introduced();
    await service.say('b', 'hei', { reach: ROOM });
    expect(await holders()).to.deep.equal([]);
  });

  it('is written only when it changes', async () => {
    await service.say('a', 'hei', { reach: CHAT });
    await introduced();
    for (const id of ['b', 'c']) await service.say(id, 'hei', { reach: CHAT });
    const record = await service.store.record({
      organisation: 'porsanger',
      kind: 'holder',
      id: 'it-lead/anna',
    });
    expect(record?.version).to.equal(1);
  });

  it('is a role that the channel knows, and IT’s desk where the playbook says so', async () => {
    const from = { ...inbound('x', { kind: 'came' }).from, role: 'it-lead' };
    await happens('a', { kind: 'came' }, { from });
    const desk = { conversation: 'desk/porsanger', from: { ...from, user: 'per', role: null, desk: true } };
    await happens('b', { kind: 'came' }, desk);
    expect((await holders()).map(({ user, conversation }) => [user, conversation])).to.deep.equal([
      ['anna', 'web/porsanger/anna'],
      ['desk', 'desk/porsanger'],
    ]);
  });

  it('is nobody any more when the playbook or the directory says otherwise', async () => {
    await service.say('a', 'hei', { reach: CHAT });
    await introduced();
    expect(await holders('it-lead', playbookFrom(shippedText('porsanger')))).to.deep.equal([]);
    expect(await holders()).to.have.length(1);
    await happens('later', { kind: 'introduced', identity: { ...ANNA, email: 'anna@elsewhere.example' } });
    expect(await holders()).to.deep.equal([]);
  });
});
