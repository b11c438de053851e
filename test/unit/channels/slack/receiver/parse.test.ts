import { expect } from 'chai';
import fc from 'fast-check';
import { COMMANDS } from '../../../../../src/channels/slack/receiver/parse/commands.ts';
import {
  directInbound,
  placedDirect,
  reportedWords,
} from '../../../../../src/channels/slack/receiver/parse/direct.ts';
import type { Direct, Parsed } from '../../../../../src/channels/slack/receiver/parse/outcome.ts';
import { parse as parseWith } from '../../../../../src/channels/slack/receiver/parse/parse.ts';
import { ownerSign } from '../../../../../src/channels/teams/receiver/parse/ids.ts';
import { STORE_LIMITS } from '../../../../../src/ports/store/limits.ts';
import { checkInbound } from '../../../../../src/runtime/check-inbound.ts';
import { type Inbound, inboundEvent } from '../../../../../src/runtime/inbound.ts';
import { openSqliteStore } from '../../../../../src/storage/sqlite/open.ts';
import { HOSTILE } from '../../../../support/hostile.ts';
import {
  ALL,
  ANNA,
  BOT,
  botJoined,
  botLeft,
  CHANNEL,
  CHAT,
  command,
  DESK,
  ENTERPRISE,
  event,
  globalShortcut,
  homeOpened,
  homePress,
  IN_CHAT,
  im,
  mention,
  messageAction,
  ORGANISATIONS,
  OTHER,
  type Payload,
  press,
  REFUSING,
  revoked,
  submission,
  TEAM,
  TS,
  uninstalled,
  value,
} from './payloads.ts';

const parse = (payload: unknown, organisations = ORGANISATIONS): Parsed => parseWith(payload, organisations);

function inboundOf(payload: unknown, organisations = ORGANISATIONS): Inbound {
  const parsed = parse(payload, organisations);
  if ('inbound' in parsed) return parsed.inbound;
  throw new Error(`no event: ${JSON.stringify(parsed)}`);
}

function direct(payload: unknown): Direct {
  const parsed = parse(payload);
  if (parsed.outcome === 'direct') return parsed;
  throw new Error(`nothing direct: ${JSON.stringify(parsed)}`);
}

const said = (text: string) => ({ kind: 'said', text, pictures: [] });
const reason = (payload: unknown) => {
  const parsed = parse(payload);
  return 'reason' in parsed ? `${parsed.outcome}: ${parsed.reason}` : parsed.outcome;
};

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

describe('what Slack sends again, in the inbox', () => {
  const later = { event_id: 'Ev0OTHER' };
  const repeated: Record<string, readonly unknown[]> = {
    'an event, four times': [mention(), mention(), mention(), mention()],
    'a message, told of twice': [im(), im({ type: 'app_mention' }), im({}, later)],
    'a press, and a second click': [press(), press(), press({ trigger_id: '2.3.abc' })],
    'a modal, four times': [
      submission(),
      submission(),
      submission(),
      submission({}, { trigger_id: '9.9.a' }),
    ],
    'the chat, opened again': [homeOpened('messages'), { ...homeOpened('messages'), ...later }],
  };
  for (const [name, sent] of Object.entries(repeated))
    it(`is one event: ${name}`, async () => {
      const store = openSqliteStore({ file: ':memory:' });
      const outcomes = [];
      for (const one of sent) outcomes.push((await store.receive(inboundEvent(inboundOf(one), 0))).outcome);
      expect(outcomes).to.deep.equal(['new', ...sent.slice(1).map(() => 'duplicate')]);
      await store.close();
    });

  it('but another message, button, person and workspace are something else', () => {
    const keys = [
      mention(),
      mention({ ts: '1763885642.456790' }),
      mention({ user: 'U0BOB' }),
      press(),
      press({ container: { message_ts: '1763885642.456790', channel_id: CHAT } }),
      press({}, { value: value(IN_CHAT, '3-2') }),
    ].map((payload) => inboundOf(payload).dedupeKeys?.join());
    expect(new Set(keys)).to.have.lengthOf(6);
  });
});

type Path = readonly string[];

function placesIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))];
}

function withValue(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = withValue(copy[key], rest, put);
  return copy;
}

const anything = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...Object.values(HOSTILE)),
  fc.constantFrom('<'.repeat(200_000), '<@'.repeat(50_000), '&'.repeat(200_000), `<${'|'.repeat(200_000)}>`),
  fc.constantFrom(TS, CHANNEL, OTHER, `${TEAM}/x`, '../..', '__proto__', null, undefined),
);

/** Everything that the inbox asks of an event. */
function assertTakeable(payload: unknown): void {
  for (const organisations of [ORGANISATIONS, REFUSING]) {
    const parsed = parse(payload, organisations);
    if ('reason' in parsed) expect(parsed.reason).to.match(/^[a-z ,’A-Z]+$/);
    if (!('inbound' in parsed)) continue;
    const { id, conversation, dedupeKeys = [], from, what } = parsed.inbound;
    for (const key of [id, conversation, ...dedupeKeys])
      expect(key).to.satisfy((k: string) => k.length <= STORE_LIMITS.keyCharacters && k.isWellFormed());
    expect(from.user).to.have.lengthOf.within(1, 200);
    expect(JSON.parse(JSON.stringify(what))).to.deep.equal(what);
    expect(Buffer.byteLength(JSON.stringify(what))).to.be.below(STORE_LIMITS.eventBytes);
    expect(() => checkInbound(parsed.inbound)).to.not.throw();
  }
}

describe('parsing what comes from Slack', () => {
  it('never throws for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => assertTakeable(value)),
      { numRuns: 2000 },
    );
  });

  it('never throws for what is nearly a payload, and makes only events that the inbox takes', () => {
    const spots = ALL.flatMap((payload) => placesIn(payload).map((path) => ({ payload, path })));
    const nearly = fc.record({ spot: fc.constantFrom(...spots), put: anything });
    fc.assert(
      fc.property(nearly, ({ spot, put }) => assertTakeable(withValue(spot.payload, spot.path, put))),
      { numRuns: 4000 },
    );
  });

  it('does not change what it is given', () => {
    for (const payload of ALL) {
      const before = structuredClone(payload);
      parse(payload);
      expect(payload).to.deep.equal(before);
    }
  });
});
