import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Delivery } from '../../src/ports/store/outbox.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import type { SqliteStore } from '../../src/storage/sqlite/store.ts';
import { kept, killAgainAndAgain, seeded } from '../support/store-kill.ts';

/** `STORE_KILLS=200 STORE_SEED=7 npx mocha test/e2e/store-kill.test.ts` for a long run. */
const KILLS = Number(process.env.STORE_KILLS ?? 15);
const SEED = Number(process.env.STORE_SEED ?? 1);

describe(`a store whose process is killed ${KILLS} times (seed ${SEED})`, function () {
  this.timeout(30_000 + KILLS * 2000);
  const over = new AbortController();
  let folder: string;
  let store: SqliteStore;
  let transcript: string[];
  let answered: number[];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'driftvakt-kill-'));
    await killAgainAndAgain(folder, KILLS, seeded(SEED), over.signal);
    store = openSqliteStore({ file: join(folder, 'store.sqlite') });
    transcript = kept(folder, 'transcript');
    answered = numbersOf('answer');
  });
  after(async () => {
    over.abort();
    await store?.close();
    rmSync(folder, { recursive: true });
  });

  const numbersOf = (kind: string) =>
    transcript
      .map((line) => line.split(' '))
      .filter((words) => words[2] === kind)
      .map((words) => Number(words[3]))
      .sort((a, b) => a - b);

  it('answered every accepted event exactly once', () => {
    const acknowledged = [...new Set(kept(folder, 'acknowledged').map(Number))];
    expect(acknowledged.length).to.be.greaterThan(KILLS);
    expect(answered).to.deep.equal([...new Set(answered)]);
    expect(acknowledged.filter((n) => !answered.includes(n))).to.deep.equal([]);
    console.log(`      ${acknowledged.length} acknowledged, ${transcript.length} messages sent`);
  });

  it('rang every timer exactly once', () => {
    expect(numbersOf('reminder')).to.deep.equal(answered.filter((n) => n % 4 === 0));
  });

  it('sent in order, without a gap, in each conversation', () => {
    const counts = new Map<string, number>();
    for (const line of transcript) {
      const [conversation = '', count] = line.split(' ');
      expect(Number(count), line).to.equal((counts.get(conversation) ?? 0) + 1);
      counts.set(conversation, Number(count));
    }
  });

  it('committed the same to the outbox as was sent, and left nothing undone', async () => {
    const sent = await allSent(store);
    expect(sent.map(({ body }) => body).sort()).to.deep.equal(transcript.toSorted());
    const { bytes, ...health } = await store.health();
    expect(Object.values(health).every((value) => value === 0 || value === null)).to.equal(true);
  });

  it('wrote the record of every event once', async () => {
    for (const n of answered) {
      const record = await store.record({ organisation: 'o', kind: 'report', id: `r${n}` });
      expect(record, `r${n}`).to.deep.include({ version: 1, body: n });
    }
  });

  it('left a sound file', async () => {
    expect(await store.backup(join(folder, 'copy'))).to.be.greaterThan(0);
  });
});

async function allSent(store: SqliteStore): Promise<Delivery[]> {
  const all: Delivery[] = [];
  let after: string | null = '0';
  while (after !== null) {
    const page: { items: readonly Delivery[]; next: string | null } = await store.findDeliveries({
      ...{ state: 'sent', limit: 200, after },
    });
    all.push(...page.items);
    after = page.next;
  }
  return all;
}
