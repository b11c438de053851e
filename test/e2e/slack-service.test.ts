import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { BOT_SCOPES } from '../../src/channels/slack/scopes.ts';
import { driftvakt, ServiceProcess } from '../support/service-process.ts';
import { FAKE_APP } from '../support/slack/app.ts';
import { FakeSlack } from '../support/slack/fake-slack.ts';
import { Resident } from '../support/slack/resident.ts';
import { FakeSocketMode } from '../support/slack/socket.ts';
import { httpWire, type SlackWire, socketWire } from '../support/slack/wire.ts';
import type { FakeWorkspace } from '../support/slack/workspace.ts';

describe('the service in Slack', function () {
  this.timeout(60_000);
  let slack: FakeSlack;
  let workspace: FakeWorkspace;
  beforeEach(async () => {
    slack = await FakeSlack.start();
    // What the manifest asks for, and no more.
    workspace = slack.addWorkspace({ scopes: BOT_SCOPES });
  });
  afterEach(() => slack.stop());

  const environment = () => ({
    SLACK_BOT_TOKEN: workspace.token,
    SLACK_API_URL: slack.apiUrl,
    DRIFTVAKT_DEFAULT_ORG: 'porsanger',
  });

  async function holdsAReport(wire: SlackWire): Promise<void> {
    const user = workspace.addUser({ id: 'U0ANNA000', name: 'anna' });
    const anna = new Resident(user, { workspace, wire });
    expect((await anna.say('skriveren virker ikke')).status).to.equal(200);
    await eventually(() => anna.offers('Det gjelder bare meg'));
    const { message } = anna.offer('Det gjelder bare meg');
    expect((await anna.choose('Det gjelder bare meg')).status).to.equal(200);
    await eventually(() => message.updates === 1 && anna.messages.length > 1);
    expect(anna.texts.join('\n')).to.contain('✓ Det gjelder bare meg');
  }

  it('holds a report over signed requests, and refuses others', async () => {
    const service = await ServiceProcess.start({
      ...environment(),
      SLACK_SIGNING_SECRET: FAKE_APP.signingSecret,
    });
    const address = new URL('slack/events', service.address).href;
    const forged = httpWire(address, () => Date.now(), 'somebody else’s secret');
    const eve = new Resident(workspace.addUser({ name: 'eve' }), { workspace, wire: forged });
    try {
      await holdsAReport(httpWire(address, () => Date.now(), FAKE_APP.signingSecret));
      expect(await eve.say('hei')).to.deep.equal({ status: 401, body: null });
    } finally {
      expect(await service.stop()).to.equal(0);
    }
    // What was taken in is answered by now: the service ends what it has begun.
    expect(eve.texts).to.deep.equal([]);
  });

  it('fetches a picture with the bot’s token, keeps it, and shows it by a link with a key', async () => {
    const [SLACK_SIGNING_SECRET, DRIFTVAKT_PUBLIC_URL] = [FAKE_APP.signingSecret, 'https://bot.example.org'];
    const variables = { ...environment(), SLACK_SIGNING_SECRET, DRIFTVAKT_PUBLIC_URL };
    const service = await ServiceProcess.start(variables);
    try {
      const user = workspace.addUser({ id: 'U0ANNA000', name: 'anna' });
      const wire = httpWire(new URL('slack/events', service.address).href, () => Date.now());
      const anna = new Resident(user, { workspace, wire });
      const file = workspace.addFile({ user: user.id, bytes: await picture() });
      expect((await anna.say('skriveren virker ikke', [file])).status).to.equal(200);
      await eventually(() => anna.offers('Det gjelder bare meg'));
      await anna.choose('Det gjelder bare meg');
      await anna.say('mine saker');
      await eventually(() => anna.offers('Åpne'));
      await anna.choose('Åpne');
      const link = () =>
        /https:\/\/bot\.example\.org\/(pictures\/[^"|]+)/.exec(JSON.stringify(anna.messages))?.[1];
      await eventually(() => link() !== undefined);
      // Slack no longer has to have it.
      file.deleted = true;
      const response = await fetch(new URL(link()?.replaceAll('&amp;', '&') ?? '', service.address));
      expect([response.status, response.headers.get('content-type')]).to.deep.equal([200, 'image/png']);
      expect(Buffer.from(await response.arrayBuffer()).equals(file.bytes)).to.equal(true);
    } finally {
      expect(await service.stop()).to.equal(0);
    }
  });

  it('holds a report over Socket Mode, and ends at once', async () => {
    const socket = await FakeSocketMode.start(slack);
    const service = await ServiceProcess.start({ ...environment(), SLACK_APP_TOKEN: FAKE_APP.appToken });
    try {
      await socket.connected();
      await holdsAReport(socketWire(socket));
    } finally {
      const begun = performance.now();
      expect(await service.stop()).to.equal(0);
      expect(performance.now() - begun).to.be.below(5000);
      socket.stop();
    }
  });

  it('does not start half set up, and says what is missing or too much', () => {
    const cases: [Record<string, string>, string][] = [
      [{ SLACK_BOT_TOKEN: workspace.token }, 'SLACK_SIGNING_SECRET'],
      [
        {
          SLACK_BOT_TOKEN: workspace.token,
          SLACK_CLIENT_ID: FAKE_APP.clientId,
          SLACK_CLIENT_SECRET: FAKE_APP.clientSecret,
          SLACK_SIGNING_SECRET: FAKE_APP.signingSecret,
        },
        'SLACK_CLIENT_ID is set beside SLACK_BOT_TOKEN',
      ],
    ];
    for (const [variables, said] of cases) {
      const { code, err } = driftvakt(['serve'], { ...variables, PORT: '0' });
      expect(err).to.contain(said);
      expect(code).to.not.equal(0);
      expect(err).to.not.contain(workspace.token);
    }
  });
});

function picture(): Promise<Buffer> {
  return readFile(new URL('../../manifests/teams/outline.png', import.meta.url));
}

async function eventually(isSo: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 15_000; !isSo(); await pause(20))
    if (Date.now() > deadline) throw new Error('it did not happen in time');
}
