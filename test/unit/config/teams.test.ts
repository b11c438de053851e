import { expect } from 'chai';
import fc from 'fast-check';
import { EnvironmentError, readEnvironment } from '../../../src/config/environment.ts';

const ID = '1c2d3e4f-1111-2222-3333-444455556666';
const TENANT = '2c2d3e4f-1111-2222-3333-444455556666';
const SECRET = 'h8Q~secret.value_8Q~secret';

type Variables = Readonly<Record<string, string>>;

const LOCAL = { DRIFTVAKT_TEAMS_LOCAL: '1' };
const APP = { MicrosoftAppId: ID };
const BOT = { ...APP, MicrosoftAppTenantId: TENANT };
const PASSWORD = { MicrosoftAppPassword: SECRET };
const CERTIFICATE = { MicrosoftAppCertificate: 'cert.pem', MicrosoftAppPrivateKey: '/run/secrets/key.pem' };
const MSI = { MicrosoftAppType: 'UserAssignedMSI' };
const CLOUD = {
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us',
  ToChannelFromBotOAuthScope: 'https://api.botframework.us',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.us',
  ToBotFromChannelOpenIdMetadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
};
const GRAPH = { DRIFTVAKT_GRAPH: '1' };

const on = { kind: 'on', appId: ID, tenant: TENANT, cloud: null };
const password = { kind: 'password', password: SECRET };
const certificate = {
  kind: 'certificate',
  certificateFile: 'cert.pem',
  privateKeyFile: '/run/secrets/key.pem',
};

