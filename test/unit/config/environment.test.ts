import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { EnvironmentError, readEnvironment } from '../../../src/config/environment.ts';

describe('the environment', () => {
  it('needs nothing', () => {
    expect(readEnvironment({})).to.include({
      PORT: 3978,
      HOST: '127.0.0.1',
      DRIFTVAKT_PLAYBOOKS: 'playbooks',
      DRIFTVAKT_STORE: 'data/driftvakt.sqlite',
      LOG_LEVEL: 'info',
      production: false,
    });
  });

  it('takes empty variables as not set', () => {
    expect(readEnvironment({ PORT: '', DRIFTVAKT_CLOCK: '', NODE_ENV: '' }).PORT).to.equal(3978);
  });

  it('reads a clock as an instant', () => {
    expect(
      String(readEnvironment({ DRIFTVAKT_CLOCK: '2026-12-24T10:00:00+01:00' }).DRIFTVAKT_CLOCK),
    ).to.equal('2026-12-24T09:00:00Z');
  });

  it('tells every fault at once, by name, with what would be right', () => {
    const wrong = {
      PORT: '99999',
      HOST: 'x'.repeat(300),
      LOG_LEVEL: 'loud',
      DRIFTVAKT_CLOCK: '2026-12-24',
      DRIFTVAKT_LINK_SECRET: 'short',
    };
    expect(() => readEnvironment(wrong))
      .to.throw(EnvironmentError)
      .with.property('message')
      .that.matches(/PORT.*HOST.*DRIFTVAKT_CLOCK.*offset.*DRIFTVAKT_LINK_SECRET.*32.*LOG_LEVEL/s);
  });

  it('does not take "0x10", " 80" or "-1" for a port', () => {
    for (const PORT of ['0x10', ' 80', '-1', '1e3'])
      expect(() => readEnvironment({ PORT }), PORT).to.throw(EnvironmentError);
  });

  it('takes a file or ":memory:" for the store, and no address', () => {
    for (const DRIFTVAKT_STORE of [':memory:', '/var/lib/driftvakt.sqlite', 'C:\\data\\store'])
      expect(readEnvironment({ DRIFTVAKT_STORE }).DRIFTVAKT_STORE).to.equal(DRIFTVAKT_STORE);
    for (const DRIFTVAKT_STORE of ['redis://localhost', 'rediss://x:6380', 'REDIS://x'])
      expect(() => readEnvironment({ DRIFTVAKT_STORE })).to.throw(
        EnvironmentError,
        'DRIFTVAKT_STORE is a Redis address',
      );
    expect(() => readEnvironment({ DRIFTVAKT_STORE: 'https://x' })).to.throw('DRIFTVAKT_STORE is an address');
  });

  it('refuses a set clock in production', () => {
    expect(() =>
      readEnvironment({ NODE_ENV: 'production', DRIFTVAKT_CLOCK: '2026-12-24T10:00:00Z' }),
    ).to.throw('DRIFTVAKT_CLOCK is refused in production');
  });

  it('is explained in .env.example, variable by variable', () => {
    const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
    const explained = [...example.matchAll(/^([A-Za-z_]+)=/gm)].map((match) => match[1]);
    expect(explained.sort()).to.deep.equal([
      'DRIFTVAKT_CLOCK',
      'DRIFTVAKT_LINK_SECRET',
      'DRIFTVAKT_PLAYBOOKS',
      'DRIFTVAKT_STORE',
      'HOST',
      'LOG_LEVEL',
      'MicrosoftAppId',
      'NODE_ENV',
      'PORT',
    ]);
  });
});
