import { networkInterfaces } from 'node:os';
import { expect } from 'chai';
import { teamsVerifier } from '../../src/channels/teams/receiver/verify.ts';
import { AgentsPlayground } from '../support/agents-playground/agents-playground.ts';
import type { ChatKind } from '../support/agents-playground/conversations.ts';
import { ClientProcess } from '../support/agents-playground/process.ts';
import { RestBot } from '../support/agents-playground/rest-bot.ts';
import { SigningProxy } from '../support/agents-playground/signing-proxy.ts';
import { Wire } from '../support/agents-playground/wire.ts';
import { Browser, hasBrowser } from '../support/browser.ts';
import { Issuer } from '../support/teams/issuer.ts';

const APP = '1c2d3e4f-1111-2222-3333-444455556666';

describe('the driver of Microsoft’s own client, in a browser', function () {
  this.timeout(60_000);
  let bot: RestBot;
  let browser: Browser;
  let client: AgentsPlayground;

  before(async function () {
    if (!hasBrowser()) this.skip();
    browser = await Browser.start();
    bot = await RestBot.start();
    client = await AgentsPlayground.start(bot.endpoint, browser);
  });
  after(async () => {
    const faults = client?.faults ?? [];
    await client?.stop();
    await browser?.stop();
    bot?.stop();
    expect(faults, 'what the page complained of').to.deep.equal([]);
  });

  const greetings: Readonly<Record<ChatKind, string>> = {
    personal: 'installed: personal',
    group: 'installed: groupChat',
    channel: 'installed: channel',
  };
  for (const kind of ['personal', 'group', 'channel'] satisfies ChatKind[]) {
    it(`installs, writes, fills in, presses, and sees cards replaced: ${kind}`, async () => {
      await client.openChat(kind);
      await client.until('the greeting', (answers) => answers.some(({ text }) => text === greetings[kind]));

      await (kind === 'personal' ? client.say('hello') : client.mention('hello'));
      await client.settled();
      const [asked] = (await client.answers()).slice(-1);
      expect(asked).to.deep.include({ text: 'You wrote: hello', note: null });
      expect(asked?.buttons).to.include.members(['Answer', 'Submit']);

      await client.fill('Your name', 'Åse');
      await client.fill('How many', 'Many');
      await client.fill('I agree', 'true');
      await client.press('Answer');
      await client.settled(2);
      const [answered, byItself] = (await client.answers()).slice(-2);
      expect(answered).to.deep.include({
        ...{ from: 'bot', text: 'Answered: Åse, many, true', note: 'Your response was sent to the app' },
      });
      expect(byItself).to.deep.include({ text: 'And by myself', buttons: [] });

      await client.press('Slow');
      await client.until('the replaced card', (answers) => answers.some(({ text }) => text === 'Finished'));

      await client.press('Submit');
      await client.settled();
      expect((await client.answers()).at(-1)?.text).to.match(/^submitted: .*"token":"one-use"/);
    });
  }

  it('stays in its thread of a channel, whatever threads come after it', async () => {
    await client.openChat('channel');
    await client.mention('first');
    await client.settled();
    await beginThread(client, 'From the bot');
    await client.page.getByText('From the bot').first().waitFor();
    await client.reply('again');
    await client.settled();
    expect((await client.answers()).map(({ text }) => text)).to.deep.equal([
      'You wrote: first',
      'You wrote: again',
    ]);
  });

  it('keeps from the bot what does not mention it in a group', async () => {
    const before = bot.received.length;
    await client.openChat('group');
    await client.say('just among us');
    await client.mention('and now you');
    await client.settled();
    expect(bot.received.slice(before).map(({ text }) => text)).to.deep.equal([
      '<at>Test Bot</at> and now you',
    ]);
  });

  it('reaches nothing but this machine', () => {
    expect(client.blocked.every((address) => address.includes('.cdn.office.net/'))).to.equal(true);
  });
});

describe('the driver of Microsoft’s own client, without a browser', function () {
  this.timeout(40_000);

  it('does the same through its API, with tokens that the receiver proves', async () => {
    const issuer = await Issuer.start();
    const clock = { now: () => Temporal.Now.instant() };
    const tenants = ['00000000-0000-0000-0000-0000000000001'];
    const app = {
      appId: APP,
      credentials: { kind: 'password', password: 'a secret' } as const,
      appTenantId: APP,
      tenants,
      cloud: issuer.cloud,
    };
    const verify = await teamsVerifier(app, clock);
    const bot = await RestBot.start(
      async (headers, body) => (await verify(headers, body, '127.0.0.1')).outcome === 'verified',
    );
    const proxy = await SigningProxy.start(bot.endpoint, {
      appId: APP,
      sign: (claims) => issuer.token(claims),
    });
    const client = await ClientProcess.start(proxy.endpoint);
    const wire = await Wire.open(client.address);
    try {
      await wire.install('personal');
      expect(await wire.next()).to.deep.include({ action: 'createMessage' });
      const thread = await wire.post('hello', 'channel');
      const asked = await wire.next();
      if (asked.action !== 'createMessage') throw new Error(`it did ${asked.action}`);
      expect(asked.actionConversationId).to.equal(thread);
      const data = { name: 'Åse', size: 'one', agreed: 'false' };
      const answer = await wire.execute(thread, asked.message.messageId, 'answer', data);
      expect(JSON.stringify(answer)).to.include('Answered: Åse, one, false');
      expect(await wire.next()).to.nested.include({ 'message.text': 'And by myself' });
      await wire.execute(thread, asked.message.messageId, 'slow', data);
      expect(await wire.next()).to.deep.include({ action: 'updateMessage' });
      await wire.submit(thread, asked.message.messageId, { a: 'b' });
      expect(await wire.next()).to.nested.include({ 'message.text': 'submitted: {"a":"b"}' });
      expect([bot.refused, bot.received.length]).to.deep.equal([0, proxy.passed]);
    } finally {
      wire.close();
      await client.stop();
      proxy.stop();
      bot.stop();
      issuer.stop();
    }
  });

  it('cannot be reached from other machines, nor by anybody once it has ended', async () => {
    const bot = await RestBot.start();
    const client = await ClientProcess.start(bot.endpoint);
    try {
      const { port } = new URL(client.address);
      const others = Object.values(networkInterfaces())
        .flatMap((all = []) => all)
        .filter(({ internal }) => !internal);
      for (const { address, family } of others) {
        const host = family === 'IPv6' ? `[${address}]` : address;
        expect(await isReached(`http://${host}:${port}/_debug/ping`), address).to.equal(false);
      }
      expect(await isReached(`${client.address}/_debug/ping`)).to.equal(true);
      await client.stop();
      expect(await isReached(`${client.address}/_debug/ping`)).to.equal(false);
    } finally {
      await client.stop();
      bot.stop();
    }
  });
});

/** As a bot does that writes to a channel first. */
async function beginThread({ address, world }: AgentsPlayground, text: string): Promise<void> {
  const channelData = { channel: { id: world.conversations.channel } };
  const response = await fetch(`${address}/_connector/v3/conversations`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ isGroup: true, channelData, activity: { type: 'message', text } }),
  });
  expect(response.status).to.equal(201);
}

async function isReached(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}