/** The lines of what is said, in development or production. */
function refusal(variables: Variables, production = false): string[] {
  try {
    readEnvironment({ ...variables, ...(production && { NODE_ENV: 'production' }) });
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message.split('\n');
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('Teams in the environment', () => {
  for (const production of [false, true]) {
    const where = production ? 'in production' : 'in development';
    const setup = (variables: Variables) =>
      readEnvironment({ ...variables, ...(production && { NODE_ENV: 'production' }) }).teams;
    const sound: readonly [string, Variables, object][] = [
      ['nothing', {}, { kind: 'off', reason: 'MicrosoftAppId is not set' }],
      ['flags that say no', { DRIFTVAKT_TEAMS_LOCAL: '0', DRIFTVAKT_GRAPH: '0' }, { kind: 'off' }],
      ['a password', { ...BOT, ...PASSWORD }, { ...on, credentials: password }],
      ['a certificate', { ...BOT, ...CERTIFICATE }, { ...on, credentials: certificate }],
      ['a managed identity', { ...BOT, ...MSI }, { ...on, credentials: { kind: 'managed-identity' } }],
      [
        'a type that is the usual one',
        { ...BOT, ...PASSWORD, MicrosoftAppType: 'SingleTenant' },
        { ...on, credentials: password },
      ],
      [
        'ids in capital letters',
        { ...PASSWORD, MicrosoftAppId: ID.toUpperCase(), MicrosoftAppTenantId: TENANT.toUpperCase() },
        { ...on, credentials: password },
      ],
      [
        'another cloud',
        { ...BOT, ...PASSWORD, ...CLOUD },
        {
          ...{ ...on, credentials: password },
          cloud: {
            loginUrl: CLOUD.ToChannelFromBotLoginUrl,
            oauthScope: CLOUD.ToChannelFromBotOAuthScope,
            issuer: CLOUD.ToBotFromChannelTokenIssuer,
            metadata: CLOUD.ToBotFromChannelOpenIdMetadataUrl,
          },
        },
      ],
    ];
    for (const [name, variables, expected] of sound)
      it(`${name}, ${where}`, () => expect(setup(variables)).to.deep.include(expected));

    it(`whether managers are read from Graph, ${where}`, () => {
      const graph = (variables: Variables) =>
        readEnvironment({ ...variables, ...(production && { NODE_ENV: 'production' }) }).DRIFTVAKT_GRAPH;
      expect(graph({ ...BOT, ...PASSWORD, ...GRAPH })).to.equal(true);
      expect(graph({ ...BOT, ...PASSWORD })).to.equal(false);
    });
  }

  it('the local client, and an app id for packing, in development', () => {
    expect(readEnvironment(LOCAL).teams).to.deep.equal({ kind: 'local' });
    expect(readEnvironment({ ...LOCAL, ...APP }).teams).to.deep.equal({ kind: 'local' });
    expect(readEnvironment(APP)).to.deep.include({
      MicrosoftAppId: ID,
      teams: { kind: 'off', reason: 'only MicrosoftAppId is set, without tenant and credentials' },
    });
  });

  it('keeps no secret beside what it sets up', () => {
    const { teams, ...rest } = readEnvironment({ ...BOT, ...PASSWORD });
    expect(teams.kind).to.equal('on');
    expect(JSON.stringify(rest)).not.to.include(SECRET);
  });

  it('takes http from this machine outside production', () => {
    const here = Object.fromEntries(
      Object.keys(CLOUD).map((name, i) => [name, `http://127.0.0.1:${4000 + i}/x`]),
    );
    const { teams } = readEnvironment({ ...BOT, ...PASSWORD, ...here });
    expect(teams).to.deep.include({
      cloud: {
        loginUrl: 'http://127.0.0.1:4000/x',
        oauthScope: 'http://127.0.0.1:4001/x',
        issuer: 'http://127.0.0.1:4002/x',
        metadata: 'http://127.0.0.1:4003/x',
      },
    });
    expect(refusal({ ...BOT, ...PASSWORD, ...here }, true)).to.deep.equal(
      Object.keys(CLOUD).map((name) => `${name} is refused in production without https`),
    );
  });
});

describe('Teams that is set up by half', () => {
  const NO_ID = 'MicrosoftAppId is missing';
  const NO_TENANT = 'MicrosoftAppTenantId is missing';
  const NO_PASSWORD = 'MicrosoftAppPassword is missing';
  const table: readonly [string, Variables, readonly string[]][] = [
    ['a tenant', { MicrosoftAppTenantId: TENANT }, [NO_ID, NO_PASSWORD]],
    ['id and tenant', BOT, [NO_PASSWORD]],
    ['id and password', { ...APP, ...PASSWORD }, [NO_TENANT]],
    ['a password', PASSWORD, [NO_ID, NO_TENANT]],
    ['id and type', { ...APP, MicrosoftAppType: 'SingleTenant' }, [NO_TENANT, NO_PASSWORD]],
    ['a managed identity alone', MSI, [NO_ID, NO_TENANT]],
    ['a managed identity without tenant', { ...APP, ...MSI }, [NO_TENANT]],
    [
      'a managed identity with a password',
      { ...BOT, ...MSI, ...PASSWORD },
      ['MicrosoftAppPassword is not used by a managed identity'],
    ],
    [
      'a managed identity with all credentials',
      { ...BOT, ...MSI, ...PASSWORD, ...CERTIFICATE },
      ['MicrosoftAppPassword', 'MicrosoftAppCertificate', 'MicrosoftAppPrivateKey'].map(
        (name) => `${name} is not used by a managed identity; remove it`,
      ),
    ],
    [
      'a certificate without key',
      { ...BOT, MicrosoftAppCertificate: 'x' },
      [
        'MicrosoftAppPrivateKey is missing, while Teams is partly set up; it goes with MicrosoftAppCertificate',
      ],
    ],
    [
      'a key without certificate',
      { ...BOT, MicrosoftAppPrivateKey: 'x' },
      [
        'MicrosoftAppCertificate is missing, while Teams is partly set up; it goes with MicrosoftAppPrivateKey',
      ],
    ],
    [
      'password and certificate',
      { ...BOT, ...PASSWORD, ...CERTIFICATE },
      [
        'MicrosoftAppCertificate is set beside MicrosoftAppPassword; keep either',
        'MicrosoftAppPrivateKey is set beside MicrosoftAppPassword; keep either',
      ],
    ],
    ['a cloud alone', CLOUD, [NO_ID, NO_TENANT, NO_PASSWORD]],
    ...Object.keys(CLOUD).map((name): [string, Variables, string[]] => [
      `a cloud without ${name}`,
      { ...BOT, ...PASSWORD, ...Object.fromEntries(Object.entries(CLOUD).filter(([key]) => key !== name)) },
      [`${name} is missing, while Teams is partly set up; for another cloud set all of`],
    ]),
    [
      'a multi-tenant bot',
      { ...APP, ...PASSWORD, MicrosoftAppType: 'MultiTenant' },
      ['MicrosoftAppType is MultiTenant, but Azure makes new bots for a single tenant only', NO_TENANT],
    ],
    [
      'an unknown type',
      { ...APP, MicrosoftAppType: 'singletenant' },
      ['MicrosoftAppType is unknown; write SingleTenant or UserAssignedMSI', NO_TENANT],
    ],
  ];
  for (const [name, variables, expected] of table)
    for (const production of [false, true])
      it(`${name}, ${production ? 'in production' : 'in development'}`, () => {
        const said = refusal(variables, production);
        expect(said, said.join('\n')).to.have.length(expected.length);
        expected.forEach((words, i) => {
          expect(said[i]).to.include(words);
        });
      });

  it('an app id alone, in production', () => {
    const said = refusal(APP, true);
    expect(said.map((line) => line.split(',')[0])).to.deep.equal([NO_TENANT, NO_PASSWORD]);
    expect(said[1]).to.include(
      'set it to a client secret, or set MicrosoftAppCertificate and MicrosoftAppPrivateKey',
    );
  });

  it('the local client in production, or beside what a real bot needs', () => {
    const why = 'it takes messages without asking who sent them. Remove it';
    expect(refusal(LOCAL, true)).to.deep.equal([`DRIFTVAKT_TEAMS_LOCAL is refused in production: ${why}`]);
    for (const more of [BOT, PASSWORD, CERTIFICATE, MSI, CLOUD, { MicrosoftAppType: 'SingleTenant' }]) {
      const names = Object.keys(more).filter((name) => name !== 'MicrosoftAppId');
      const [line = '', ...rest] = refusal({ ...LOCAL, ...more });
      expect(rest).to.deep.equal([]);
      expect(line).to.match(/^DRIFTVAKT_TEAMS_LOCAL is refused together with /);
      for (const name of names) expect(line).to.include(name);
    }
    expect(refusal({ ...LOCAL, ...BOT, ...PASSWORD }, true)).to.have.length(2);
  });

  it('Graph without credentials to ask it with', () => {
    const cannot = 'DRIFTVAKT_GRAPH cannot be used: ';
    for (const variables of [GRAPH, { ...GRAPH, ...APP }])
      expect(refusal(variables)).to.deep.equal([
        `${cannot}it is asked with the credentials of the bot, and Teams is not set up. Remove it`,
      ]);
    expect(refusal({ ...GRAPH, ...LOCAL })).to.deep.equal([
      `${cannot}without credentials it gets no answer. Remove it`,
    ]);
  });
});

describe('a variable of Teams that is wrong by itself', () => {
  const table: readonly [string, readonly string[], string][] = [
    ['MicrosoftAppId', ['x', `{${ID}}`, `${ID}0`], 'is no GUID; copy the “Microsoft App ID”'],
    ['MicrosoftAppTenantId', ['example.onmicrosoft.com'], 'is no GUID; copy the “App Tenant ID”'],
    ['MicrosoftAppPassword', [TENANT, TENANT.toUpperCase()], 'is the id of a client secret'],
    [
      'MicrosoftAppPassword',
      ['two words', 'line\n', '\t', 'hemlöst'],
      'holds what no client secret does, such as a blank',
    ],
    ['MicrosoftAppPassword', ['x'.repeat(1001)], 'is too long for a client secret'],
    [
      'MicrosoftAppPrivateKey',
      ['-----BEGIN PRIVATE KEY-----\nMIIE'],
      'holds what belongs in a file; write the path of that file',
    ],
    ['MicrosoftAppCertificate', ['-----BEGIN CERTIFICATE-----'], 'holds what belongs in a file'],
    ['MicrosoftAppCertificate', ['x'.repeat(4097)], 'is too long for the path of a file'],
    ['DRIFTVAKT_TEAMS_LOCAL', ['true', 'false', 'yes', '2', ' 1'], 'is neither 1 nor 0'],
    ['DRIFTVAKT_GRAPH', ['on', 'no'], 'is neither 1 nor 0'],
    ...Object.keys(CLOUD).map((name): [string, string[], string] => [
      name,
      [
        'x',
        'http://login.example.org',
        'http://localhost:1',
        'http://127.0.0.1.example.org',
        'https://user:word@example.org',
        'https://example.org/a b',
        'ftp://127.0.0.1',
      ],
      'is no address with https://',
    ]),
  ];
  for (const [name, values, says] of table)
    for (const value of values)
      it(`${name}=${JSON.stringify(value.slice(0, 40))}`, () => {
        const said = refusal({ ...BOT, ...PASSWORD, [name]: value }).join('\n');
        expect(said).to.match(new RegExp(`^${name} ${RegExp.escape(says)}`, 'm'));
        if (value.length > 5) expect(said).not.to.include(value);
      });

  it('is told together with what is missing', () => {
    expect(
      refusal({ ...PASSWORD, MicrosoftAppTenantId: 'x', PORT: 'x' }).map((line) => line.split(' ')[0]),
    ).to.deep.equal(['PORT', 'MicrosoftAppTenantId', 'MicrosoftAppId']);
  });
});

describe('what is said of the environment', () => {
  it('never holds a value', () => {
    const names = [
      ...Object.keys({ ...BOT, ...PASSWORD, ...CERTIFICATE, ...CLOUD, ...GRAPH, ...LOCAL, ...MSI }),
      ...['DRIFTVAKT_LINK_SECRET', 'DRIFTVAKT_PUBLIC_URL', 'DRIFTVAKT_STORE', 'DRIFTVAKT_DEFAULT_ORG'],
    ];
    const value = fc
      .tuple(
        fc.constantFrom('', 'https://', 'redis://u:', 'http://x:'),
        fc.stringMatching(/^[a-z0-9~]{12,40}$/),
      )
      .map((parts) => parts.join(''));
    const variables = fc.dictionary(fc.constantFrom(...names), value, { minKeys: 1, maxKeys: 8 });
    let refused = 0;
    fc.assert(
      fc.property(variables, fc.boolean(), (set, production) => {
        try {
          readEnvironment({ ...set, ...(production && { NODE_ENV: 'production' }) });
        } catch (error) {
          if (!(error instanceof EnvironmentError)) throw error;
          refused++;
          for (const held of Object.values(set)) expect(error.message).not.to.include(held);
          for (const line of error.message.split('\n'))
            expect(line).to.match(/^[A-Za-z_]+ (is|holds|cannot|names|has|does not)\b/);
        }
      }),
      { numRuns: 500 },
    );
    expect(refused).to.be.greaterThan(100);
  });
});
