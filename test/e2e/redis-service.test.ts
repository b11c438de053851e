import { expect } from 'chai';
import { Redis } from 'ioredis';
import { hasRedis, RedisServer } from '../support/redis-server.ts';
import { driftvakt, ServiceProcess } from '../support/service-process.ts';

const WHO = { organisation: 'kivido', user: 'anna', locale: 'en' };

describe('the service on Redis', function () {
  this.timeout(30_000);
  if (!hasRedis()) this.pending = true;
  let server: RedisServer;
  before(async () => {
    server = await RedisServer.start();
  });
  after(() => server.stop());

  async function admin(setting: string, value: string): Promise<void> {
    const client = new Redis(server.url);
    await client.config('SET', setting, value);
    client.disconnect();
  }

  async function say(service: ServiceProcess, id: string, text: string): Promise<unknown> {
    const response = await fetch(new URL('/playground/events', service.address), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, ...WHO, what: { kind: 'said', text } }),
    });
    return response.json();
  }

  async function answered(service: ServiceProcess, turns: number): Promise<string[]> {
    for (;;) {
      const address = `/playground/transcript?organisation=${WHO.organisation}&user=${WHO.user}`;
      const { entries } = (await (await fetch(new URL(address, service.address))).json()) as {
        entries: { said: string; replies: unknown[] }[];
      };
      if (entries.length >= turns && entries.every(({ replies }) => replies.length > 0))
        return entries.map(({ said }) => said);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it('talks, is killed with its Redis, and goes on where it was', async () => {
    const environment = { DRIFTVAKT_STORE: server.url };
    const before = await ServiceProcess.start(environment);
    expect(await say(before, 'm1', 'hello')).to.deep.equal({ outcome: 'new' });
    expect(await answered(before, 1)).to.deep.equal(['hello']);
    expect(await (await fetch(new URL('/readyz', before.address))).text()).to.equal('ready\n');
    await before.kill();
    await server.restart();
    await admin('appendonly', 'no');
    const after = await ServiceProcess.start(environment);
    expect(await say(after, 'm1', 'hello')).to.deep.include({ outcome: 'duplicate' });
    await say(after, 'm2', 'who do I call now?');
    expect(await answered(after, 2)).to.deep.equal(['hello', 'who do I call now?']);
    expect(after.printed).to.include('set appendonly yes');
    expect(await (await fetch(new URL('/readyz', after.address))).text()).to.match(/^ready\n.*appendonly/);
    await after.stop();
  });

  it('is backed up elsewhere, and its timers can be listed', () => {
    const environment = { DRIFTVAKT_STORE: server.url };
    const backup = driftvakt(['backup', '--to', 'nowhere.sqlite'], environment);
    expect(backup.code).to.equal(2);
    expect(backup.err).to.match(/where it runs/);
    const list = driftvakt(['timers', 'list', '--org', 'kivido', '--json'], environment);
    expect(JSON.parse(list.out)).to.have.nested.property('organisations[0].organisation', 'kivido');
  });
});
