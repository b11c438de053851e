import { type LogLevel, SocketModeClient } from '@slack/socket-mode';
import { expect } from 'chai';
import type { Json } from '../support/slack/check.ts';
import { FakeSlack } from '../support/slack/fake-slack.ts';
import { FakeSocketMode } from '../support/slack/socket.ts';

/** A broken connection is what these tests are about; the client would print it. */
const QUIET = {
  ...{ debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
  ...{ setLevel: () => undefined, setName: () => undefined, getLevel: () => 'error' as LogLevel },
};

/** Waits for something that comes over a connection of this machine. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

interface Came {
  readonly body: Json;
  readonly retry: number | undefined;
}

describe("the fake Slack's Socket Mode, with Slack's own client", () => {
  let slack: FakeSlack;
  let socket: FakeSocketMode;
  let client: SocketModeClient;
  let came: Came[];
  let answer: Json | null;

  beforeEach(async () => {
    slack = await FakeSlack.start();
    socket = await FakeSocketMode.start(slack);
    came = [];
    answer = {};
    client = new SocketModeClient({
      ...{ appToken: slack.appToken.token, logger: QUIET },
      ...{ clientOptions: { slackApiUrl: slack.apiUrl }, clientPingTimeout: 50 },
    });
    client.on('slack_event', async ({ body, ack, retry_num: retry }) => {
      came.push({ body, retry });
      if (answer !== null) await ack(answer);
    });
    await client.start();
  });
  afterEach(async () => {
    await client.disconnect();
    await socket.stop();
    slack.stop();
  });

  const event = (id: string) => ({ type: 'event_callback', event_id: id, event: { type: 'app_mention' } });

  it('says hello, and hands out what comes of each envelope', async () => {
    expect(socket.connections).to.equal(1);
    const ack = await socket.deliver('events_api', event('Ev1'));
    expect(ack.payload).to.equal(null);
    answer = { response_action: 'errors', errors: { place: 'x' } };
    expect((await socket.deliver('interactive', { type: 'view_submission' })).payload).to.deep.equal(answer);
    expect(came.map(({ body }) => body.type)).to.deep.equal(['event_callback', 'view_submission']);
    expect(socket.unacked).to.equal(0);
  });

  it('carries long texts in one piece', async () => {
    const text = 'æ'.repeat(40_000);
    await socket.deliver('slash_commands', { command: '/fault', text });
    expect(came[0]?.body).to.deep.equal({ command: '/fault', text });
  });

  it('sends again what is not acknowledged, as a repetition', async () => {
    answer = null;
    const acked = socket.deliver('events_api', event('Ev1'));
    await until(() => came.length === 1);
    expect(socket.unacked).to.equal(1);
    answer = {};
    socket.resend();
    await acked;
    expect(came.map(({ body, retry }) => [body.event_id, retry])).to.deep.equal([
      ['Ev1', 0],
      ['Ev1', 1],
    ]);
  });

  for (const [how, end] of [
    ['is told to come again', () => socket.disconnect('refresh_requested')],
    ['is dropped', () => socket.drop()],
    ['is closed', () => socket.close()],
  ] as const)
    it(`keeps what nobody acknowledged for the next connection when one ${how}`, async () => {
      answer = null;
      const acked = socket.deliver('events_api', event('Ev1'));
      await until(() => came.length === 1);
      end();
      await until(() => socket.connections === 0);
      const meanwhile = socket.deliver('events_api', event('Ev2'));
      answer = {};
      await Promise.all([acked, meanwhile]);
      expect(came.map(({ body }) => body.event_id)).to.deep.equal(['Ev1', 'Ev1', 'Ev2']);
    });

  it('lets in only who has a ticket, and each ticket once', async () => {
    const refused = (url: string) =>
      new Promise<boolean>((resolve) => {
        const web = new WebSocket(url);
        web.addEventListener('open', () => resolve(false));
        web.addEventListener('error', () => resolve(true));
      });
    const headers = { Authorization: `Bearer ${slack.appToken.token}` };
    const opened = await fetch(`${slack.apiUrl}apps.connections.open`, { method: 'POST', headers });
    const { url } = (await opened.json()) as { url: string };
    expect(await refused(url)).to.equal(false);
    expect(await refused(url)).to.equal(true);
    expect(await refused(url.replace(/ticket=[^&]*/, 'ticket=none'))).to.equal(true);
  });

  it('is opened with a good token of the app alone', async () => {
    const open = async (token: string) => {
      const headers = { Authorization: `Bearer ${token}` };
      const response = await fetch(`${slack.apiUrl}apps.connections.open`, { method: 'POST', headers });
      return ((await response.json()) as Json).error;
    };
    expect(await open('xapp-other')).to.equal('invalid_auth');
    expect(await open(slack.addWorkspace().token)).to.equal('not_allowed_token_type');
    slack.appToken.state = 'revoked';
    expect(await open(slack.appToken.token)).to.equal('token_revoked');
  });
});
