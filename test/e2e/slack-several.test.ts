import { expect } from 'chai';
import { eventually } from '../support/agents-playground/eventually.ts';
import { hasRedis, RedisServer } from '../support/redis-server.ts';
import { ServiceProcess } from '../support/service-process.ts';
import { FAKE_APP } from '../support/slack/app.ts';
import { FakeSlack } from '../support/slack/fake-slack.ts';
import { Installer } from '../support/slack/installer.ts';
import { Resident } from '../support/slack/resident.ts';
import { FakeSocketMode } from '../support/slack/socket.ts';
import { httpWire, type SlackWire, socketWire } from '../support/slack/wire.ts';
import type { FakeWorkspace } from '../support/slack/workspace.ts';

const PUBLIC = 'https://bot.example.test';

describe('Slack with several processes', function () {
  this.timeout(90_000);
  let redis: RedisServer;
  let slack: FakeSlack;
  let workspace: FakeWorkspace;
  let processes: ServiceProcess[] = [];

  beforeEach(async function () {
    if (!hasRedis()) this.skip();
    [redis, slack] = await Promise.all([RedisServer.start(), FakeSlack.start()]);
    workspace = slack.addWorkspace({ isInstalled: false });
  });
  afterEach(async () => {
    await Promise.all(processes.map((service) => service.kill()));
    processes = [];
    slack?.stop();
    await redis?.stop();
  });

  async function start(more: Record<string, string>): Promise<void> {
    const environment = {
      ...{ DRIFTVAKT_STORE: redis.url, DRIFTVAKT_DEFAULT_ORG: 'porsanger', SLACK_API_URL: slack.apiUrl },
      ...{ SLACK_CLIENT_ID: FAKE_APP.clientId, SLACK_CLIENT_SECRET: FAKE_APP.clientSecret },
      ...{ DRIFTVAKT_PUBLIC_URL: PUBLIC, DRIFTVAKT_LINK_SECRET: 'the one secret of both processes 1' },
      ...more,
    };
    processes = await Promise.all([ServiceProcess.start(environment), ServiceProcess.start(environment)]);
  }

  const addressOf = (place: number): string => processes[place]?.address ?? '';
  const resident = (name: string, wire: SlackWire): Resident =>
    new Resident(workspace.addUser({ name }), { workspace, wire });

  /** Begun at one process, and ended at the other: a balancer sends the browser where it likes. */
  async function install(): Promise<void> {
    const browser = new Installer(addressOf(0), slack);
    const back = new URL(await browser.comeBack({ workspace, user: 'U0ADMIN', isRotating: false }));
    const there = new Installer(addressOf(1), slack);
    there.cookie = browser.cookie;
    const shown = await there.open(new URL(back.pathname + back.search, addressOf(1)).href);
    expect(shown.status, shown.text).to.equal(200);
  }

  async function isAnsweredOnce(people: readonly Resident[]): Promise<void> {
    await eventually(
      () => people.every(({ messages }) => messages.length > 0),
      () => processes.map(({ printed }) => printed).join('\n'),
    );
    for (const { messages, user } of people) expect(messages, user.name).to.have.lengthOf(1);
  }

  it('what one was told of an installation the others know: both answer', async () => {
    await start({ SLACK_SIGNING_SECRET: FAKE_APP.signingSecret });
    await install();
    const people = processes.map(({ address }, i) =>
      resident(`person-${i}`, httpWire(new URL('slack/events', address).href, Date.now)),
    );
    for (const person of people) await person.say('hei');
    await isAnsweredOnce(people);
  });

  it('Socket Mode in both: each is connected, and each message is answered once', async () => {
    const socket = await FakeSocketMode.start(slack);
    try {
      await start({ SLACK_APP_TOKEN: FAKE_APP.appToken });
      await install();
      await eventually(
        () => socket.connections === 2,
        () => `${socket.connections} are connected`,
      );
      const people = Array.from({ length: 8 }, (_, i) => resident(`person-${i}`, socketWire(socket)));
      await Promise.all(people.map((person) => person.say('hei')));
      await isAnsweredOnce(people);
    } finally {
      await socket.stop();
    }
  });
});
