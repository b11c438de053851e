import { expect } from 'chai';
import fc from 'fast-check';
import { isRedisAddress, readRedisAddress } from '../../../../src/storage/redis/address.ts';
import { addressOf } from '../../../support/redis-store.ts';

describe('an address of Redis', () => {
  it('names one server, with TLS or without', () => {
    expect(addressOf('redis://localhost')).to.deep.equal({
      ...{ kind: 'single', tls: false, hosts: [{ host: 'localhost', port: 6379 }], master: undefined },
      ...{
        user: undefined,
        password: undefined,
        database: 0,
        prefix: 'driftvakt',
        name: 'redis://localhost',
      },
    });
    const whole = addressOf('REDISS://bot:p%40ss%2Fword@[2001:db8::1]:6380/3?prefix=kivido');
    expect(whole).to.deep.include({ tls: true, hosts: [{ host: '2001:db8::1', port: 6380 }], database: 3 });
    expect(whole).to.deep.include({ user: 'bot', password: 'p@ss/word', prefix: 'kivido' });
    expect(whole.name).to.equal('rediss://[2001:db8::1]:6380');
    expect(addressOf('redis://:secret@x')).to.deep.include({ user: undefined, password: 'secret' });
  });

  it('names sentinels and the master that they know', () => {
    const address = addressOf('redis+sentinel://:pw@one,two:26380/mymaster?db=2');
    expect(address).to.deep.include({ kind: 'sentinel', master: 'mymaster', database: 2, password: 'pw' });
    expect(address.hosts).to.deep.equal([
      { host: 'one', port: 26_379 },
      { host: 'two', port: 26_380 },
    ]);
  });

  it('names some servers of a cluster', () => {
    const address = addressOf('rediss+cluster://one:7000,two:7001,three');
    expect(address).to.deep.include({ kind: 'cluster', tls: true });
    expect(address.hosts.map(({ port }) => port)).to.deep.equal([7000, 7001, 6379]);
  });

  it('is refused with what would be right, and nothing of it is quoted', () => {
    const wrong = [
      ['redis://', 'is no address'],
      ['redis:/secret', 'is no address'],
      ['redis+ring://secret', 'is no address'],
      ['redis://secret:99999', 'host:port'],
      ['redis://sec ret', 'host:port'],
      ['redis://secret,secret', 'several hosts'],
      ['redis+sentinel://secret', 'does not name the master'],
      ['redis://host/secret', 'no database'],
      ['redis+cluster://secret/1', 'of which a cluster has only 0'],
      ['redis://host?prefix=sec{ret', 'prefix'],
      ['redis://host?secret=1', 'options'],
      [`redis+cluster://${Array(17).fill('secret').join(',')}`, 'at most 16'],
    ] as const;
    for (const [text, told] of wrong) {
      const read = readRedisAddress(text);
      expect(read, text).to.be.a('string').that.includes(told);
      expect(read, text).to.not.include('secret');
    }
  });

  it('is told from a file', () => {
    for (const text of ['redis://x', 'rediss://x', 'redis+cluster://x', 'REDIS://x', 'redis:x'])
      expect(isRedisAddress(text), text).to.equal(true);
    for (const text of [':memory:', 'data/redis.sqlite', 'C:\\redis', 'redis', 'https://x'])
      expect(isRedisAddress(text), text).to.equal(false);
  });

  it('is read or refused, whatever it is', () => {
    const part = fc.string({
      unit: fc.constantFrom('a', '1', ':', '/', '@', ',', '?', '=', '%', '[', ']', '#'),
    });
    fc.assert(
      fc.property(part, (text) => {
        const read = readRedisAddress(`redis://${text}`);
        if (typeof read === 'string') return;
        for (const { host, port } of read.hosts)
          expect([host, port]).to.satisfy(() => host !== '' && port > 0);
      }),
    );
  });
});
