import { expect } from 'chai';
import {
  ANNA,
  BOT,
  CHANNEL,
  DESK,
  ENTERPRISE,
  event,
  globalShortcut,
  im,
  mention,
  messageAction,
  OTHER,
  press,
  REFUSING,
  submission,
  TEAM,
  TS,
} from '../payloads.ts';
import { direct, inboundOf, parse, reason } from './parsing.ts';

describe('guests', () => {
  const stranger = { user_team: OTHER, source_team: OTHER, team: OTHER };
  const strange = {
    'a message of another organisation': mention(stranger, { is_ext_shared_channel: true }),
    'a message of a guest of the workspace': im({ user_profile: { is_restricted: true } }),
    'a message of a guest of one channel': im({ user_profile: { is_ultra_restricted: true } }),
    'a message of a stranger': im({ user_profile: { is_stranger: true } }),
    'a press of another organisation': press({ user: { id: ANNA, team_id: OTHER } }),
    'a modal of another organisation': submission({}, { user: { id: ANNA, team_id: OTHER } }),
    'a reported message': messageAction({}, { user: { id: ANNA, team_id: OTHER } }),
  };
  for (const [name, payload] of Object.entries(strange))
    it(`are refused where the playbook says so, and else answered: ${name}`, () => {
      expect(parse(payload, REFUSING)).to.deep.include({ outcome: 'guest', isCommand: false });
      expect(parse(payload).outcome).to.be.oneOf(['event', 'modal', 'direct']);
    });

  it('are told where they wrote', () => {
    expect(parse(mention(stranger), REFUSING)).to.deep.include({ spot: { channel: CHANNEL, thread: TS } });
  });

  it('are not those of another workspace of the same organisation', () => {
    const both = { ...REFUSING, isOwn: (_: string, home: string) => home === TEAM || home === OTHER };
    expect(parse(mention(stranger), both).outcome).to.equal('event');
  });

  it('do not speak for IT', () => {
    const guest = inboundOf(mention({ ...stranger, channel: DESK }));
    expect(guest.conversation).to.equal(`slack/porsanger/${TEAM}/${DESK}:${TS}/${ANNA}`);
    expect(guest.from.desk).to.equal(false);
  });
});

describe('through which installation', () => {
  it('our own, though it happened in a workspace of others', () => {
    const sent = mention({}, { team_id: OTHER, context_team_id: OTHER, context_enterprise_id: 'E0OTHER' });
    expect(inboundOf(sent).reach?.address).to.include({ team: TEAM, enterprise: null });
  });

  it('an app of a whole Enterprise organisation', () => {
    const authorizations = [{ enterprise_id: ENTERPRISE, team_id: null, user_id: BOT, is_bot: true }];
    const sent = im(
      { team: 'T0SCHOOL' },
      { team_id: 'T0SCHOOL', context_team_id: 'T0SCHOOL', authorizations },
    );
    expect(inboundOf(sent)).to.deep.include({ organisation: 'porsanger' });
    expect(inboundOf(sent).reach?.address).to.include({ team: 'T0SCHOOL', enterprise: ENTERPRISE });
    const user = { id: ANNA, team_id: 'T0SCHOOL' };
    const called = globalShortcut();
    expect(direct({ ...called, team: null, enterprise: { id: ENTERPRISE }, user }).actor).to.include({
      ...{ team: 'T0SCHOOL', enterprise: ENTERPRISE, guest: false },
    });
  });
});

describe('what of Slack is ignored, and why', () => {
  const reasons: Record<string, unknown> = {
    'ignored: a message in a channel, without a mention': im({ channel: CHANNEL, channel_type: 'channel' }),
    'ignored: an edited message': im({ subtype: 'message_changed', user: undefined }),
    'ignored: a deleted message': im({ subtype: 'message_deleted' }),
    'ignored: a message of Slack’s own': im({ subtype: 'channel_join' }),
    'ignored: from a bot': im({ bot_id: 'B0OTHER' }),
    'ignored: a message without words and pictures': im({ text: ' ' }),
    'ignored: somebody joined a channel, and it is not the bot': event({
      ...{ type: 'member_joined_channel', user: ANNA, channel: CHANNEL },
    }),
    'ignored: somebody left a channel, and it is not the bot': event({
      ...{ type: 'member_left_channel', user: ANNA, channel: CHANNEL },
    }),
    'ignored: a modal was closed': { type: 'view_closed' },
    'ignored: no organisation has this workspace': im({}, { authorizations: [], context_team_id: OTHER }),
    'ignored: something that is needed is missing or malformed': im({ ts: 'yesterday' }),
    'unknown: an event that is unknown here': event({ type: 'reaction_added' }),
    'unknown: a button that is unknown here': press({}, { value: undefined, url: 'tel:112' }),
    'unknown: an element that is unknown here': press({}, { type: 'static_select' }),
    'unknown: a modal that is unknown here': submission({ channel: undefined }),
    'unknown: a payload that is unknown here': { type: 'block_suggestion' },
  };
  for (const [why, payload] of Object.entries(reasons)) it(why, () => expect(reason(payload)).to.equal(why));

  it('Slack’s own words, other bots’, and the bot’s', () => {
    for (const user of ['USLACKBOT', BOT]) expect(reason(im({ user }))).to.equal('ignored: from a bot');
    expect(reason(im({ subtype: 'bot_message' }))).to.equal('ignored: from a bot');
    expect(reason(mention({ bot_id: 'B1' }))).to.equal('ignored: from a bot');
  });
});
