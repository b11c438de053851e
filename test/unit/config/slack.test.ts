import { expect } from 'chai';
import fc from 'fast-check';
import { EnvironmentError, readEnvironment } from '../../../src/config/environment.ts';

type Variables = Readonly<Record<string, string>>;

const SIGNED = { SLACK_SIGNING_SECRET: '8f742231b10e8888abcd99baac2f85a5' };
const SOCKET = { SLACK_APP_TOKEN: 'xapp-1-A0123-4567-abcdef' };
const BOT = { SLACK_BOT_TOKEN: 'xoxb-123-456-AbCdEf' };
const CLIENT = { SLACK_CLIENT_ID: '123456.7890', SLACK_CLIENT_SECRET: '1f742231b10e8888abcd99baac2f85a5' };
/** What several workspaces need in production besides. */
const PUBLIC = {
  DRIFTVAKT_PUBLIC_URL: 'https://bot.example.org',
  DRIFTVAKT_LINK_SECRET: '0123456789abcdef0123456789abcdef',
};
const ALL = { ...SIGNED, ...SOCKET, ...BOT, ...CLIENT };

const inProduction = (variables: Variables, production: boolean) => ({
  ...variables,
  ...(production && { NODE_ENV: 'production' }),
});

function refusal(variables: Variables, production = false): string[] {
  try {
    readEnvironment(inProduction(variables, production));
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message.split('\n');
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('Slack in the environment', () => {
  const on = { kind: 'on', apiUrl: null };
  const bot = { kind: 'bot', token: BOT.SLACK_BOT_TOKEN };
  const oauth = {
    kind: 'oauth',
    clientId: CLIENT.SLACK_CLIENT_ID,
    clientSecret: CLIENT.SLACK_CLIENT_SECRET,
  };
  const http = { ...on, mode: 'http', signingSecret: SIGNED.SLACK_SIGNING_SECRET };
  const socket = { ...on, mode: 'socket', appToken: SOCKET.SLACK_APP_TOKEN };
  const sound: readonly [string, Variables, object][] = [
    ['nothing', {}, { kind: 'off', reason: 'no variable of Slack is set' }],
    ['an address of the Web API alone', { SLACK_API_URL: 'https://slack-gov.com/api/' }, { kind: 'off' }],
    ['one workspace over HTTP', { ...SIGNED, ...BOT }, { ...http, credentials: bot }],
    ['several workspaces over HTTP', { ...SIGNED, ...CLIENT, ...PUBLIC }, { ...http, credentials: oauth }],
    ['Socket Mode', { ...SOCKET, ...BOT }, { ...socket, credentials: bot }],
    [
      'Socket Mode for several workspaces',
      { ...SOCKET, ...CLIENT, ...PUBLIC },
      { ...socket, credentials: oauth },
    ],
    ['both ways in: the socket', { ...SIGNED, ...SOCKET, ...BOT }, { ...socket, credentials: bot }],
    [
      'another address of the Web API',
      { ...SIGNED, ...BOT, SLACK_API_URL: 'https://slack-gov.com/api' },
      { ...http, credentials: bot, apiUrl: 'https://slack-gov.com/api/' },
    ],
  ];
  for (const production of [false, true])
    for (const [name, variables, expected] of sound)
      it(`${name}${production ? ', in production' : ''}`, () => {
        expect(readEnvironment(inProduction(variables, production)).slack).to.deep.include(expected);
      });

  it('refuses a default organisation in production where anybody could install the app', () => {
    const open = { ...SIGNED, ...CLIENT, ...PUBLIC, DRIFTVAKT_DEFAULT_ORG: 'porsanger' };
    expect(refusal(open, true)).to.have.length(1);
    expect(refusal(open, true)[0])
      .to.match(/^DRIFTVAKT_DEFAULT_ORG is refused/)
      .and.contain('playbook');
    expect(readEnvironment(open).slack.kind).to.equal('on');
    const one = { ...SIGNED, ...BOT, DRIFTVAKT_PUBLIC_URL: PUBLIC.DRIFTVAKT_PUBLIC_URL };
    const alone = inProduction({ ...one, ...PUBLIC, DRIFTVAKT_DEFAULT_ORG: 'porsanger' }, true);
    expect(readEnvironment(alone).slack.kind).to.equal('on');
  });

  it('takes an address on this machine outside production', () => {
    const here = { ...SIGNED, ...BOT, SLACK_API_URL: 'http://127.0.0.1:4000/api/' };
    expect(readEnvironment(here).slack).to.include({ apiUrl: 'http://127.0.0.1:4000/api/' });
    expect(refusal(here, true)).to.deep.equal(['SLACK_API_URL is refused in production without https']);
    expect(refusal({ SLACK_API_URL: 'http://example.org/api/' })[0]).to.include(
      'SLACK_API_URL is no address',
    );
  });

  const halves: readonly [Variables, readonly string[]][] = [
    [SIGNED, ['SLACK_BOT_TOKEN']],
    [SOCKET, ['SLACK_BOT_TOKEN']],
    [BOT, ['SLACK_SIGNING_SECRET']],
    [{ ...CLIENT, ...PUBLIC }, ['SLACK_SIGNING_SECRET']],
    [{ SLACK_CLIENT_ID: '1.2' }, ['SLACK_SIGNING_SECRET', 'SLACK_CLIENT_SECRET']],
    [{ ...SIGNED, SLACK_CLIENT_SECRET: CLIENT.SLACK_CLIENT_SECRET }, ['SLACK_CLIENT_ID']],
  ];
  for (const production of [false, true])
    for (const [variables, names] of halves)
      it(`refuses ${Object.keys(variables).join(' and ')} alone${production ? ' in production' : ''}, naming what is missing`, () => {
        const lines = refusal(variables, production);
        expect(lines.map((line) => line.split(' ', 1)[0])).to.deep.equal(names);
        for (const line of lines) expect(line).to.include(' is missing, while Slack is partly set up; ');
      });

  it('wants a public address and a secret for several workspaces in production, by whichever way in', () => {
    for (const way of [SIGNED, SOCKET]) {
      expect(readEnvironment({ ...way, ...CLIENT }).slack).to.include({ kind: 'on' });
      const lines = refusal({ ...way, ...CLIENT }, true);
      expect(lines.map((line) => line.split(' ', 1)[0])).to.deep.equal(Object.keys(PUBLIC));
      for (const line of lines) expect(line).to.include('set up for several workspaces');
      const plain = { ...way, ...CLIENT, ...PUBLIC, DRIFTVAKT_PUBLIC_URL: 'http://localhost:3978' };
      expect(refusal(plain, true)[0]).to.include(
        'DRIFTVAKT_PUBLIC_URL is refused in production without https',
      );
    }
  });

  it('takes a former secret only beside a new one', () => {
    const { DRIFTVAKT_LINK_SECRET: secret } = PUBLIC;
    const before = { DRIFTVAKT_LINK_SECRET_BEFORE: secret };
    for (const present of [{}, { DRIFTVAKT_LINK_SECRET: secret }])
      expect(refusal({ ...before, ...present })[0]).to.include('set DRIFTVAKT_LINK_SECRET to the new one');
    expect(readEnvironment({ ...before, DRIFTVAKT_LINK_SECRET: `${secret}2` })).to.include(before);
    expect(refusal({ DRIFTVAKT_LINK_SECRET_BEFORE: 'short' })[0]).to.include('is too short');
  });

  it('refuses a token for one workspace beside the credentials for several', () => {
    const lines = refusal({ ...SIGNED, ...BOT, ...CLIENT });
    expect(lines.map((line) => line.split(' ', 1)[0])).to.deep.equal(Object.keys(CLIENT));
    expect(lines[0]).to.include('is set beside SLACK_BOT_TOKEN');
  });

  const wrong: readonly [string, string, string][] = [
    ['SLACK_SIGNING_SECRET', 'xoxb-123-456-AbCdEf', 'is a token, where the “Signing Secret”'],
    ['SLACK_SIGNING_SECRET', 'abc', 'is too short'],
    ['SLACK_SIGNING_SECRET', '8f742231b10e8888 abcd99baac2f85a5', 'such as a blank'],
    ['SLACK_BOT_TOKEN', 'xoxp-123-456-AbCdEf', 'is the token of a person'],
    ['SLACK_BOT_TOKEN', 'xoxe.xoxb-1-AbCdEf', 'expires after hours'],
    ['SLACK_BOT_TOKEN', 'xapp-1-A0123', 'is no token of a bot'],
    ['SLACK_APP_TOKEN', 'xoxb-123-456-AbCdEf', 'is no app-level token'],
    ['SLACK_CLIENT_ID', 'A0123ABCD', 'is no “Client ID”'],
    ['SLACK_CLIENT_SECRET', 'xoxb-123-456-AbCdEf', 'is a token, where the “Client Secret”'],
  ];
  for (const [name, value, says] of wrong)
    it(`refuses what is no ${name}: ${says}`, () => {
      const lines = refusal({ [name]: value });
      expect(lines.some((line) => line.startsWith(`${name} `) && line.includes(says))).to.equal(true);
      expect(lines.join('\n')).not.to.include(value);
    });

  it('never quotes a value, whatever is set', () => {
    const value = fc.stringMatching(/^[!-~]{6,40}$/).map((text) => `?${text}?`);
    const names = fc.subarray([...Object.keys(ALL), 'SLACK_API_URL'], { minLength: 1 });
    fc.assert(
      fc.property(names, value, fc.boolean(), (some, text, production) => {
        const lines = refusal(Object.fromEntries(some.map((name) => [name, text])), production);
        expect(lines.join('\n')).not.to.include(text);
      }),
    );
  });

  it('keeps no secret beside what it sets up', () => {
    const { slack, ...rest } = readEnvironment({ ...SIGNED, ...CLIENT });
    expect(slack.kind).to.equal('on');
    for (const secret of [...Object.values(SIGNED), ...Object.values(CLIENT)])
      expect(JSON.stringify(rest)).not.to.include(secret);
  });
});
