import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { KilledService, type SeenEntry } from '../support/conversation-kill.ts';
import { seeded } from '../support/store-kill.ts';

/** `CONVERSATION_KILLS=200 CONVERSATION_SEED=7 npx mocha test/e2e/conversation-kill.test.ts` for a long run. */
const KILLS = Number(process.env.CONVERSATION_KILLS ?? 8);
const SEED = Number(process.env.CONVERSATION_SEED ?? 1);

describe(`conversations with a service that is killed ${KILLS} times (seed ${SEED})`, function () {
  this.timeout(120_000 + KILLS * 5000);
  let folder: string;
  let file: string;
  let service: KilledService;
  const seen = new Map<string, SeenEntry[]>();

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'driftvakt-conversations-'));
    file = join(folder, 'store.sqlite');
    service = new KilledService(file, seeded(SEED));
    await service.live(KILLS);
    for (const person of service.people) seen.set(person.user, await service.transcript(person));
    await service.quiet();
    expect(await service.stop()).to.deep.equal([0]);
  });
  after(async () => {
    await service?.end();
    rmSync(folder, { recursive: true });
  });

  it('answers every accepted message exactly once, in order', () => {
    let count = 0;
    for (const { user, accepted } of service.people) {
      expect(
        seen.get(user)?.map(({ id }) => id),
        user,
      ).to.deep.equal(accepted);
      count += accepted.length;
    }
    expect(count).to.be.greaterThan(KILLS);
    console.log(`      ${service.people.length} conversations, ${count} messages accepted`);
  });

  it('leaves nobody without an answer, and names no message twice', () => {
    for (const [user, entries] of seen) {
      for (const { id, replies } of entries) expect(replies, `${user} ${id}`).to.not.be.empty;
      const keys = entries.flatMap(({ replies }) => replies.map(({ key }) => key));
      expect(keys, user).to.deep.equal([...new Set(keys)]);
    }
  });

  it('publishes each reply once it is committed, and leaves nothing undone', async () => {
    const store = openSqliteStore({ file });
    try {
      const { bytes, ...health } = await store.health();
      expect(health).to.deep.equal({
        ...{ waitingEvents: 0, oldestWaiting: null },
        ...{ pending: 0, sending: 0, ambiguous: 0, failed: 0 },
      });
      for (const [user, entries] of seen)
        for (const { key } of entries.flatMap(({ replies }) => replies))
          expect((await store.delivery(`web/porsanger/${user}/${key}`))?.state, `${user} ${key}`).to.equal(
            'sent',
          );
      expect(await store.backup(join(folder, 'copy')))
        .to.be.greaterThan(0)
        .and.at.most(bytes * 2);
    } finally {
      await store.close();
    }
  });
});
