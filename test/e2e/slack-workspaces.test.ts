import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { eventually } from '../support/agents-playground/eventually.ts';
import { shippedText } from '../support/playbooks.ts';
import { driftvakt, ServiceProcess } from '../support/service-process.ts';
import { FAKE_APP } from '../support/slack/app.ts';
import { appUninstalled } from '../support/slack/events.ts';
import { FakeSlack } from '../support/slack/fake-slack.ts';
import { Installer } from '../support/slack/installer.ts';
import { Resident } from '../support/slack/resident.ts';
import { FakeSocketMode } from '../support/slack/socket.ts';
import { httpWire, socketWire } from '../support/slack/wire.ts';
import type { FakeWorkspace } from '../support/slack/workspace.ts';

const HALF_DAY = 12 * 3_600_000;

/** Two workspaces, each named by another playbook, and the service as a user starts it, on a file. */
describe('the service in several workspaces of Slack', function () {
  this.timeout(90_000);
  let folder: string;
  let slack: FakeSlack;
  let [north, south]: FakeWorkspace[] = [];
  let service: ServiceProcess;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'driftvakt-slack-'));
    slack = await FakeSlack.start();
    north = slack.addWorkspace({ team: 'T0NORTH000', domain: 'porsanger', isInstalled: false });
    south = slack.addWorkspace({ team: 'T0SOUTH000', domain: 'harjedalen', isInstalled: false });
    name('porsanger', 'T0NORTH000');
    name('harjedalen', 'T0SOUTH000');
    service = await start();
  });
  after(async () => {
    await service?.stop();
    slack.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function name(organisation: 'porsanger' | 'harjedalen', team: string): void {
    const text = `${shippedText(organisation)}\nslack:\n  workspaces: [${team}]\n`;
    writeFileSync(join(folder, `${organisation}.yaml`), text);
  }

  function start(more: Record<string, string> = {}): Promise<ServiceProcess> {
    return ServiceProcess.start({
      ...{ SLACK_CLIENT_ID: FAKE_APP.clientId, SLACK_CLIENT_SECRET: FAKE_APP.clientSecret },
      ...{ SLACK_SIGNING_SECRET: FAKE_APP.signingSecret, SLACK_API_URL: slack.apiUrl },
      ...{ DRIFTVAKT_PLAYBOOKS: folder, DRIFTVAKT_STORE: join(folder, 'store.sqlite') },
      ...{ DRIFTVAKT_LINK_SECRET: 'the first secret of these tests 1', ...more },
    });
  }

  const wire = () => httpWire(new URL('slack/events', service.address).href, () => Date.now());
  const installer = () => new Installer(service.address, slack);
  let people = 0;

  /** Somebody new, and how they are answered when they write. */
  function somebody(workspace: FakeWorkspace | undefined): Resident {
    if (workspace === undefined) throw new Error('there is no such workspace');
    people += 1;
    return new Resident(workspace.addUser({ name: `person${people}` }), { workspace, wire: wire() });
  }
  async function isAnswered(workspace: FakeWorkspace | undefined): Promise<void> {
    const person = somebody(workspace);
    expect((await person.say('skriveren virker ikke')).status).to.equal(200);
    await eventually(
      () => person.messages.length > 0,
      () => `no answer in ${workspace?.team}: ${service.printed}`,
    );
  }
  const installed = (workspace: FakeWorkspace | undefined, isRotating = false) =>
    installer().install({ workspace: workspace as FakeWorkspace, user: 'U0ADMIN', isRotating });

  it('is installed from its page in both, and answers each with its own token', async () => {
    expect((await installer().page()).text).to.contain('Legg til i Slack');
    const first = await installed(north);
    expect(first.text).to.contain('for Porsanger kommune');
    expect(first.status).to.equal(200);
    expect((await installed(south, true)).text).to.contain('Driftvakt er nå i harjedalen');
    await Promise.all([isAnswered(north), isAnswered(south)]);
    const teams = slack.seenOf('chat.postMessage').map(({ team, error }) => [team, error]);
    expect(teams).to.deep.include.members([
      ['T0NORTH000', null],
      ['T0SOUTH000', null],
    ]);
  });

  it('knows them after it was killed, with a token that is renewed when it has ended', async () => {
    await service.kill();
    slack.clock.advance(HALF_DAY);
    service = await start();
    await Promise.all([isAnswered(north), isAnswered(south)]);
    const renewals = slack
      .seenOf('oauth.v2.access')
      .filter(({ args }) => args.grant_type === 'refresh_token');
    expect(renewals.map(({ error }) => error)).to.deep.equal([null]);
    expect(south?.tokens.size).to.equal(2);
  });

  it('stops in one that removed it, holds what was to be said there, and says it once when it is back', async () => {
    const bo = somebody(north);
    north?.endTokens('inactive');
    expect((await bo.say('skriveren virker ikke')).status).to.equal(200);
    expect((await wire().event(appUninstalled(north as FakeWorkspace))).status).to.equal(200);
    await eventually(
      () => service.printed.includes('a workspace removed the app'),
      () => service.printed,
    );
    await isAnswered(south);
    await service.stop();
    service = await start();
    expect(bo.messages).to.have.lengthOf(0);
    await installed(north);
    await eventually(
      () => bo.messages.length > 0,
      () => `nothing came after all: ${service.printed}`,
    );
    await isAnswered(north);
    expect(bo.offers('Det gjelder bare meg')).to.equal(true);
    const posted = slack.seenOf('chat.postMessage', bo.channel.id).filter(({ error }) => error === null);
    expect(posted).to.have.lengthOf(bo.messages.length);
    expect(new Set(bo.texts).size).to.equal(bo.messages.length);
  });

  it('keeps its installations when the secret is changed and the former one is named', async () => {
    await service.stop();
    const secrets = {
      DRIFTVAKT_LINK_SECRET: 'the second secret of these tests 2',
      DRIFTVAKT_LINK_SECRET_BEFORE: 'the first secret of these tests 1',
    };
    service = await start(secrets);
    await Promise.all([isAnswered(north), isAnswered(south)]);
    await service.stop();
    service = await start({ DRIFTVAKT_LINK_SECRET: secrets.DRIFTVAKT_LINK_SECRET });
    await Promise.all([isAnswered(north), isAnswered(south)]);
  });

  it('keeps no token in the open, neither in its log nor on the disk', async () => {
    await service.stop();
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
    const kept = files
      .filter(({ name }) => name.startsWith('store.sqlite'))
      .map(({ name }) => readFileSync(join(folder, name), 'latin1'));
    expect(kept.join('')).to.contain('slack-installation');
    for (const text of [...kept, service.printed]) expect(text).not.to.match(/xox[be][.-]/);
    service = await start();
  });

  it('is installed in the same way where Slack sends over Socket Mode', async () => {
    await service.stop();
    const socket = await FakeSocketMode.start(slack);
    const more = {
      SLACK_SIGNING_SECRET: '',
      SLACK_APP_TOKEN: FAKE_APP.appToken,
      DRIFTVAKT_STORE: ':memory:',
    };
    service = await start(more);
    await socket.connected();
    await installed(north);
    const person = new Resident((north as FakeWorkspace).addUser({ name: 'kari' }), {
      ...{ workspace: north as FakeWorkspace, wire: socketWire(socket) },
    });
    await person.say('skriveren virker ikke');
    await eventually(
      () => person.messages.length > 0,
      () => service.printed,
    );
    await service.stop();
    socket.stop();
    service = await start();
  });

  it('is off with half of what it needs, and says what is missing', () => {
    const production = {
      ...{ NODE_ENV: 'production', PORT: '0', SLACK_SIGNING_SECRET: FAKE_APP.signingSecret },
      ...{ SLACK_CLIENT_ID: FAKE_APP.clientId, SLACK_CLIENT_SECRET: FAKE_APP.clientSecret },
    };
    const { code, err } = driftvakt(['serve'], production);
    expect(code).not.to.equal(0);
    expect(err).to.contain('DRIFTVAKT_PUBLIC_URL is missing').and.contain('DRIFTVAKT_LINK_SECRET is missing');
  });
});
