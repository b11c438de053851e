import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { defaultOrganisation, EnvironmentError, readEnvironment } from '../../../src/config/environment.ts';

describe('the environment', () => {
  it('needs nothing', () => {
    expect(readEnvironment({})).to.include({
      PORT: 3978,
      HOST: '127.0.0.1',
      DRIFTVAKT_PLAYBOOKS: 'playbooks',
      DRIFTVAKT_STORE: 'data/driftvakt.sqlite',
      LOG_LEVEL: 'info',
      production: false,
      DRIFTVAKT_GRAPH: false,
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

  it('takes a file, ":memory:" or Redis for the store, and no other address', () => {
    for (const DRIFTVAKT_STORE of [
      ...[':memory:', '/var/lib/driftvakt.sqlite', 'C:\\data\\store'],
      ...['redis://localhost', 'rediss://x:6380', 'redis+sentinel://a,b/main', 'redis+cluster://a,b'],
    ])
      expect(readEnvironment({ DRIFTVAKT_STORE }).DRIFTVAKT_STORE).to.equal(DRIFTVAKT_STORE);
    expect(() => readEnvironment({ DRIFTVAKT_STORE: 'redis://user:pass word@' }))
      .to.throw(EnvironmentError, 'DRIFTVAKT_STORE is no address of Redis')
      .with.property('message')
      .that.does.not.include('pass word');
    expect(() => readEnvironment({ DRIFTVAKT_STORE: 'https://x' })).to.throw('DRIFTVAKT_STORE is an address');
  });

  it('refuses a set clock in production', () => {
    expect(() =>
      readEnvironment({ NODE_ENV: 'production', DRIFTVAKT_CLOCK: '2026-12-24T10:00:00Z' }),
    ).to.throw('DRIFTVAKT_CLOCK is refused in production');
  });

  it('tells what production refuses together with all else', () => {
    const wrong = {
      ...{ NODE_ENV: 'production', PORT: 'x', DRIFTVAKT_CLOCK: '2026-12-24T10:00:00Z' },
      ...{ DRIFTVAKT_PUBLIC_URL: 'http://localhost', MicrosoftAppPassword: 'x' },
    };
    expect(() => readEnvironment(wrong)).to.throw(
      EnvironmentError,
      /PORT.*\nDRIFTVAKT_CLOCK.*\nDRIFTVAKT_PUBLIC_URL.*\nMicrosoftAppId.*\nMicrosoftAppTenantId/,
    );
  });

  it('takes the address of the service without a slash at the end', () => {
    const address = (DRIFTVAKT_PUBLIC_URL: string) =>
      readEnvironment({ DRIFTVAKT_PUBLIC_URL }).DRIFTVAKT_PUBLIC_URL;
    expect(address('https://Bot.example.org')).to.equal('https://bot.example.org');
    expect(address('https://bot.example.org:8443/')).to.equal('https://bot.example.org:8443');
    for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '[::1]'])
      expect(address(`http://${host}:3978/`)).to.equal(`http://${host}:3978`);
  });

  it('refuses other addresses of the service, with what would be right', () => {
    const table: readonly [string, readonly string[]][] = [
      [
        'is no address with https://',
        [
          'bot.example.org',
          'http://bot.example.org',
          'http://localhost.example.org',
          'ftp://localhost',
          'https://u:w@x.org',
        ],
      ],
      [
        'holds more than the host',
        ['https://bot.example.org/x', 'https://x.org/?a', 'https://x.org?', 'https://x.org/#'],
      ],
    ];
    for (const [says, addresses] of table)
      for (const DRIFTVAKT_PUBLIC_URL of addresses)
        expect(() => readEnvironment({ DRIFTVAKT_PUBLIC_URL }), DRIFTVAKT_PUBLIC_URL).to.throw(
          EnvironmentError,
          `DRIFTVAKT_PUBLIC_URL ${says}`,
        );
    expect(() =>
      readEnvironment({ NODE_ENV: 'production', DRIFTVAKT_PUBLIC_URL: 'http://localhost' }),
    ).to.throw('DRIFTVAKT_PUBLIC_URL is refused in production without https');
  });

  it('takes the id of an organisation as the default one, for which there must be a playbook', () => {
    const playbooks = new Map([
      ['alfa', {}],
      ['beta-1', {}],
    ]);
    const found = (DRIFTVAKT_DEFAULT_ORG: string) =>
      defaultOrganisation(readEnvironment({ DRIFTVAKT_DEFAULT_ORG }), playbooks);
    expect(found('beta-1')).to.equal('beta-1');
    expect(found('')).to.equal(null);
    expect(() => found('gamma')).to.throw(
      EnvironmentError,
      'DRIFTVAKT_DEFAULT_ORG is "gamma", which no playbook is for; choose of alfa, beta-1',
    );
    for (const wrong of ['Alfa', 'a b', '-', 'x'.repeat(41)])
      expect(() => found(wrong), wrong).to.throw(EnvironmentError, 'DRIFTVAKT_DEFAULT_ORG is ');
  });

  it('is explained in .env.example, variable by variable', () => {
    const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
    const explained = [...example.matchAll(/^([A-Za-z_]+)=/gm)].map((match) => match[1]);
    expect(explained.sort()).to.deep.equal([
      'DRIFTVAKT_CLOCK',
      'DRIFTVAKT_DEFAULT_ORG',
      'DRIFTVAKT_GATEWAY_SECRET',
      'DRIFTVAKT_GRAPH',
      'DRIFTVAKT_IMAP_URL',
      'DRIFTVAKT_LINK_SECRET',
      'DRIFTVAKT_LINK_SECRET_BEFORE',
      'DRIFTVAKT_MAIL_FROM',
      'DRIFTVAKT_METRICS_TOKEN',
      'DRIFTVAKT_PACK_FOLDER',
      'DRIFTVAKT_PICTURES',
      'DRIFTVAKT_PLAYBOOKS',
      'DRIFTVAKT_PUBLIC_URL',
      'DRIFTVAKT_SENTINEL_PASSWORD',
      'DRIFTVAKT_SMTP_URL',
      'DRIFTVAKT_STATUS_COPY',
      'DRIFTVAKT_STATUS_NETWORKS',
      'DRIFTVAKT_STORE',
      'DRIFTVAKT_TEAMS_LOCAL',
      'DRIFTVAKT_TOKEN',
      'DRIFTVAKT_TRUSTED_PROXIES',
      'HOST',
      'LOG_LEVEL',
      'MicrosoftAppCertificate',
      'MicrosoftAppId',
      'MicrosoftAppPassword',
      'MicrosoftAppPrivateKey',
      'MicrosoftAppTenantId',
      'MicrosoftAppType',
      'NODE_ENV',
      'PORT',
      'SLACK_API_URL',
      'SLACK_APP_TOKEN',
      'SLACK_BOT_TOKEN',
      'SLACK_CLIENT_ID',
      'SLACK_CLIENT_SECRET',
      'SLACK_SIGNING_SECRET',
      'ToBotFromChannelOpenIdMetadataUrl',
      'ToBotFromChannelTokenIssuer',
      'ToChannelFromBotLoginUrl',
      'ToChannelFromBotOAuthScope',
    ]);
  });
});
