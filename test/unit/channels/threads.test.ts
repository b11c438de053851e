import { expect } from 'chai';
import { pino } from 'pino';
import { SlackSender } from '../../../src/channels/slack/sender.ts';
import type { Connector } from '../../../src/channels/teams/connector/connector.ts';
import { TeamsSender } from '../../../src/channels/teams/sender.ts';
import type { Message } from '../../../src/conversation/messages.ts';
import type { MessageBody, Sender } from '../../../src/ports/sender.ts';
import type { Json } from '../../../src/ports/store/json.ts';
import type { Delivery } from '../../../src/ports/store/outbox.ts';
import type { Reached } from '../../../src/runtime/reach.ts';
import { Stage } from './slack/api/stage.ts';

const LOG = pino({ level: 'silent' });
const said = (text: string): Message => ({
  ...{ kind: 'say', language: 'nb', tone: 'plain', choices: [] },
  text,
});

function deliveryOf(
  conversation: string,
  key: string,
  body: Partial<MessageBody>,
  more: Partial<Delivery> = {},
) {
  const whole: MessageBody = {
    ...{ organisation: 'porsanger', conversation, at: 0, asked: false },
    reply: { key, replaces: null, message: said(key) },
    ...body,
  };
  const delivery: Delivery = {
    ...{
      id: `${conversation}/${key}`,
      destination: conversation,
      kind: 'message',
      notBefore: 0,
      priority: 1,
    },
    ...{
      batch: null,
      topic: null,
      state: 'sending',
      reason: 'claimed',
      attempt: 1,
      tries: 1,
      changedAt: 0,
      unsure: false,
    },
    ...{ body: whole as unknown as Json, receipt: null },
    ...more,
  };
  return delivery;
}

/** A conversation, how it is reached, and what was sent there before. */
interface Scene {
  readonly conversation: string;
  readonly reached: Reached;
  readonly before: readonly Delivery[];
}

function around({ reached, before }: Scene) {
  return {
    engine: {
      reached: async () => reached,
      accept: async () => ({ outcome: 'accepted', event: '' }) as never,
    },
    outbox: { delivery: async (id: string) => before.find((each) => each.id === id) ?? null },
    deskAddress: () => null,
    log: LOG,
  };
}

describe('a message in the thread of another, in Teams', () => {
  const CHANNEL = '19:drift@thread.tacv2';

  /** Where the connector was asked to post it. */
  async function postedTo(place: string, root: Json, thread: string | null = 'root'): Promise<string[]> {
    const conversation = 'teams/porsanger/tenant/x';
    const address = { serviceUrl: 'https://x/', conversation: place, bot: '28:b', user: '29:u', tenant: 't' };
    const posted: string[] = [];
    const connector: Pick<Connector, 'post' | 'update'> = {
      async post(to) {
        posted.push(to.conversation);
        return { outcome: 'sent', activity: '2' };
      },
      update: async () => ({ outcome: 'sent', activity: '1' }),
    };
    const scene: Scene = {
      conversation,
      reached: { outcome: 'known', reach: { place: 'p', address }, user: 'u' },
      before: [deliveryOf(conversation, 'root', {}, { receipt: root })],
    };
    const sender: Sender = new TeamsSender({ ...around(scene), connector });
    const sending = await sender.send(deliveryOf(conversation, 'more', { thread }));
    expect(sending.outcome).to.equal('sent');
    return posted;
  }

  it('answers the post of a channel', async () => {
    expect(await postedTo(CHANNEL, { activity: '1700' })).to.deep.equal([`${CHANNEL};messageid=1700`]);
    expect(await postedTo('19:old@thread.skype', { activity: '1' })).to.deep.equal([
      '19:old@thread.skype;messageid=1',
    ]);
  });

  it('stays in the thread in which the conversation is', async () => {
    const within = `${CHANNEL};messageid=1600`;
    expect(await postedTo(within, { activity: '1700' })).to.deep.equal([within]);
  });

  it('is a new message in chats, which have no threads, and where nobody knows that the first one arrived', async () => {
    for (const chat of ['a:personal', '19:group@thread.v2', '19:meeting_x@thread.v2'])
      expect(await postedTo(chat, { activity: '1700' })).to.deep.equal([chat]);
    expect(await postedTo(CHANNEL, null)).to.deep.equal([CHANNEL]);
    expect(await postedTo(CHANNEL, { activity: '1700' }, null)).to.deep.equal([CHANNEL]);
  });
});

describe('a message in the thread of another, in Slack', () => {
  let slack: Stage;
  beforeEach(async () => {
    slack = await Stage.start();
  });
  afterEach(() => slack.stop());

  async function send(root: string | null, within: string | null = null) {
    const conversation = 'slack/porsanger/T1/x';
    const { team, enterprise } = slack.of;
    const address = { team, enterprise, channel: slack.channel.id, thread: within, user: slack.user };
    const receipt = root === null ? null : { ts: root, channel: slack.channel.id };
    const scene: Scene = {
      conversation,
      reached: { outcome: 'known', reach: { place: 'p', address }, user: 'u' },
      before: [deliveryOf(conversation, 'root', {}, { receipt })],
    };
    const sender = new SlackSender({ ...around(scene), api: slack.api });
    const sending = await sender.send(deliveryOf(conversation, 'more', { thread: 'root' }));
    expect(sending.outcome).to.equal('sent');
    return slack.town.messages(slack.channel.id).at(-1);
  }

  it('answers it', async () => {
    const root = slack.town.keep(slack.channel.id, { user: slack.town.bot.id, text: 'Nettet er nede' });
    expect(await send(root.ts)).to.include({ text: 'more', threadTs: root.ts });
  });

  it('stays in the thread in which the conversation is', async () => {
    const first = slack.town.keep(slack.channel.id, { user: slack.user, text: 'hei' });
    const root = slack.town.keep(slack.channel.id, {
      ...{ user: slack.town.bot.id, text: 'Nettet er nede', threadTs: first.ts },
    });
    expect(await send(root.ts, first.ts)).to.include({ threadTs: first.ts });
  });

  it('stands by itself where the first one is not known, or its thread is gone', async () => {
    expect(await send(null)).to.include({ text: 'more', threadTs: null });
    slack.slack.failNextIn({ method: 'chat.postMessage' }, { error: 'thread_not_found' });
    expect(await send('1700000000.000100')).to.include({ text: 'more', threadTs: null });
    expect(slack.calls('chat.postMessage')).to.equal(3);
  });
});
