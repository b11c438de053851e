import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { Redis } from 'ioredis';
import { SlowLine } from '../support/degraded/slow-line.ts';
import { answersIn, DegradedTown, eventually, type Sent } from '../support/degraded/town.ts';
import { hasRedis, RedisServer } from '../support/redis-server.ts';

/** Loads its data for a few seconds, and answers meanwhile. */
const LOADING = ['--key-load-delay', '1500', '--loading-process-events-interval-bytes', '1024'];
const HELD_UP_MS = 4000;
const STILL_MS = 3000;

describe('the service while its Redis is in trouble', function () {
  this.timeout(90_000);
  if (!hasRedis()) this.pending = true;
  let server: RedisServer;
  let line: SlowLine;
  let admin: Redis;
  let town: DegradedTown;
  const usual: { teams: readonly string[]; slack: readonly string[] } = { teams: [], slack: [] };

  before(async () => {
    server = await RedisServer.start();
    line = await SlowLine.to(server.port);
    admin = new Redis(server.url);
    admin.on('error', () => undefined);
    town = await DegradedTown.start(`redis://127.0.0.1:${line.port}`);
    const [teams, slack] = [town.inTeams(), town.inSlack()];
    await town.untilAnswered([teams, slack], (texts) => texts.length > 0);
    usual.teams = teams.texts();
    usual.slack = slack.texts();
    expect((await town.page('/metrics')).text).to.match(
      /^driftvakt_jobs\{queue="clock",state="delayed"\} \d/m,
    );
  });
  after(async () => {
    const code = await town?.stop();
    admin?.disconnect();
    line?.stop();
    await server?.stop();
    expect(code).to.equal(0);
  });

  interface Trouble {
    readonly begin: () => unknown;
    readonly end: () => unknown;
    /** What /readyz calls it. */
    readonly called: RegExp;
  }

  /** Events come while it lasts, are sent again as the platforms do it, and each is answered once. */
  async function through({ begin, end, called }: Trouble): Promise<void> {
    const [failed, mended] = [town.logged('the store cannot be used'), town.logged('can be used again')];
    await begin();
    const [teams, slack] = [town.inTeams(), town.inSlack()];
    const people: Sent[] = [teams, slack];
    const asked = people.map(async (one) => one.answers.push(await one.deliver()));
    await town.readyz(called);
    expect((await town.page('/healthz')).status).to.equal(200);
    expect((await town.page('/readyz')).status).to.equal(503);
    for (const path of ['/who/porsanger', '/routine/porsanger', '/who/harjedalen'])
      expect((await town.page(path)).text, path).to.match(/etter hukommelsen|ur minnet/);
    const metrics = await town.page('/metrics');
    expect(metrics.text).to.contain('driftvakt_store_up 0');
    await asked[1];
    expect(slack.answers[0], 'Slack').to.be.oneOf([503, 'late']);
    await end();
    await town.readyz(/^ready/);
    expect((await town.page('/who/porsanger')).text).to.not.contain('etter hukommelsen');
    await Promise.all(asked);
    await town.untilAnswered(people, (texts) => texts.length >= usual.teams.length);
    for (const { user, texts } of people) {
      const like = user.startsWith('t') ? usual.teams : usual.slack;
      expect(answersIn(texts()), user).to.deep.equal(like);
    }
    expect(town.logged('the store cannot be used') - failed, 'told once').to.equal(1);
    expect(town.logged('can be used again') - mended, 'told once').to.equal(1);
  }

  it('that is away', () =>
    through({
      begin: () => server.kill(),
      end: () => server.restart(),
      called: /store: (E[A-Z]+|TIMEOUT|SLOW): it does not answer/,
    }));

  it('that answers after seconds', () =>
    through({
      begin: () => {
        line.delayMs = HELD_UP_MS;
      },
      end: () => {
        line.delayMs = 0;
      },
      called: /store: (SLOW|TIMEOUT): it does not answer/,
    }));

  it('that stands still for longer than anybody waits for an answer', () =>
    through({
      begin: () => server.pause(),
      end: async () => {
        await pause(STILL_MS);
        server.resume();
      },
      called: /store: (SLOW|TIMEOUT): it does not answer/,
    }));

  it('that has no memory left, and Teams hears it when it will not wait any longer', async () => {
    await admin.config('SET', 'maxmemory', '1');
    const anna = town.inTeams();
    expect(await anna.deliver()).to.equal(503);
    await eventually('anna is told', async () => anna.texts().length === 2);
    expect(anna.texts().join('\n')).to.contain('kunne ikke lagres ennå').and.contain('tel:+47');
    expect((await town.page('/readyz')).text).to.match(/store: OOM: there is no memory or disk space left/);
    await admin.config('SET', 'maxmemory', '0');
    await town.readyz(/^ready/);
    await town.untilAnswered([anna], (texts) => texts.length === usual.teams.length);
  });

  it('that takes no writes', () =>
    through({
      begin: () => admin.call('REPLICAOF', '127.0.0.1', '1'),
      end: () => admin.call('REPLICAOF', 'NO', 'ONE'),
      called: /store: READONLY: it takes no writes/,
    }));

  it('that loads its data', async () => {
    const fill = admin.pipeline();
    for (let i = 0; i < 2500; i++) fill.set(`filling:${i}`, 'x'.repeat(200));
    await fill.exec();
    await admin.call('BGREWRITEAOF');
    await eventually('the log is written anew', async () =>
      (await admin.info('persistence')).includes('aof_rewrite_in_progress:0'),
    );
    const back: { restart: Promise<void> | null } = { restart: null };
    await through({
      begin: () => {
        back.restart = server.restart(LOADING);
      },
      end: () => back.restart ?? undefined,
      called: /store: LOADING: it (is busy, or loads its data|does not answer)/,
    });
  });

  it('and says nothing in the log for each request', () => {
    expect(town.logged('could not be kept')).to.equal(0);
    expect(town.logged('a route failed')).to.equal(0);
  });
});
