import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { KilledService, type SeenEntry } from '../support/conversation-kill.ts';
import { hasRedis, RedisServer } from '../support/redis-server.ts';
import { storeAt } from '../support/redis-store.ts';
import { seeded } from '../support/store-kill.ts';

/** `SEVERAL_KILLS=100 SEVERAL_SEED=7 npx mocha test/e2e/several-processes.test.ts` for a long run. */
const KILLS = Number(process.env.SEVERAL_KILLS ?? 2);
const SEED = Number(process.env.SEVERAL_SEED ?? 1);
const PROCESSES = Number(process.env.SEVERAL_PROCESSES ?? 3);

describe(`${PROCESSES} processes on one Redis, killed ${KILLS} times (seed ${SEED})`, function () {
  this.timeout(120_000 + KILLS * 10_000);
  let server: RedisServer;
  let service: KilledService;
  let codes: (number | null)[];
  let printed: string;
  let shown: string;
  const seen = new Map<string, SeenEntry[]>();

  before(async function () {
    if (!hasRedis()) this.skip();
    server = await RedisServer.start();
    service = new KilledService(server.url, seeded(SEED), { processes: PROCESSES, messages: 10 });
    await service.live(KILLS);
    for (const person of service.people) seen.set(person.user, await service.transcript(person));
    shown = await shownElsewhere(await service.addresses());
    await quiet();
    printed = await service.printed();
    const begun = Date.now();
    codes = await service.stop();
    expect(Date.now() - begun, 'ends within 10 s').to.be.below(10_000);
  });
  /**
   * Waits until nothing is to be sent any more: what a killed process had in hand is its own until its time is over (60 s),
   * and what follows at the same destination waits for it.
   */
  async function quiet(): Promise<void> {
    const store = await storeAt(server.url);
    try {
      for (const deadline = Date.now() + 90_000; ; await pause(50)) {
        const { waitingEvents, pending, sending, ambiguous } = await store.health();
        if (waitingEvents + pending + sending + ambiguous === 0) return;
        if (Date.now() > deadline) throw new Error(`${pending + sending + ambiguous} messages are not sent`);
      }
    } finally {
      await store.close();
    }
  }

  after(async () => {
    await service?.end();
    await server?.stop();
  });

  it('answer every accepted message exactly once, in order, whichever process it came to', () => {
    for (const { user, accepted } of service.people) {
      const entries = seen.get(user) ?? [];
      expect(
        entries.map(({ id }) => id),
        user,
      ).to.deep.equal(accepted);
      for (const { id, replies } of entries) expect(replies, `${user} ${id}`).to.not.be.empty;
      const keys = entries.flatMap(({ replies }) => replies.map(({ key }) => key));
      expect(keys, user).to.deep.equal([...new Set(keys)]);
    }
    const count = service.people.reduce((sum, { accepted }) => sum + accepted.length, 0);
    console.log(`      ${service.people.length} conversations, ${count} messages accepted`);
  });

  it('show on a page of one what another answers', () => {
    expect(shown).to.contain('event: reply');
  });

  it('leave nothing undone, and end within 10 s', async () => {
    expect(codes).to.deep.equal(Array.from({ length: PROCESSES }, () => 0));
    const store = await storeAt(server.url);
    try {
      const { bytes: _, ...health } = await store.health();
      expect(health).to.deep.equal({
        ...{ waitingEvents: 0, oldestWaiting: null },
        ...{ pending: 0, sending: 0, ambiguous: 0, failed: 0 },
      });
      expect(printed, 'no fault in the log').to.not.contain('"level":50');
    } finally {
      await store.close();
    }
  });
});

/** What comes to a page that is open at the first process, when somebody writes to the second. */
async function shownElsewhere([first, second]: readonly string[]): Promise<string> {
  const [organisation, user] = ['porsanger', 'elsewhere'];
  const query = new URLSearchParams({ organisation, user });
  const page = await fetch(new URL(`playground/live?${query}`, first), {
    signal: AbortSignal.timeout(10_000),
  });
  await fetch(new URL('playground/events', second), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ id: 'live', organisation, user, what: { kind: 'said', text: 'hei' } }),
  });
  let text = '';
  for await (const part of page.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += part;
    if (text.includes('event: reply')) break;
  }
  return text;
}
