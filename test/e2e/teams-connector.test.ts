import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { decodeJwt } from 'jose';
import type { TokenOutcome } from '../../src/channels/teams/connector/token.ts';
import type { Credentials } from '../../src/channels/teams/receiver/settings.ts';
import { makeCertificate, type TestCertificate } from '../support/teams/certificate.ts';
import { FakeConnector } from '../support/teams/connector.ts';
import { FakeLogin } from '../support/teams/login.ts';
import type { Job } from '../support/teams/sending-child.ts';

const CHILD = fileURLToPath(new URL('../support/teams/sending-child.ts', import.meta.url));
const APP = 'a0000000-0000-4000-8000-000000000001';
const TENANT = 'b0000000-0000-4000-8000-000000000002';
const RIGHT: Credentials = { kind: 'password', password: 'the right one' };
const ADDRESS = 'https://api.botframework.com/.default';
const GRAPH = 'https://graph.microsoft.com/.default';

describe('sending to Teams with tokens of Microsoft’s login', function () {
  this.timeout(30_000);
  const folder = mkdtempSync(join(tmpdir(), 'driftvakt-login-'));
  const trusted = join(folder, 'trusted.pem');
  let line: TestCertificate;
  let own: TestCertificate;
  let login: FakeLogin;
  let connector: FakeConnector;

  before(() => {
    [line, own] = [makeCertificate(), makeCertificate()];
    writeFileSync(trusted, line.certificate);
  });
  after(() => rmSync(folder, { recursive: true }));
  beforeEach(async () => {
    const app = { appId: APP, tenant: TENANT, password: 'the right one', certificate: own.certificate };
    login = await FakeLogin.start(app, line);
    connector = await FakeConnector.start({ key: login.key, appId: APP });
  });
  afterEach(() => {
    connector.stop();
    login.stop();
  });

  /** Runs the steps in a process that trusts the login's certificate, and nothing else of this machine. */
  async function run(
    steps: Job['steps'],
    credentials: Credentials = RIGHT,
    change: { appTenantId?: string; environment?: Record<string, string> } = {},
  ): Promise<unknown[]> {
    const { appTenantId = TENANT, environment = {} } = change;
    const settings = { appId: APP, appTenantId, credentials, cloud: login.cloud };
    const child = spawn(process.execPath, [CHILD], {
      env: { PATH: process.env.PATH, NODE_EXTRA_CA_CERTS: trusted, ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stdin.end(JSON.stringify({ settings, serviceUrl: connector.serviceUrl, steps } satisfies Job));
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    expect(err).to.equal('');
    return JSON.parse(out);
  }
  const claimsOf = (outcome: unknown) => {
    const given = outcome as TokenOutcome;
    expect(given.outcome).to.equal('token');
    return given.outcome === 'token' ? decodeJwt(given.token ?? '') : {};
  };

  it('logs in with a password, once for all messages', async () => {
    const done = await run(['tokens', 'token', 'post', 'post']);
    expect(login.asked).to.deep.equal([ADDRESS]);
    const [three, one, ...sent] = done;
    const ids = [...(three as unknown[]), one].map((outcome) => claimsOf(outcome).jti);
    expect(new Set(ids)).to.have.lengthOf(1);
    expect(sent).to.deep.equal(
      connector.messages('19:a').map(({ id }) => ({ outcome: 'sent', activity: id })),
    );
    expect(connector.messages('19:a')).to.have.lengthOf(2);
  });

  it('logs in with a certificate', async () => {
    const [sent] = await run(['post'], { kind: 'certificate', ...own });
    expect(sent).to.include({ outcome: 'sent' });
    expect(login.asked).to.deep.equal([ADDRESS]);
  });

  it('logs in as a managed identity', async () => {
    const environment = { IDENTITY_ENDPOINT: `${login.address}/msi/token`, IDENTITY_HEADER: 'local' };
    const [sent, token] = await run(['post', 'token'], { kind: 'managed-identity' }, { environment });
    expect(sent).to.include({ outcome: 'sent' });
    expect(claimsOf(token).aud).to.equal('https://api.botframework.com');
    expect(login.asked).to.deep.equal(['https://api.botframework.com']);
  });

  it('logs in for Microsoft Graph too', async () => {
    const [token] = await run(['graph']);
    expect(claimsOf(token).aud).to.equal('https://graph.microsoft.com');
    expect(login.asked).to.deep.equal([GRAPH]);
  });

  it('fetches a fresh token when Teams refuses one', async () => {
    connector.failNext({ status: 401 });
    const done = await run(['token', 'post', 'post', 'token']);
    expect(done[1]).to.deep.include({ outcome: 'retry', afterMs: 0 });
    expect(done[2]).to.deep.include({ outcome: 'sent' });
    expect([claimsOf(done[0]).jti, claimsOf(done[3]).jti]).to.deep.equal(['1', '2']);
    expect([login.asked.length, connector.requests()]).to.deep.equal([2, 2]);
  });

  it('says what to do about a wrong password, asks once, and keeps it to itself', async () => {
    const done = await run(['post', 'post', 'token'], { kind: 'password', password: 'the wrong one' });
    expect(connector.requests()).to.equal(0);
    expect(done[0]).to.include({ outcome: 'failed' });
    expect(done).to.deep.equal([done[0], done[0], done[0]]);
    expect(JSON.stringify(done)).to.include('AADSTS7000215').and.to.include('Certificates & secrets');
    expect(JSON.stringify(done)).not.to.include('the wrong one').and.not.to.include('Trace ID');
    expect(login.asked).to.have.lengthOf(1);
  });

  it('says what to do about a tenant that is none', async () => {
    const [sent] = await run(['post'], RIGHT, { appTenantId: 'c0000000-0000-4000-8000-000000000003' });
    expect(sent).to.include({ outcome: 'failed' });
    expect(JSON.stringify(sent)).to.include('AADSTS90002').and.to.include('check MicrosoftAppTenantId');
  });

  it('says what to do about a certificate that is not the app’s', async () => {
    const [sent] = await run(['post'], { kind: 'certificate', ...line });
    expect(sent).to.include({ outcome: 'failed' });
    expect(JSON.stringify(sent)).to.include('AADSTS700027').and.to.include('upload it');
  });

  it('says what to do about an identity that is not this machine’s', async () => {
    const environment = { IDENTITY_ENDPOINT: `${login.address}/msi/token`, IDENTITY_HEADER: 'another' };
    const [sent] = await run(['post'], { kind: 'managed-identity' }, { environment });
    expect(sent).to.include({ outcome: 'failed' });
    expect(JSON.stringify(sent)).to.include('MicrosoftAppId');
  });

  it('tries again when the login is down, and then goes on', async () => {
    login.failNext(
      { status: 503, error: 'temporarily_unavailable', number: 90033 },
      { status: 429, error: 'throttled', number: 50196 },
      'reset',
      'nonsense',
    );
    const done = await run(['token', 'token', 'token', 'token', 'post']);
    const outcomes = done.map((outcome) => (outcome as TokenOutcome).outcome);
    expect(outcomes).to.deep.equal(['retry', 'retry', 'retry', 'retry', 'sent']);
    expect(login.asked).to.have.lengthOf(5);
  });

  it('gives no secret to a login that it does not trust', async () => {
    const [token] = await run(['token'], RIGHT, { environment: { NODE_EXTRA_CA_CERTS: '' } });
    expect(token).to.include({ outcome: 'retry' });
    expect(login.asked).to.deep.equal([]);
  });
});
