import { expect } from 'chai';
import type { SlackOrganisations } from '../../../src/channels/slack/organisations.ts';
import type { Parsed } from '../../../src/channels/slack/receiver/parse/outcome.ts';
import { parse } from '../../../src/channels/slack/receiver/parse/parse.ts';
import { ownerSign } from '../../../src/channels/teams/receiver/parse/ids.ts';
import type { Inbound } from '../../../src/runtime/inbound.ts';
import { BOT, CHANNEL, DM, GUEST, type Payload, PERSON, payload, payloadNames, TEAM } from './payloads.ts';

const ORGANISATIONS: SlackOrganisations = {
  organisationOf: ({ team }) => (team === TEAM ? 'porsanger' : null),
  deskOf: () => null,
  isOwn: () => false,
  guestsOf: () => 'answer',
};
const CHAT = `slack/porsanger/${TEAM}/${DM}/${PERSON}`;
const ROOT = '1763885650.123459';
const THREAD = `slack/porsanger/${TEAM}/${CHANNEL}:${ROOT}/${PERSON}`;

/** A recording whose buttons belong to a conversation, as those that were sent do. */
function of(name: string, conversation: string): Payload {
  const text = JSON.stringify(payload(name)).replaceAll('q7Zr0aBcD-_1', ownerSign(conversation));
  return JSON.parse(text) as Payload;
}

function inboundOf(sent: Payload): Inbound {
  const parsed = parse(sent, ORGANISATIONS);
  if ('inbound' in parsed) return parsed.inbound;
  throw new Error(`no event: ${JSON.stringify(parsed)}`);
}

const parsed = (name: string): Parsed => parse(payload(name), ORGANISATIONS);
const said = (text: string) => ({ kind: 'said', text, pictures: [] });

describe('what Slack sends, as it was recorded', () => {
  it('a message to the bot alone', () => {
    expect(inboundOf(payload('message-im'))).to.deep.include({
      organisation: 'porsanger',
      conversation: CHAT,
      from: { user: PERSON, desk: false, locale: null, role: null, site: null },
    });
  });

  it('a message with everything that Slack marks up', () => {
    expect(inboundOf(payload('message-im-marked')).what).to.deep.equal(
      said(`Se siden (https://example.test/a?b=1&c=2) <her>, @${GUEST} og @channel i #drift`),
    );
  });

  it('a message with a picture', () => {
    const { what } = inboundOf(payload('message-file-share'));
    expect(what.kind === 'said' && what.pictures).to.have.lengthOf(1);
    expect(what)
      .to.have.nested.property('pictures[0].address')
      .that.matches(/^https:\/\/files\.slack\.com\//);
  });

  it('mentions: one begins a thread, one is in a thread, one has no words', () => {
    const [first, within] = [inboundOf(payload('app-mention')), inboundOf(payload('app-mention-in-thread'))];
    expect(first.what).to.have.property('text').that.does.not.include(BOT);
    expect(first.reach?.address)
      .to.have.property('thread')
      .that.matches(/^\d+\.\d+$/);
    expect(within.conversation).to.equal(THREAD);
    expect(inboundOf(payload('app-mention-only')).what).to.deep.equal(said(''));
  });

  it('a guest, who is known as one', () => {
    expect(parsed('message-guest')).to.have.nested.property('placed.actor.guest', true);
    expect(parsed('app-mention')).to.have.nested.property('placed.actor.guest', false);
    const refusing = { ...ORGANISATIONS, guestsOf: () => 'refuse' as const };
    expect(parse(payload('message-guest'), refusing)).to.include({ outcome: 'guest' });
  });

  it('a workspace of an Enterprise organisation', () => {
    expect(inboundOf(payload('enterprise-mention')).reach?.address).to.have.property(
      'enterprise',
      'E0F1NNMARKA',
    );
  });

  it('buttons: in a chat, in a thread with fields, of an ephemeral message', () => {
    expect(inboundOf(of('block-actions', CHAT))).to.deep.include({
      conversation: CHAT,
      what: { kind: 'pressed', choice: '3-1', fields: {} },
    });
    expect(inboundOf(of('block-actions-in-thread', THREAD))).to.deep.include({
      conversation: THREAD,
      what: { kind: 'pressed', choice: '3-1', fields: { place: 'Rom 203', service: 'network' } },
    });
    expect(inboundOf(of('block-actions-ephemeral', THREAD)).conversation).to.equal(THREAD);
  });

  it('a modal', () => {
    expect(parse(of('view-submission', CHAT), ORGANISATIONS).outcome).to.equal('modal');
    expect(inboundOf(of('view-submission', CHAT)).what).to.deep.equal({
      ...{ kind: 'pressed', choice: '4-1' },
      fields: { place: 'Rom 203', service: 'network' },
    });
  });

  it('the bot came and went', () => {
    expect(inboundOf(payload('member-joined-bot')).what).to.deep.equal({ kind: 'came' });
    expect(inboundOf(payload('channel-left')).what).to.deep.equal({ kind: 'left' });
    expect(inboundOf(payload('app-home-opened-messages')).what).to.deep.equal({ kind: 'came' });
  });

  const outcomes: Record<string, string> = {
    'app-home-opened': 'home',
    'app-home-opened-first': 'home',
    'app-uninstalled': 'removed',
    'tokens-revoked': 'removed',
    'message-action': 'direct',
    'global-shortcut': 'direct',
    'slash-command': 'direct',
    'block-actions-home': 'direct',
    // Of the recordings every button belongs to somebody else.
    'block-actions': 'foreign',
    'block-actions-in-thread': 'foreign',
    'block-actions-ephemeral': 'foreign',
    'view-submission': 'foreign',
    'message-channel': 'a message in a channel, without a mention',
    'message-in-thread': 'a message in a channel, without a mention',
    'message-changed': 'an edited message',
    'message-deleted': 'a deleted message',
    'message-own': 'from a bot',
    'message-other-bot': 'from a bot',
    'member-joined-person': 'somebody joined a channel, and it is not the bot',
    'view-closed': 'a modal was closed',
    // Answered before they are parsed (unpack.ts).
    'url-verification': 'a payload that is unknown here',
    'ssl-check': 'a payload that is unknown here',
  };
  for (const [name, expected] of Object.entries(outcomes))
    it(`${name}: ${expected}`, () => {
      const result = parsed(name);
      expect('reason' in result ? result.reason : result.outcome).to.equal(expected);
    });

  it('everything else is for the inbox', () => {
    const others = payloadNames().filter((name) => !(name in outcomes));
    expect(others.length).to.be.above(8);
    for (const name of others) expect(parsed(name).outcome, name).to.equal('event');
  });
});
