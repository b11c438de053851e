import { expect } from 'chai';
import { conversationName } from '../../../src/channels/teams/receiver/parse/ids.ts';
import type { Delivery } from '../../../src/ports/store/outbox.ts';
import { deliveryOf } from '../../../src/runtime/names.ts';
import { at, shipped } from '../../support/playbooks.ts';
import type { ConnectorFault } from '../../support/teams/connector-faults.ts';
import { buttonsOf, cardOf } from '../../support/teams/read-card.ts';
import { Resident } from '../../support/teams/resident.ts';
import { closeAuthorities, TeamsTown, TOWN_TENANT } from '../../support/teams/teams-town.ts';

const HOUR_MS = 3_600_000;

/** What is counted at the connector, and how the delivery ends. */
interface Expected {
  /** Requests that create a message, within two hours. */
  readonly posts: number;
  /** Messages that the person has at last. */
  readonly messages: number;
  readonly state: Delivery['state'];
  /** When the second request may come at the earliest, in ms. */
  readonly waitsMs?: number;
}

const SENT_AT_LAST = { posts: 2, messages: 1, state: 'sent' } as const;
const NOBODY_KNOWS = { posts: 1, messages: 0, state: 'ambiguous' } as const;
const GONE = { posts: 1, messages: 0, state: 'failed' } as const;

