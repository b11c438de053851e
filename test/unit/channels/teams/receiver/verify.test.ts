import { expect } from 'chai';
import { teamsVerifier } from '../../../../../src/channels/teams/receiver/verify.ts';
import { type Payload, payload } from '../../../../replay/teams/payloads.ts';
import { Issuer } from '../../../../support/teams/issuer.ts';
import { CLAIMS, SERVICE, Stage, settingsFor } from './stage.ts';

const SENT = payload('personal');
const without = (key: string): Payload => Object.fromEntries(Object.entries(SENT).filter(([k]) => k !== key));
const unsigned = (claims: object): string =>
  `Bearer ${[{ alg: 'none', typ: 'JWT' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;

/** A request that is refused: what is sent, and its header; null for none. */
type Case = (issuer: Issuer) => Promise<{ readonly body?: Payload; readonly header: string | null }>;

const signed =
  (claims: Record<string, unknown>, body?: Payload, kid?: string): Case =>
  async (issuer) => ({
    ...(body && { body }),
    header: `Bearer ${await issuer.token({ ...CLAIMS, ...claims }, kid)}`,
  });
const tenant = (id: unknown): Payload => ({
  ...SENT,
  channelData: { tenant: { id } },
  conversation: { ...(SENT.conversation as object), tenantId: id },
});
const EMULATOR = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';

/** By the reason that is logged. */
const REFUSED: Record<string, Record<string, Case>> = {
  'there is no token of the channel': {
    'no header': async () => ({ header: null }),
    'an empty header': async () => ({ header: '' }),
    'no token': async () => ({ header: 'Bearer ' }),
    'another scheme': async (issuer) => ({ header: `Basic ${await issuer.token(CLAIMS)}` }),
    'a token that is none': async () => ({ header: 'Bearer aaaa.bbbb.cccc' }),
    'a token that is not signed': async () => ({ header: unsigned({ ...CLAIMS, exp: 4e9 }) }),
    'a token that does not end': signed({ exp: undefined }),
    'several audiences': signed({ aud: [CLAIMS.aud, 'another'] }),
    'no audience': signed({ aud: undefined }),
    'no issuer': signed({ iss: undefined }),
  },
  'the token is from another issuer': {
    'another issuer': signed({ iss: 'https://evil.example' }),
    'the emulator’s issuer': signed({ iss: EMULATOR, ver: '1.0', appid: CLAIMS.aud }),
    'the emulator’s issuer by its tenant': signed({
      iss: 'https://login.microsoftonline.com/evil/v2.0',
      tid: 'evil',
      ver: '2.0',
      azp: CLAIMS.aud,
    }),
  },
  'the token is for another app': {
    'another audience': signed({ aud: 'b6b0a1de-0000-4000-8000-000000000000' }),
  },
  'the token has expired': {
    'an expired token': signed({ exp: -3600 }),
  },
  'the signature or the time of the token is wrong': {
    'a forged signature': async (issuer) => ({ header: `Bearer ${await issuer.forged(CLAIMS)}` }),
    'a token that was changed': async (issuer) => {
      const [head, , tail] = (await issuer.token({ ...CLAIMS, aud: 'another' })).split('.');
      const [, middle] = (await issuer.token(CLAIMS)).split('.');
      return { header: `Bearer ${head}.${middle}.${tail}` };
    },
    'an unknown key': signed({}, SENT, 'somebody'),
    'a token that does not hold yet': signed({ nbf: 3600 }),
    'a skill’s token': signed({ ver: '1.0', appid: 'another' }),
  },
  'the token is for another service address': {
    'another service address in the token': signed({ serviceurl: 'https://evil.example/' }),
    'no service address in the token': signed({ serviceurl: undefined }),
    'another service address in the activity': signed({}, { ...SENT, serviceUrl: 'https://evil.example/' }),
  },
  'the activity is not of Teams, or names no service address': {
    'no service address in the activity': signed({}, without('serviceUrl')),
    'an empty service address': signed({ serviceurl: '' }, { ...SENT, serviceUrl: '' }),
    'a service address that is none': signed({ serviceurl: 'x' }, { ...SENT, serviceUrl: 'x' }),
    'no service address in either': signed({ serviceurl: undefined }, without('serviceUrl')),
    'another channel': signed({}, { ...SENT, channelId: 'webchat' }),
    'the channel whose tokens are checked otherwise': signed({}, { ...SENT, channelId: 'AseChannel' }),
    'no channel': signed({}, without('channelId')),
  },
  'the tenant is not allowed here': {
    'another tenant': signed({}, tenant('11111111-0000-4000-8000-000000000000')),
    'no tenant': signed({}, tenant(undefined)),
    'two tenants': signed(
      {},
      {
        ...SENT,
        conversation: { ...(SENT.conversation as object), tenantId: 'another' },
      },
    ),
  },
};

describe('who may write to the bot in Teams', () => {
  let stage: Stage;
  let printed: unknown[][];
  beforeEach(async () => {
    stage = await Stage.start();
    printed = [];
  });
  afterEach(() => stage.stop());

  it('the channel itself', async () => {
    expect(await stage.post(SENT)).to.deep.equal({ status: 200, body: '' });
    expect(stage.events.map(({ what }) => what.kind)).to.deep.equal(['said']);
    expect(stage.lines).to.deep.equal([]);
  });

  it('with keys that are read once', async () => {
    for (let i = 0; i < 5; i += 1) await stage.post(SENT);
    expect(stage.issuer.asked).to.equal(1);
    expect(stage.events).to.have.lengthOf(5);
  });

  const cases = Object.entries(REFUSED).flatMap(([reason, named]) =>
    Object.entries(named).map(([name, refusedCase]) => ({ reason, name, refusedCase })),
  );
  for (const { reason, name, refusedCase } of cases)
    it(`not with ${name}`, async () => {
      const { body = SENT, header } = await refusedCase(stage.issuer);
      const { answer, output } = await whilePrinting(() => stage.post(body, header));
      expect(answer).to.deep.equal({ status: 401, body: '' });
      expect(stage.events).to.deep.equal([]);
      expect(stage.lines).to.have.lengthOf(1);
      expect(output).to.equal('');
      const log = stage.lines.join('');
      expect(JSON.parse(log)).to.include({ level: 40, status: 401, reason });
      for (const secret of [...(header ?? '').split(/[ .]/), 'Skriveren', 'evil', SERVICE])
        if (secret.length > 3 && secret !== 'Bearer') expect(log).not.to.include(secret);
      // The door is not stuck: the channel is heard afterwards.
      expect((await stage.post(SENT)).status).to.equal(200);
    });

  it('only where the key is endorsed for Teams', async () => {
    const issuer = await Issuer.start(['webchat']);
    const other = await Stage.start({}, {}, issuer);
    expect((await other.post(SENT)).status).to.equal(401);
    expect(other.events).to.deep.equal([]);
    other.stop();
  });

  /** What is written past the log meanwhile. */
  async function whilePrinting<T>(run: () => Promise<T>): Promise<{ answer: T; output: string }> {
    const stderr = process.stderr.write;
    process.stderr.write = ((...words: unknown[]) => printed.push(words) > 0) as typeof stderr;
    try {
      return { answer: await run(), output: printed.flat().map(String).join('') };
    } finally {
      process.stderr.write = stderr;
    }
  }

  it('and what others print is still printed', async () => {
    const { output } = await whilePrinting(async () => console.error('mine'));
    expect(output).to.include('mine');
  });
});

describe('when the keys of the channel cannot be read', () => {
  for (const health of ['error', 'nonsense'] as const)
    it(`(${health}) nothing is taken, and Teams may send again`, async () => {
      const stage = await Stage.start();
      stage.issuer.health = health;
      expect(await stage.post(SENT)).to.deep.equal({ status: 503, body: '' });
      expect(stage.events).to.deep.equal([]);
      expect(stage.lines.map((line) => JSON.parse(line).level)).to.deep.equal([50]);
      stage.issuer.health = 'ok';
      expect((await stage.post(SENT)).status).to.equal(200);
      stage.stop();
    });

  it('they are not waited for beyond the time that Teams waits', async () => {
    const issuer = await Issuer.start();
    issuer.health = 'hangs';
    const clock = { now: () => Temporal.Now.instant() };
    const verify = await teamsVerifier(settingsFor({ cloud: issuer.cloud }), clock, 50);
    const stage = await Stage.start({ verify }, {}, issuer);
    expect(await stage.post(SENT)).to.deep.equal({ status: 503, body: '' });
    expect(stage.events).to.deep.equal([]);
    stage.stop();
  });
});
