import { expect } from 'chai';
import type { Found } from '../../../../../src/channels/teams/connector/connector.ts';
import { StoreError } from '../../../../../src/ports/store/error.ts';
import { ANNA, KARI, MEMBER, People, placed, SOLBERG, TENANT } from './stage.ts';

const FAILED: Found = { outcome: 'failed', reason: 'Teams answered 403 (NotEnoughPermissions)' };
const identityOf = (people: People, event = 0) => {
  const what = people.accepted[event]?.what;
  return what?.kind === 'introduced' ? what.identity : what;
};
const warnings = (people: People) => people.log.filter((line) => JSON.parse(line).level >= 40);

describe('getting to know people', () => {
  it('tells the conversation who wrote, by the roster of its channel and the directory', async () => {
    const people = new People();
    await people.wrote();
    const { organisation, conversation, from } = placed();
    expect(people.accepted).to.deep.equal([
      {
        id: `teams/introduced/${TENANT}/porsanger/${ANNA}/2026-11-23T09`,
        ...{ organisation, conversation, from, ahead: 0 },
        what: { kind: 'introduced', identity: SOLBERG },
      },
    ]);
    expect(people.asked).to.deep.equal([['19:channel@thread.tacv2', MEMBER.id]]);
    expect(people.askedManagers).to.deep.equal([ANNA]);
    expect(people.log).to.deep.equal([]);
  });

  it('asks once in seven days, also after a restart', async () => {
    const people = new People();
    for (let i = 0; i < 20; i++) await people.wrote();
    people.pass('P6DT23H');
    await people.wrote();
    const restarted = new People();
    restarted.keep(SOLBERG);
    restarted.pass('P6DT23H');
    await restarted.wrote();
    expect([people.asked.length, restarted.asked.length]).to.deep.equal([1, 0]);
    for (const stage of [people, restarted]) {
      stage.pass('PT1H');
      await stage.wrote();
    }
    expect([people.asked.length, restarted.asked.length]).to.deep.equal([2, 1]);
  });

  it('asks once for one who writes many messages at once', async () => {
    const people = new People();
    await Promise.all(Array.from({ length: 20 }, () => people.wrote()));
    expect([people.asked.length, people.accepted.length]).to.deep.equal([1, 1]);
  });

  it('asks nothing when the bot was removed, and no directory where there is none', async () => {
    const people = new People({ directory: null });
    await people.wrote(placed(), { kind: 'left' });
    expect(people.asked).to.deep.equal([]);
    await people.wrote();
    expect(identityOf(people)).to.deep.equal({ ...SOLBERG, manager: null });
  });

  it('tries again after an hour what the roster did not tell, and complains once', async () => {
    const people = new People();
    people.roster = async () => FAILED;
    for (const wait of ['PT0S', 'PT59M', 'PT59S']) {
      people.pass(wait);
      await people.wrote();
    }
    expect(people.asked).to.have.length(1);
    people.pass('PT1S');
    people.roster = async () => ({ outcome: 'found', member: MEMBER });
    await people.wrote();
    expect(identityOf(people)).to.deep.equal(SOLBERG);
    expect(warnings(people)).to.have.length(1);
    expect(people.log[0])
      .to.include('NotEnoughPermissions')
      .and.not.match(/nna|29:|c0000000/i);
  });

  it('complains once an hour, however many people it concerns', async () => {
    const people = new People();
    people.roster = async () => FAILED;
    for (let i = 0; i < 50; i++) await people.wrote(placed(`user-${i}`, `29:${i}`));
    expect([people.asked.length, warnings(people).length]).to.deep.equal([50, 1]);
    people.pass('PT1H');
    await people.wrote(placed('another', '29:another'));
    expect(warnings(people)).to.have.length(2);
  });

  it('introduces without the manager while the directory fails, and asks for them again after an hour', async () => {
    const people = new People();
    people.managers = async () => ({ outcome: 'failed', reason: 'Microsoft Graph answered 403' });
    await people.wrote();
    expect(identityOf(people)).to.deep.equal({ ...SOLBERG, manager: null });
    people.pass('PT30M');
    await people.wrote();
    expect(people.askedManagers).to.have.length(1);
    people.pass('PT30M');
    people.managers = async () => ({ outcome: 'found', manager: { ...KARI, phones: [KARI.phone] } });
    await people.wrote();
    expect(identityOf(people, 1)).to.deep.equal(SOLBERG);
    people.pass('PT2H');
    await people.wrote();
    expect(people.askedManagers).to.have.length(2);
  });

  it('keeps the manager that it knew while the directory fails, and forgets one who is none any more', async () => {
    const people = new People();
    people.keep(SOLBERG);
    people.pass('P8D');
    people.managers = async () => ({ outcome: 'failed', reason: 'Microsoft Graph answered 500' });
    await people.wrote();
    expect(identityOf(people)).to.deep.equal(SOLBERG);
    people.pass('PT1H');
    people.managers = async () => ({ outcome: 'none' });
    await people.wrote();
    expect(identityOf(people, 1)).to.deep.equal({ ...SOLBERG, manager: null });
  });

  it('keeps nothing of somebody else, or of one without a name', async () => {
    const odd = [
      { ...MEMBER, id: '29:1-berit', aadObjectId: 'd0000000-0000-4000-8000-000000000004' },
      { ...MEMBER, id: '29:1-berit', aadObjectId: null },
      { ...MEMBER, name: null },
      { ...MEMBER, name: '\u200B\u202E' },
    ];
    for (const member of odd) {
      const people = new People();
      people.roster = async () => ({ outcome: 'found', member });
      await people.wrote();
      expect([people.accepted, people.askedManagers]).to.deep.equal([[], []]);
      expect(warnings(people)).to.have.length(1);
    }
  });

  it('asks the directory for nobody whom Entra does not know', async () => {
    const people = new People();
    people.roster = async () => ({ outcome: 'found', member: { ...MEMBER, aadObjectId: null } });
    await people.wrote(placed(MEMBER.id));
    expect(identityOf(people)).to.deep.equal({ ...SOLBERG, manager: null });
    expect(people.askedManagers).to.deep.equal([]);
  });

  it('never rejects, and says nothing of anybody when all is broken', async () => {
    const broken = () => Promise.reject(new TypeError('Anna Solberg'));
    const parts = [
      { connector: { member: broken } },
      { directory: { managerOf: broken } },
      { engine: { accept: () => Promise.reject(new StoreError('disk-full', 'Anna')) } },
      { records: { record: broken } },
    ];
    for (const part of parts) {
      const people = new People(part);
      await people.wrote();
      await people.wrote();
      expect(people.log).to.have.length(1);
      expect(people.log[0])
        .to.match(/TypeError|disk-full/)
        .and.not.match(/Anna/);
    }
  });

  it('looks up four people at the same time, the others after them', async () => {
    const people = new People();
    const waiting: (() => void)[] = [];
    people.roster = (id) => {
      const { promise, resolve } = Promise.withResolvers<Found>();
      waiting.push(() => resolve({ outcome: 'found', member: { ...MEMBER, id } }));
      return promise;
    };
    const all = Array.from({ length: 10 }, (_, i) => people.wrote(placed(`user-${i}`, `29:${i}`)));
    const begun: number[] = [];
    while (people.accepted.length < 10) {
      await new Promise((resolve) => setImmediate(resolve));
      begun.push(waiting.length);
      waiting.shift()?.();
    }
    await Promise.all(all);
    expect(Math.max(...begun)).to.equal(4);
    expect(people.asked).to.have.length(10);
  });

  it('leaves it to the next message when its turn does not come in time', async () => {
    const people = new People({ limits: { waitMs: 20 } });
    const { promise, resolve } = Promise.withResolvers<Found>();
    people.roster = () => promise;
    const slow = Array.from({ length: 4 }, (_, i) => people.wrote(placed(`user-${i}`, `29:${i}`)));
    await people.wrote();
    expect(people.asked).to.have.length(4);
    resolve(FAILED);
    await Promise.all(slow);
    people.roster = async () => ({ outcome: 'found', member: MEMBER });
    await people.wrote();
    expect(identityOf(people)).to.deep.equal(SOLBERG);
  });

  it('remembers so many people, and asks the store about others', async () => {
    let reads = 0;
    const people = new People({
      limits: { remembered: 3 },
      records: {
        async record({ id }) {
          reads += 1;
          return people.records.get(id) ?? null;
        },
      },
    });
    for (let i = 0; i < 5; i++) people.keep(SOLBERG, `user-${i}`);
    for (const i of [0, 1, 2, 3, 4, 4, 3, 2]) await people.wrote(placed(`user-${i}`));
    expect(reads).to.equal(5);
    await people.wrote(placed('user-0'));
    expect(reads).to.equal(6);
    expect(people.asked).to.deep.equal([]);
  });
});
