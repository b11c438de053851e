import { expect } from 'chai';
import { COMMANDS } from '../../../../../../src/channels/slack/receiver/parse/commands.ts';
import {
  directInbound,
  placedDirect,
  reportedWords,
} from '../../../../../../src/channels/slack/receiver/parse/direct.ts';
import { ownerSign } from '../../../../../../src/channels/teams/receiver/parse/ids.ts';
import {
  ANNA,
  BOT,
  CHANNEL,
  CHAT,
  command,
  DESK,
  ENTERPRISE,
  globalShortcut,
  homeOpened,
  homePress,
  IN_CHAT,
  messageAction,
  ORGANISATIONS,
  type Payload,
  press,
  revoked,
  TEAM,
  TS,
  uninstalled,
  value,
} from '../payloads.ts';
import { direct, inboundOf, parse, reason } from './parsing.ts';

describe('buttons of a channel', () => {
  const there = { channel: { id: CHANNEL, name: 'vakt' } };
  const thread = `slack/porsanger/${TEAM}/${CHANNEL}:1763885000.000100/${ANNA}`;
  const inThread = (of: string, more: Payload = {}) =>
    press({ ...there, message: { ts: TS, thread_ts: '1763885000.000100' }, ...more }, { value: value(of) });

  it('count for whom they were made', () => {
    expect(inboundOf(inThread(thread)).conversation).to.equal(thread);
  });

  it('do nothing for others, who are to be told', () => {
    for (const owner of [`${thread}X`, IN_CHAT, 'slack/porsanger/x'])
      expect(parse(inThread(owner))).to.deep.include({ outcome: 'foreign' });
  });

  it('of an ephemeral message tell their thread in the container', () => {
    const container = { type: 'message', message_ts: TS, channel_id: CHANNEL, is_ephemeral: true };
    const sent = inThread(thread, {
      message: undefined,
      channel: undefined,
      container: { ...container, thread_ts: '1763885000.000100' },
    });
    expect(inboundOf(sent).conversation).to.equal(thread);
  });

  it('outside of a thread belong to the whole channel, or to the thread that their message begins', () => {
    const whole = `slack/porsanger/${TEAM}/${CHANNEL}/${ANNA}`;
    expect(inboundOf(press(there, { value: value(whole) })).conversation).to.equal(whole);
    const own = `slack/porsanger/${TEAM}/${CHANNEL}:${TS}/${ANNA}`;
    expect(inboundOf(press(there, { value: value(own) })).conversation).to.equal(own);
  });

  it('of the desk count for all of IT', () => {
    const desk = press({ channel: { id: DESK } }, { value: value('desk/porsanger') });
    expect(inboundOf(desk)).to.deep.include({ conversation: 'desk/porsanger' });
  });

  it('open a modal, which is nothing for the inbox', () => {
    expect(parse(press({}, { action_id: 'dialog:4-1' }))).to.deep.include({
      outcome: 'opening',
      trigger: '13345224609.738474920.8088930838d88f',
      button: { choice: '3-1', of: ownerSign(IN_CHAT), on: '3.1' },
    });
  });
});

describe('what is done outside of a conversation', () => {
  it('slash commands, by their names in four languages', () => {
    for (const [name, { command: wanted, language }] of COMMANDS)
      expect(direct(command(name, 'Skriver &lt;2&gt; hos <@U0OLA0000|ola>')).deed, name).to.deep.equal({
        ...{ kind: 'command', command: wanted, language },
        text: 'Skriver <2> hos @ola',
      });
    expect(COMMANDS.size).to.equal(15);
    expect(direct(command('/fault'))).to.include({ organisation: 'porsanger', channel: CHANNEL });
    expect(reason(command('/other'))).to.equal('unknown: a command that is unknown here');
  });

  it('a message that is reported, which names its author and its place', () => {
    expect(direct(messageAction()).deed).to.deep.equal({
      kind: 'report',
      reported: {
        ...{ text: 'Nettet er nede & borte', pictures: [], author: 'U0OLA0000' },
        ...{ channel: CHANNEL, ts: TS },
      },
    });
    const app = direct(messageAction({ bot_id: 'B1', user: 'U9' })).deed;
    expect(app).to.have.nested.property('reported.author', null);
    expect(reason(messageAction({}, { callback_id: 'other' }))).to.equal(
      'unknown: a shortcut that is unknown here',
    );
  });

  it('belongs into the person’s own chat, once it is known', () => {
    const report = direct(messageAction());
    if (report.deed.kind !== 'report') throw new Error('no report');
    const placed = placedDirect(report, CHAT, ORGANISATIONS);
    const what = reportedWords(report.deed.reported, { author: 'Ola', link: 'https://x.slack.com/p1' });
    expect(directInbound(report, placed, what)).to.deep.include({
      conversation: IN_CHAT,
      what: {
        ...{ kind: 'said', wish: 'report', pictures: [] },
        text: 'Nettet er nede & borte\n— Ola, https://x.slack.com/p1',
      },
      dedupeKeys: [`${IN_CHAT}#reported/${CHANNEL}/${TS}`],
    });
    const long = reportedWords(
      { ...report.deed.reported, text: 'x'.repeat(9000) },
      { author: '', link: 'L' },
    );
    expect(long)
      .to.have.property('text')
      .that.has.lengthOf(4000)
      .and.matches(/\n— L$/);
  });

  it('a global shortcut, and a button on the bot’s page', () => {
    expect(direct(globalShortcut()).deed).to.deep.equal({ kind: 'shortcut', callback: 'report_fault' });
    expect(direct(homePress())).to.have.nested.property('deed.button.choice', '3-1');
  });

  it('the bot’s page is opened', () => {
    expect(parse(homeOpened('home'))).to.deep.include({ outcome: 'home', refused: false });
  });

  it('the app is removed, or loses its tokens, whoever’s the workspace is', () => {
    const nobody = { ...ORGANISATIONS, organisationOf: () => null };
    expect(parse(uninstalled, nobody)).to.deep.equal({
      ...{ outcome: 'removed', team: TEAM, enterprise: null, by: 'uninstalled', bots: [] },
    });
    expect(parse(revoked, nobody)).to.deep.include({ outcome: 'removed', by: 'revoked', bots: [BOT] });
    const whole = { ...uninstalled, team_id: null, context_team_id: null, enterprise_id: ENTERPRISE };
    expect(parse({ ...whole, authorizations: [] }, nobody)).to.deep.include({
      ...{ outcome: 'removed', team: ENTERPRISE, enterprise: ENTERPRISE },
    });
  });
});
