import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { Redis } from 'ioredis';
import { answersIn, DegradedTown, eventually, type Sent } from '../support/degraded/town.ts';
import { RedisCluster } from '../support/redis-cluster.ts';
import { RedisSentinel } from '../support/redis-sentinel.ts';
import { freePort, hasRedis, RedisServer } from '../support/redis-server.ts';
import { driftvakt, ServiceProcess } from '../support/service-process.ts';
import { makeCertificate } from '../support/teams/certificate.ts';

describe('the service on a Redis that fails over', function () {
  this.timeout(90_000);
  if (!hasRedis()) this.pending = true;
  const ends: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  /** What both platforms answer somebody who writes for the first time. */
  async function usual(town: DegradedTown): Promise<{ teams: readonly string[]; slack: readonly string[] }> {
    const [teams, slack] = [town.inTeams(), town.inSlack()];
    await town.untilAnswered([teams, slack], (texts) => texts.length > 0);
    return { teams: teams.texts(), slack: slack.texts() };
  }

  /** People who write one after the other while something happens; each is answered once in the end. */
  async function under(town: DegradedTown, people: number, happens: () => Promise<unknown>): Promise<void> {
    const like = await usual(town);
    const all: Sent[] = [];
    const answered: Promise<unknown>[] = [];
    const happening = happens();
    for (let i = 0; i < people; i++) {
      const one = i % 2 === 0 ? town.inTeams() : town.inSlack();
      all.push(one);
      answered.push(town.untilAnswered([one], (texts) => texts.length >= like.teams.length));
      await pause(100);
    }
    await happening;
    await Promise.all(answered);
    await town.readyz(/^ready/);
    for (const { user, texts } of all)
      expect(answersIn(texts()), user).to.deep.equal(user.startsWith('t') ? like.teams : like.slack);
  }

  it('goes on with the new master when sentinels say so, and nobody helps', async () => {
    const master = await RedisServer.start();
    ends.push(() => master.stop());
    const replica = await RedisServer.start(['--replicaof', '127.0.0.1', String(master.port)]);
    ends.push(() => replica.stop());
    const sentinel = await RedisSentinel.start(master, [
      'sentinel down-after-milliseconds mymaster 500',
      'sentinel failover-timeout mymaster 3000',
    ]);
    ends.push(() => sentinel.stop());
    const admin = new Redis(replica.url);
    ends.push(() => admin.disconnect());
    await eventually('the replica follows', async () =>
      (await admin.info('replication')).includes('master_link_status:up'),
    );
    const town = await DegradedTown.start(`redis+sentinel://127.0.0.1:${sentinel.port}/mymaster`);
    ends.push(() => town.stop());
    await under(town, 24, () => master.kill());
    expect(await admin.info('replication')).to.contain('role:master');
    expect(town.logged('could not be kept')).to.equal(0);
  });

  it('shares a cluster of three masters, one of which is away for a while', async () => {
    const cluster = await RedisCluster.start();
    ends.push(() => cluster.stop());
    const [lost] = cluster.masters;
    const town = await DegradedTown.start(cluster.url);
    ends.push(() => town.stop());
    await under(town, 16, async () => {
      await lost?.kill();
      await town.readyz(/store: (CLUSTERDOWN|ECONNREFUSED|SLOW): it does not answer/);
      await lost?.restart();
    });
    expect(town.logged('could not be kept')).to.equal(0);
  });

  it('is reached by TLS, if its certificate is trusted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'driftvakt-tls-'));
    ends.push(() => rmSync(folder, { recursive: true }));
    const { certificate, privateKey } = makeCertificate();
    const [trusted, own] = [join(folder, 'trusted.pem'), join(folder, 'key.pem')];
    writeFileSync(trusted, certificate);
    writeFileSync(own, privateKey);
    const port = await freePort();
    const server = await RedisServer.start([
      ...['--tls-port', String(port), '--tls-auth-clients', 'no'],
      ...['--tls-cert-file', trusted, '--tls-key-file', own, '--tls-ca-cert-file', trusted],
    ]);
    ends.push(() => server.stop());
    const DRIFTVAKT_STORE = `rediss://127.0.0.1:${port}`;
    const service = await ServiceProcess.start({ DRIFTVAKT_STORE, NODE_EXTRA_CA_CERTS: trusted });
    ends.push(() => service.stop());
    const response = await fetch(new URL('playground/events', service.address), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        ...{ id: 'm1', organisation: 'kivido', user: 'anna', locale: 'en' },
        what: { kind: 'said', text: 'hello' },
      }),
    });
    expect(response.status).to.equal(202);
    const transcript = new URL('playground/transcript?organisation=kivido&user=anna', service.address);
    await eventually('anna is answered', async () =>
      (await (await fetch(transcript)).text()).includes('"replies":[{'),
    );
    const { code, err } = driftvakt(['serve'], { DRIFTVAKT_STORE, PORT: '0' });
    expect(code).to.equal(2);
    expect(err).to.match(/DRIFTVAKT_STORE cannot be used/);
  });
});
