import { expect } from 'chai';
import { ownerSign } from '../../../../../../src/channels/teams/receiver/parse/ids.ts';
import {
  ANNA,
  BOT,
  botJoined,
  botLeft,
  CHANNEL,
  CHAT,
  DESK,
  event,
  homeOpened,
  IN_CHAT,
  im,
  mention,
  press,
  submission,
  TEAM,
  TS,
} from '../payloads.ts';
import { inboundOf, parse, said } from './parsing.ts';

describe('what Slack sends becomes events', () => {
  it('a message to the bot alone', () => {
    expect(inboundOf(im())).to.deep.equal({
      id: `slack/${TEAM}/Ev0MESSAGE1`,
      organisation: 'porsanger',
      conversation: IN_CHAT,
      from: { user: ANNA, desk: false, locale: null, role: null, site: null },
      what: said('Skriveren virker ikke'),
      ahead: 0,
      dedupeKeys: [`${IN_CHAT}#said/${CHAT}/${TS}`],
      reach: {
        place: `slack/${TEAM}/${CHAT}`,
        address: { team: TEAM, enterprise: null, channel: CHAT, thread: null, user: ANNA },
      },
    });
  });

  it('a message in a thread of a chat belongs to the chat', () => {
    expect(inboundOf(im({ thread_ts: '1763885000.000100' })).conversation).to.equal(IN_CHAT);
  });

  it('a mention begins a thread, and in one it stays there', () => {
    const first = inboundOf(mention());
    expect(first.what).to.deep.equal(said('systemet er nede'));
    expect(first.conversation).to.equal(`slack/porsanger/${TEAM}/${CHANNEL}:${TS}/${ANNA}`);
    expect(first.reach?.address).to.include({ channel: CHANNEL, thread: TS });
    const within = inboundOf(mention({ thread_ts: '1763885000.000100', ts: '1763885642.999999' }));
    expect(within.conversation).to.equal(`slack/porsanger/${TEAM}/${CHANNEL}:1763885000.000100/${ANNA}`);
  });

  it('a mention without words is a message without words', () => {
    expect(inboundOf(mention({ text: `<@${BOT}>` })).what).to.deep.equal(said(''));
  });

  it('where Slack does not say who the bot is, the first mention is its own', () => {
    const text = `<@${BOT}> spør <@U0OLA0000|Ola>`;
    const sent = mention({ text }, { authorizations: undefined });
    expect(inboundOf(sent).what).to.deep.equal(said('spør @Ola'));
  });

  it('pictures among the files', () => {
    const picture = {
      mimetype: 'image/png',
      url_private: 'https://files.slack.com/a/feil.png',
      name: 'feil.png',
    };
    const files = [
      picture,
      { mimetype: 'application/pdf', url_private: 'https://files.slack.com/a/b.pdf', name: 'b.pdf' },
      { id: 'F1', file_access: 'check_file_info' },
      { mimetype: 'image/jpeg', url_private: 'javascript:alert(1)' },
    ];
    expect(inboundOf(im({ subtype: 'file_share', text: '', files })).what).to.deep.equal({
      kind: 'said',
      text: '',
      pictures: [{ name: 'feil.png', address: picture.url_private }],
    });
  });

  it('the channel of IT’s desk is one conversation, whoever writes there', () => {
    const [anna, bob] = [
      inboundOf(mention({ channel: DESK })),
      inboundOf(mention({ channel: DESK, user: 'U0BOB' })),
    ];
    expect([anna.conversation, bob.conversation]).to.deep.equal(['desk/porsanger', 'desk/porsanger']);
    expect([anna.from.desk, bob.from.desk, bob.from.user]).to.deep.equal([true, true, 'U0BOB']);
  });

  it('the bot came into a channel, and went', () => {
    expect(inboundOf(botJoined)).to.deep.include({
      conversation: `slack/porsanger/${TEAM}/${CHANNEL}/${ANNA}`,
      what: { kind: 'came' },
    });
    expect(inboundOf(botJoined).reach?.place).to.equal(`slack/${TEAM}/${CHANNEL}`);
    for (const type of ['channel_left', 'group_left'])
      expect(inboundOf(event({ type, channel: CHANNEL, actor_id: ANNA }))).to.deep.include({
        what: { kind: 'left' },
      });
    expect(inboundOf(botLeft).reach?.place).to.equal(`slack/${TEAM}/${CHANNEL}`);
    const member = { type: 'member_left_channel', user: BOT, channel: CHANNEL };
    expect(inboundOf(event(member)).what).to.deep.equal({ kind: 'left' });
  });

  it('a chat was opened: once, however often', () => {
    const [first, again] = [homeOpened('messages'), { ...homeOpened('messages'), event_id: 'Ev0LATER' }];
    expect(inboundOf(first)).to.deep.include({ conversation: IN_CHAT, what: { kind: 'came' } });
    expect(inboundOf(first).dedupeKeys).to.deep.equal(inboundOf(again).dedupeKeys);
  });

  it('a button that is pressed twice within seconds, but not one that is pressed again later', () => {
    const keysAt = (seconds: number): readonly string[] => {
      const [action] = press({}).actions as object[];
      return inboundOf(press({ actions: [{ ...action, action_ts: `${seconds}.5` }] })).dedupeKeys ?? [];
    };
    const first = keysAt(1_763_885_650);
    expect(first.every((key) => key.startsWith(`${IN_CHAT}#pressed/${TS}/3-1/`))).to.equal(true);
    expect(keysAt(1_763_885_670).some((key) => first.includes(key))).to.equal(true);
    expect(keysAt(1_763_885_720).some((key) => first.includes(key))).to.equal(false);
  });

  it('a pressed button, with what was filled in', () => {
    const state = {
      values: {
        where: { where: { type: 'plain_text_input', value: 'Rom 203' } },
        hit: { hit: { type: 'static_select', selected_option: { value: 'several' } } },
        days: { days: { type: 'checkboxes', selected_options: [{ value: 'a' }, { value: 'b' }] } },
        at: { at: { type: 'datepicker', selected_date: '2026-11-22' } },
        empty: { empty: { type: 'plain_text_input', value: null } },
        odd: { odd: 'text' },
      },
    };
    expect(inboundOf(press({ state }))).to.deep.include({
      id: `slack/${TEAM}/13345224609.738474920.8088930838d88f`,
      conversation: IN_CHAT,
      what: {
        kind: 'pressed',
        choice: '3-1',
        fields: { where: 'Rom 203', hit: 'several', days: 'a, b', at: '2026-11-22', empty: '' },
      },
    });
  });

  it('a modal, whose conversation it keeps itself', () => {
    const parsed = parse(submission());
    expect(parsed).to.include({ outcome: 'modal', view: 'V0MODAL00' });
    expect(inboundOf(submission())).to.deep.include({
      conversation: IN_CHAT,
      what: {
        kind: 'pressed',
        choice: '4-1',
        fields: { where: 'Rom 203', hit: 'several', role: '', since: '', none: '' },
      },
    });
    const thread = `slack/porsanger/${TEAM}/${CHANNEL}:${TS}/${ANNA}`;
    const there = submission({ channel: CHANNEL, thread: TS, of: ownerSign(thread) });
    expect(inboundOf(there).conversation).to.equal(thread);
    expect(parse(submission({ channel: CHANNEL, thread: TS }))).to.include({ outcome: 'foreign' });
  });
});
