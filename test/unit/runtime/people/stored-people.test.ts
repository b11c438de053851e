import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { turn } from '../../../../src/conversation/turn.ts';
import type { Person } from '../../../../src/domain/people/person.ts';
import { PERSON_LIMITS } from '../../../../src/domain/people/person.ts';
import { StoredPeople } from '../../../../src/runtime/people/stored-people.ts';
import { openSqliteStore } from '../../../../src/storage/sqlite/open.ts';
import { TestEngine } from '../../../support/engine.ts';
import { madeUpPeople } from '../../../support/people/town.ts';
import { shipped } from '../../../support/playbooks.ts';

const ORG = 'harjedalen';
const playbook = shipped(ORG);
let now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const clock = { now: () => now };

async function put(people: StoredPeople, persons: readonly Person[]): Promise<string> {
  const before = await people.read(ORG);
  return (await people.replace(ORG, persons, { before, by: 'test' })).outcome;
}

describe('people in the store', function () {
  this.timeout(20_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'people-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('are there after a restart, and fewer take the place of more', async () => {
    const file = join(folder, 'kept.sqlite');
    const [many, few] = [madeUpPeople(350), madeUpPeople(120)];
    let store = openSqliteStore({ file });
    expect(await put(new StoredPeople(store, clock), many)).to.equal('written');
    await store.close();
    store = openSqliteStore({ file });
    const people = new StoredPeople(store, clock);
    expect((await people.read(ORG)).people).to.deep.equal(many);
    expect(await put(people, few)).to.equal('written');
    expect((await people.read(ORG)).people).to.deep.equal(few);
    expect(await put(people, [])).to.equal('written');
    expect(await people.read(ORG)).to.deep.include({ people: [], version: 3 });
    await store.close();
  });

  it('fit into the store where there are as many as there may be, with all that each may have', async () => {
    const store = openSqliteStore({ file: ':memory:' });
    const people = new StoredPeople(store, clock);
    const wide = '漢'.repeat(PERSON_LIMITS.text);
    const largest = Array.from(
      { length: 300 },
      (_, i): Person => ({
        ...{
          id: `${i}${'漢'.repeat(PERSON_LIMITS.id - 5)}`,
          name: wide,
          unit: wide,
          role: wide,
          phone: '+46680123456',
        },
        ...{ extension: '123456', privatePhone: '+46680123456', email: 'e'.repeat(PERSON_LIMITS.email) },
        services: Array.from({ length: PERSON_LIMITS.services }, () => wide),
        hours: 'h'.repeat(PERSON_LIMITS.hours),
      }),
    );
    expect(await put(people, largest)).to.equal('written');
    expect(await put(people, madeUpPeople(PERSON_LIMITS.people))).to.equal('written');
    await store.close();
  });

  it('are not overwritten by whoever compared with others', async () => {
    const store = openSqliteStore({ file: ':memory:' });
    const people = new StoredPeople(store, clock);
    const before = await people.read(ORG);
    expect(await put(people, madeUpPeople(3))).to.equal('written');
    expect((await people.replace(ORG, [], { before, by: 'late' })).outcome).to.equal('conflict');
    expect((await people.read(ORG)).people).to.have.length(3);
    await store.close();
  });

  it('are searched as they are: at once where they were changed, and after 5 s elsewhere', async () => {
    const store = openSqliteStore({ file: ':memory:' });
    const [here, elsewhere] = [new StoredPeople(store, clock), new StoredPeople(store, clock)];
    const found = async (people: StoredPeople) =>
      (await people.listing(playbook)).search('Hedvig Tenntråd').found.length;
    const hedvig = { ...madeUpPeople(1)[0], name: 'Hedvig Tenntråd' } as Person;
    expect([await found(here), await found(elsewhere)]).to.deep.equal([0, 0]);
    await put(here, [hedvig]);
    expect([await found(here), await found(elsewhere)]).to.deep.equal([1, 0]);
    now = now.add({ seconds: 5 });
    expect(await found(elsewhere)).to.equal(1);
    await store.close();
  });
});

describe('a private number', function () {
  this.timeout(20_000);
  const PRIVATE = /701100001|70-110 00 01/;
  const [first] = madeUpPeople(1);
  const anna = { ...first, name: 'Anna Tenntråd' } as Person;
  const BY = { organisation: ORG, ahead: 0 };
  const room = {
    place: 'p',
    address: {},
    room: { conversation: 'web/harjedalen/room', id: 'r', name: 'Room', address: {} },
  };

  const told = async (role: string | null, more: object = {}) => {
    const test = new TestEngine(turn, { playbook });
    await put(new StoredPeople(test.store, { now: () => Temporal.Instant.fromEpochMilliseconds(test.now) }), [
      anna,
    ]);
    const from = { user: 'u', desk: false, locale: 'sv', role, site: null } as const;
    await test.say('e1', 'sök Anna Tenntråd', {
      ...BY,
      conversation: 'web/harjedalen/u',
      from,
      ...more,
    } as never);
    const sent = JSON.stringify(test.sender.deliveries);
    const kept = JSON.stringify(
      await test.store.findRecords({ organisation: ORG, kind: 'transcript', order: 'newest', limit: 50 }),
    );
    return {
      sent,
      all: `${sent}${kept}${JSON.stringify(test.log)}${JSON.stringify(await test.store.load('web/harjedalen/u'))}`,
    };
  };

  it('is shown to those whom the playbook names', async () => {
    expect((await told('switchboard')).sent).to.match(PRIVATE);
  });

  it('is in nothing that is told, kept or logged for anybody else, nor in a room for anybody', async () => {
    for (const [role, more] of [
      [null, {}],
      ['care-office', {}],
      ['switchboard', { reach: room }],
    ] as const) {
      const { sent, all } = await told(role, more);
      expect(sent, 'found').to.contain('Anna Tenntråd');
      expect(all).to.not.match(PRIVATE);
    }
  });
});