describe('an answer of the bot in Teams, when the connector', () => {
  let town: TeamsTown;
  let anna: Resident;
  before(function () {
    this.timeout(20_000);
  });
  beforeEach(async () => {
    const playbook = shipped('porsanger');
    town = await TeamsTown.start(playbook, at(playbook, '2026-11-23T10:00').toInstant(), { answerMs: 300 });
    anna = new Resident(town, 'anna', { locale: 'nb-NO' });
  });
  afterEach(() => town.stop());
  after(closeAuthorities);

  async function deliveryNamed(key: string): Promise<Delivery | null> {
    const chat = { from: { id: '29:anna' }, conversation: { id: 'a:anna' } };
    return town.store.delivery(deliveryOf(conversationName(chat, 'porsanger', TOWN_TENANT), key));
  }

  async function passes(ms: number): Promise<void> {
    town.now = town.now.add({ milliseconds: ms });
    await town.engine.workThrough();
  }

  const rows: [string, ConnectorFault, Expected][] = [
    [
      'answers 429 with Retry-After',
      { status: 429, headers: { 'Retry-After': '120' } },
      { ...SENT_AT_LAST, waitsMs: 120_000 },
    ],
    ['answers 429 without Retry-After', { status: 429 }, SENT_AT_LAST],
    ['answers 412', { status: 412 }, SENT_AT_LAST],
    ['answers 500', { status: 500 }, NOBODY_KNOWS],
    ['answers 502', { status: 502 }, NOBODY_KNOWS],
    ['answers 503', { status: 503 }, NOBODY_KNOWS],
    ['answers 504', { status: 504 }, NOBODY_KNOWS],
    ['answers 408', { status: 408 }, NOBODY_KNOWS],
    ['breaks the connection off once it has the message', 'reset', NOBODY_KNOWS],
    ['never answers', 'hangs', NOBODY_KNOWS],
    ['answers 401, as the token was taken back', { status: 401 }, SENT_AT_LAST],
    ['does not take the card (400)', { status: 400, code: 'BadSyntax' }, SENT_AT_LAST],
    ['finds the card too large (413)', { status: 413, code: 'MessageSizeTooBig' }, SENT_AT_LAST],
    ['says that the conversation is gone (404)', { status: 404, code: 'ConversationNotFound' }, GONE],
    ['says that the bot is not in it (403)', { status: 403, code: 'BotNotInConversationRoster' }, GONE],
    ['says that the person blocked the bot (403)', { status: 403, code: 'MessageWritesBlocked' }, GONE],
  ];
  for (const [name, fault, { posts, messages, state, waitsMs = 0 }] of rows)
    it(`${name}: ${posts} POST${posts === 1 ? '' : 's'}, ${state}`, async () => {
      town.connector.failNextIn('a:anna', fault);
      expect((await anna.say('hei')).status).to.equal(200);
      expect(town.connector.requests('POST', 'a:anna')).to.equal(1);
      if (waitsMs > 0) await passes(waitsMs - 1);
      if (waitsMs > 0) expect(town.connector.requests('POST', 'a:anna')).to.equal(1);
      for (let i = 0; i < 8; i++) await passes(HOUR_MS / 4);
      expect(town.connector.requests('POST', 'a:anna')).to.equal(posts);
      expect(town.connector.requests('PUT', 'a:anna')).to.equal(0);
      expect(anna.messages).to.have.length(messages);
      expect((await deliveryNamed('1.1'))?.state).to.equal(state);
    });

  it('takes no cards: the same is said in words, and its numbers work', async () => {
    const noCards: ConnectorFault = { status: 400, code: 'BadSyntax' };
    town.connector.failNextIn('a:anna', noCards);
    await anna.say('skriveren virker ikke');
    await passes(1000);
    const [message] = anna.messages;
    expect(cardOf(message?.activity ?? {})).to.equal(null);
    const lines = String(message?.activity.text).split('\n');
    const choice = lines.find((line) => line.startsWith('1. '));
    expect(choice).to.be.a('string');
    await anna.say('1');
    expect(anna.messages.length).to.be.greaterThan(1);
    expect(anna.texts.at(-1)).to.not.equal(anna.texts[0]);
    // What was said in words has no buttons to take away.
    expect(town.connector.requests('PUT', 'a:anna')).to.equal(0);
  });

  it('is gone for the person: nothing more is sent until they write again', async () => {
    await anna.say('hei');
    town.connector.close('a:anna', 'MessageWritesBlocked');
    await anna.say('hvem ringer jeg nå?');
    const asked = town.connector.requests('POST', 'a:anna');
    expect(
      await town.engine.reached('porsanger', (await deliveryNamed('2.1'))?.destination ?? ''),
    ).to.deep.equal({
      outcome: 'left',
    });
    await passes(HOUR_MS);
    expect(town.connector.requests('POST', 'a:anna')).to.equal(asked);
    town.connector.reopen('a:anna');
    await anna.say('hei');
    expect(anna.texts.length).to.equal(2);
  });

  it('fails while a message is changed: it is changed later, and nothing is posted twice', async () => {
    for (const fault of [{ status: 503 }, { status: 500 }, 'reset', 'hangs', { status: 429 }] as const) {
      await anna.say('skriveren virker ikke');
      const { message, button } = anna.offer(buttonsOf(anna.messages.at(-1)?.activity ?? {})[0]?.title ?? '');
      const before = { posts: town.connector.requests('POST', 'a:anna'), updates: message.updates };
      town.connector.failNextIn('a:anna', fault);
      const { status } = await anna.press(message, button);
      expect(status).to.equal(200);
      expect(message.updates, JSON.stringify(fault)).to.equal(before.updates);
      for (let i = 0; i < 4; i++) await passes(60_000);
      expect(message.updates, JSON.stringify(fault)).to.equal(before.updates + 1);
      const posted = town.connector.requests('POST', 'a:anna') - before.posts;
      const keys = new Set(anna.messages.map(({ id }) => id));
      expect(posted, JSON.stringify(fault)).to.be.at.least(1);
      expect(keys.size).to.equal(anna.messages.length);
      await anna.say('avbryt');
    }
  });

  it('is asked to change a message that somebody deleted: it is posted anew, once', async () => {
    const playbook = shipped('falkenberg');
    const other = await TeamsTown.start(playbook, at(playbook, '2026-11-23T10:00').toInstant());
    try {
      const mia = new Resident(other, 'mia', { locale: 'sv-SE' });
      await mia.say('vad gör vi när appen inte fungerar?');
      for (const title of ['Utförare', 'Appen fungerar inte']) if (!hasTick(mia)) await mia.choose(title);
      const [message] = mia.messages.slice(-1);
      const tick = buttonsOf(message?.activity ?? {}).find(({ title }) => title.startsWith('Bocka av'));
      if (message === undefined || tick === undefined) throw new Error(mia.texts.join('\n---\n'));
      await mia.press(message, tick);
      expect(message.updates).to.equal(1);
      other.connector.failNextIn(mia.chat, { status: 404, code: 'ActivityNotFoundInConversation' });
      const before = mia.messages.length;
      const next = buttonsOf(message.activity).find(({ title }) => title.startsWith('Bocka av'));
      await mia.press(message, next ?? tick);
      expect(mia.messages.length).to.equal(before + 1);
      expect(mia.texts.at(-1)).to.contain('☑');
    } finally {
      await other.stop();
    }
  });
});

function hasTick({ messages }: Resident): boolean {
  return messages.some(({ activity }) =>
    buttonsOf(activity).some(({ title }) => title.startsWith('Bocka av')),
  );
}
