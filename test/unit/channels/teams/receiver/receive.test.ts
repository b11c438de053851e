import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { expect } from 'chai';
import { bodyOf } from '../../../../../src/channels/teams/receiver/body.ts';
import { RECEIVER_LIMITS } from '../../../../../src/channels/teams/receiver/limits.ts';
import { PUBLIC_CLOUD, TeamsSettingsError } from '../../../../../src/channels/teams/receiver/settings.ts';
import { teamsVerifier } from '../../../../../src/channels/teams/receiver/verify.ts';
import { StoreError, type StoreErrorCode } from '../../../../../src/ports/store/error.ts';
import type { Receipt } from '../../../../../src/ports/store/inbox.ts';
import type { Inbound } from '../../../../../src/runtime/inbound.ts';
import { payload } from '../../../../replay/teams/payloads.ts';
import { Stage, settingsFor } from './stage.ts';

describe('the receiver of Teams', () => {
  const stages: Stage[] = [];
  afterEach(() => {
    for (const stage of stages.splice(0)) stage.stop();
  });
  async function start(...parts: Parameters<typeof Stage.start>): Promise<Stage> {
    const stage = await Stage.start(...parts);
    stages.push(stage);
    return stage;
  }

  for (const body of [
    '',
    'no JSON',
    'null',
    '[]',
    '"text"',
    '7',
    '{}',
    '{"type":7}',
    '{"type":""}',
    '{"type":',
  ])
    it(`answers 400 to ${JSON.stringify(body)}`, async () => {
      const stage = await start();
      expect(await stage.post(body)).to.deep.equal({ status: 400, body: '' });
      expect(stage.events).to.deep.equal([]);
      expect(stage.lines).to.have.lengthOf(1);
    });

  it('takes a body of the stated size, and answers 413 to one more byte, before anything else', async () => {
    const stage = await start();
    const bytes = JSON.stringify({ ...payload('personal'), pad: '' }).length;
    const padded = (more: number) => {
      const sent = JSON.stringify({ ...payload('personal'), pad: '' });
      return sent.replace(
        '"pad":""',
        () => `"pad":"${'x'.repeat(RECEIVER_LIMITS.body - byteLength(sent) + more)}"`,
      );
    };
    expect(bytes).to.be.below(RECEIVER_LIMITS.body);
    expect((await stage.post(padded(0))).status).to.equal(200);
    expect(await stage.post(padded(1))).to.deep.equal({ status: 413, body: '' });
    expect((await stage.post(padded(1), null)).status).to.equal(413);
    expect(stage.events).to.have.lengthOf(1);
  });

  it('reads no more of a body than shows that it is too large', async () => {
    let read = 0;
    const endless = Readable.from(
      (function* () {
        for (; read < 1e9; read += 65_536) yield Buffer.alloc(65_536);
      })(),
      { highWaterMark: 1 },
    );
    const body = await bodyOf(endless as unknown as IncomingMessage);
    expect(body?.length).to.be.within(RECEIVER_LIMITS.body + 1, RECEIVER_LIMITS.body + 65_536);
    expect(read).to.be.below(2 * RECEIVER_LIMITS.body);
    endless.destroy();
  });

  it('answers nothing to a sender who went away', async () => {
    const broken = new Readable({ read: () => broken.destroy(new Error('aborted')) });
    expect(await bodyOf(broken as unknown as IncomingMessage)).to.equal(null);
  });

  it('answers an invoke in the same response', async () => {
    const stage = await start({
      invoke: async ({ name }, { conversation }) => ({ status: 200, body: { name, conversation } }),
    });
    const { status, body } = await stage.post(payload('card-execute'));
    expect(status).to.equal(200);
    expect(JSON.parse(body)).to.have.property('name', 'adaptiveCard/action');
    expect(JSON.parse(body).conversation).to.match(/^teams\/porsanger\//);
  });

  it('acknowledges what is ignored, and tells an invoke that nobody knows it', async () => {
    const stage = await start();
    for (const name of ['typing', 'reaction', 'edit', 'own-message'])
      expect((await stage.post(payload(name))).status, name).to.equal(200);
    expect((await stage.post(payload('message-extension'))).status).to.equal(501);
    expect(stage.events).to.deep.equal([]);
  });

  it('completes an event before it is kept, and tells of it afterwards, but not of a repetition', async () => {
    const outcomes = [{ outcome: 'new' }, { outcome: 'duplicate', by: 'id', of: { id: 'x', receivedAt: 1 } }];
    const accepted: Inbound[] = [];
    const stage = await start({
      complete: async (inbound) => ({ ...inbound, ahead: 7 }),
      engine: {
        accept: async (inbound) => {
          accepted.push(inbound);
          return outcomes.shift() as Receipt;
        },
      },
    });
    expect((await stage.post(payload('personal'))).status).to.equal(200);
    expect((await stage.post(payload('personal'))).status).to.equal(200);
    expect(accepted.map(({ ahead }) => ahead)).to.deep.equal([7, 7]);
    expect(stage.told.map(({ ahead }) => ahead)).to.deep.equal([7]);
  });

  it('does not acknowledge what was not kept, though the person is told so', async () => {
    const told: string[] = [];
    const stage = await start({
      engine: { accept: () => Promise.reject(new StoreError('disk-full', 'full')) },
      notKept: ({ conversation }) => void told.push(conversation),
    });
    expect(await stage.post(payload('personal'))).to.deep.equal({ status: 503, body: '' });
    expect(told).to.have.length(1);
    expect(stage.told).to.deep.equal([]);
  });

  const faults: [StoreErrorCode, number][] = [
    ['disk-full', 503],
    ['locked', 503],
    ['too-large', 413],
    ['invalid', 400],
  ];
  for (const [code, status] of faults)
    it(`does not acknowledge what was not kept (${code})`, async () => {
      const stage = await start({
        engine: { accept: () => Promise.reject(new StoreError(code, 'Skriveren')) },
      });
      expect(await stage.post(payload('personal'))).to.deep.equal({ status, body: '' });
      expect(stage.lines.join('')).to.not.include('Skriveren');
      // What the store is the cause of is told by whoever watches it.
      expect(stage.lines.join('').includes(code)).to.equal(status !== 503);
    });
});

describe('a verifier is not made', () => {
  const clock = { now: () => Temporal.Now.instant() };
  const cases = {
    'without an app id': [{ appId: ' ' }, 'app id is missing'],
    'without a password': [{ credentials: { kind: 'password', password: ' ' } }, 'app password is missing'],
    'without the app’s tenant': [{ appTenantId: '' }, 'tenant of the app is missing'],
    'without allowed tenants': [{ tenants: [] }, 'no tenant is allowed'],
    'with keys from an open line': [
      { cloud: { ...PUBLIC_CLOUD, metadata: 'http://login.example/' } },
      'must come over https',
    ],
    'with a login on an open line': [
      { cloud: { ...PUBLIC_CLOUD, login: 'http://127.0.0.1/' } },
      'must be reached over https',
    ],
    'with a certificate that is none': [
      { credentials: { kind: 'certificate', certificate: 'a secret', privateKey: 'a secret' } },
      'no PEM certificate',
    ],
  } as const;
  for (const [name, [changes, fault]] of Object.entries(cases))
    it(name, async () => {
      const error = await teamsVerifier(settingsFor(changes), clock).then(
        () => null,
        (cause: unknown) => cause,
      );
      expect(error).to.be.instanceOf(TeamsSettingsError);
      expect(`${error}`).to.include(fault).and.not.to.include('a secret');
    });
});

function byteLength(text: string): number {
  return Buffer.byteLength(text);
}
