import { expect } from 'chai';
import { ownerSign } from '../../../src/channels/teams/receiver/parse/ids.ts';
import { type Inbound, inboundEvent } from '../../../src/runtime/inbound.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import {
  DESK,
  ORGANISATIONS,
  type Payload,
  PERSON,
  parsed as parsedActivity,
  payload,
  payloadNames,
  TENANT,
} from './payloads.ts';

function inboundOf(name: string, changes: Payload = {}): Inbound {
  const parsed = parsedActivity({ ...payload(name), ...changes });
  if (parsed.outcome === 'event') return parsed.inbound;
  throw new Error(`${name} was ignored: ${parsed.reason}`);
}

const said = (text: string) => ({ kind: 'said', text, pictures: [] });

describe('what Teams sends becomes events', () => {
  it('a message in person', () => {
    const chat = (payload('personal').conversation as { id: string }).id;
    expect(inboundOf('personal')).to.deep.equal({
      id: `teams/${TENANT}/${chat}/1763885642456`,
      organisation: 'porsanger',
      conversation: `teams/porsanger/${TENANT}/${chat}/${PERSON}`,
      from: { user: PERSON, desk: false, locale: 'nb', role: null, site: null },
      what: said('Skriveren på legekontoret virker ikke'),
      ahead: 0,
      reach: {
        place: `teams/${TENANT}/${chat}`,
        address: {
          serviceUrl: payload('personal').serviceUrl,
          conversation: chat,
          bot: (payload('personal').recipient as { id: string }).id,
          user: (payload('personal').from as { id: string }).id,
          tenant: TENANT,
        },
      },
    });
  });

  it('pictures, pasted and sent as files', () => {
    expect(inboundOf('personal-picture').what).to.deep.equal({
      kind: 'said',
      text: 'Se her',
      pictures: [
        {
          name: '',
          address: 'https://smba.trafficmanager.net/emea/v3/attachments/0-neu-d9-8c1f/views/original',
        },
        {
          name: 'feil.png',
          address: 'https://kommune-my.sharepoint.com/_layouts/15/download.aspx?UniqueId=1&tempauth=2',
        },
      ],
    });
  });

  it('a message that is only HTML', () => {
    const inbound = inboundOf('personal-html-only');
    expect(inbound.what).to.deep.equal(said('Hei & hå\n- skjerm svart\n- mus <død>'));
    expect(inbound.from.locale).to.equal('nb');
  });

  it('a mention in a channel: the bot’s own goes, others stay as names', () => {
    const inbound = inboundOf('channel-mention');
    expect(inbound.what).to.deep.equal(said('systemet er nede for Ola Hansen og meg'));
    expect(inbound.conversation).to.equal(
      `teams/porsanger/${TENANT}/19:7b3c9a1d5e8f4b2a6c0d9e8f7a6b5c4d@thread.tacv2;messageid=1763885700123/${PERSON}`,
    );
    expect(inbound.from.locale).to.equal('sv');
  });

  it('a mention without words is a message without words', () => {
    expect(inboundOf('channel-mention-only').what).to.deep.equal(said(''));
  });

  it('a quotation in a group chat is not what the person says', () => {
    const inbound = inboundOf('group-quote');
    expect(inbound.what).to.deep.equal(said('det lurer jeg også på'));
    expect(inbound.from.locale).to.equal('nl');
  });

  it('a form sent as a message: texts, numbers and switches, nothing of Teams’ own', () => {
    expect(inboundOf('card-submit').what).to.deep.equal({
      kind: 'pressed',
      choice: '4-1',
      fields: { place: 'Rom 203', count: '3', urgent: 'true' },
    });
  });

  it('an Execute that goes as a message', () => {
    expect(inboundOf('card-execute-as-message').what).to.deep.equal({
      kind: 'pressed',
      choice: '1-1',
      fields: {},
    });
  });

  it('an Execute', () => {
    expect(inboundOf('card-execute').what).to.deep.equal({
      kind: 'pressed',
      choice: '4-1',
      fields: { place: 'Rom 203' },
    });
  });

  it('an install, in person and in a team', () => {
    for (const name of ['install-personal', 'install-personal-conversation-update', 'install-team'])
      expect(inboundOf(name).what, name).to.deep.equal({ kind: 'came' });
  });
});

describe('where it happened', () => {
  const TEAM = '19:Zq8mW2xVtYrLpKdJ3nHs6gFbC5eA1uIoNvX0wQyTzR41@thread.tacv2';

  it('in a channel, the team is the place, and answers go to the thread', () => {
    const { reach } = inboundOf('channel-mention');
    expect(reach?.place).to.equal(`teams/${TENANT}/${TEAM}`);
    expect(reach?.address).to.have.property(
      'conversation',
      '19:7b3c9a1d5e8f4b2a6c0d9e8f7a6b5c4d@thread.tacv2;messageid=1763885700123',
    );
  });

  it('the channel of IT’s desk is one conversation, whoever writes there', () => {
    const data = payload('channel-mention').channelData as object;
    const there = { channelData: { ...data, channel: { id: DESK }, teamsChannelId: DESK } };
    const anna = inboundOf('channel-mention', there);
    const bob = inboundOf('channel-mention', { ...there, from: { id: '29:1Bob' } });
    expect(anna.conversation).to.equal('desk/porsanger');
    expect(bob.conversation).to.equal('desk/porsanger');
    expect([anna.from.desk, bob.from.desk]).to.deep.equal([true, true]);
    expect(bob.from.user).to.equal('29:1Bob');
  });

  it('a removal, told either way', () => {
    expect(inboundOf('uninstall').what).to.deep.equal({ kind: 'left' });
    const bot = payload('uninstall').recipient;
    const changes = { type: 'conversationUpdate', action: undefined, membersRemoved: [bot] };
    expect(inboundOf('uninstall', changes).what).to.deep.equal({ kind: 'left' });
    for (const action of ['add-upgrade', 'remove-upgrade'])
      expect(parsedActivity({ ...payload('uninstall'), action })).to.include({ reason: 'an upgrade' });
  });
});

describe('buttons of a channel', () => {
  const execute = payload('card-execute');
  const { conversation } = inboundOf('card-execute');
  const press = (more: Payload) => ({
    ...execute,
    value: { action: { verb: 'choice', data: { choice: '4-1', ...more } }, trigger: 'manual' },
  });

  it('count for whom they were made, and what belongs to them is no field', () => {
    const parsed = parsedActivity(press({ of: ownerSign(conversation), on: '4.1', place: 'Rom 2' }));
    expect(parsed).to.have.nested.property('inbound.what.choice', '4-1');
    expect(parsed).to.have.deep.nested.property('inbound.what.fields', { place: 'Rom 2' });
  });

  it('do nothing for others: their own choices have the same names', () => {
    const reason = 'a button of another conversation';
    for (const owner of [ownerSign('teams/porsanger/somebody/else'), '', 'x'])
      expect(parsedActivity(press({ of: owner, on: '4.1' }))).to.deep.equal({ outcome: 'ignored', reason });
  });
});

describe('repetitions are known', () => {
  it('one click under another id, and by both kinds of action', () => {
    const first = inboundOf('card-execute');
    const again = inboundOf('card-execute-again');
    expect(again.id).not.to.equal(first.id);
    expect(first.dedupeKeys).to.have.lengthOf(2);
    expect(again.dedupeKeys).to.deep.equal(first.dedupeKeys);
    const { action } = payload('card-execute').value as { action: { data: object } };
    expect(inboundOf('card-submit', { value: action.data }).dedupeKeys).to.deep.equal(first.dedupeKeys);
  });

  it('but not one that is pressed again a minute later, nor a form with other words in it', () => {
    const first = inboundOf('card-execute').dedupeKeys ?? [];
    const later = inboundOf('card-execute', { timestamp: '2026-11-23T08:15:03Z' }).dedupeKeys ?? [];
    expect(later.some((key) => first.includes(key))).to.equal(false);
    const others = inboundOf('card-submit').dedupeKeys ?? [];
    expect(others.some((key) => first.includes(key))).to.equal(false);
  });

  it('but another button, another card and another person are something else', () => {
    const keys = [
      inboundOf('card-execute'),
      inboundOf('card-execute-as-message'),
      inboundOf('card-execute', { replyToId: '1763885659999' }),
      inboundOf('card-execute', { from: { id: '29:1Other' } }),
    ].map(({ dedupeKeys }) => dedupeKeys?.[0]);
    expect(new Set(keys)).to.have.lengthOf(4);
    expect(inboundOf('card-execute', { replyToId: undefined })).not.to.have.property('dedupeKeys');
  });

  it('both activities of one install, wherever the hour’s tenths fall; a later install greets again', () => {
    for (let second = 0; second < 1200; second += 7) {
      const at = Temporal.Instant.from('2026-11-23T08:00:00Z').add({ seconds: second });
      const keysAt = (instant: Temporal.Instant, name: string) =>
        inboundOf(name, { timestamp: `${instant}` }).dedupeKeys ?? [];
      const first = keysAt(at, 'install-personal');
      const second_ = keysAt(at.add({ seconds: 290 }), 'install-personal-conversation-update');
      const later = keysAt(at.add({ seconds: 601 }), 'install-personal');
      expect(second_.some((key) => first.includes(key))).to.equal(true);
      expect(later.some((key) => first.includes(key))).to.equal(false);
    }
  });

  it('two messages with one number in two channels are two', () => {
    const other = { conversation: { id: '19:other@thread.tacv2;messageid=1763885700123' } };
    expect(inboundOf('channel-mention').id).not.to.equal(inboundOf('channel-mention', other).id);
  });
});

describe('what Teams sends again, in the inbox', () => {
  const deliveries = {
    'a click, four times and twice under another id': [
      'card-execute',
      'card-execute-again',
      'card-execute',
      'card-execute-again',
    ],
    'a message, four times': ['personal', 'personal', 'personal', 'personal'],
    'an install, told twice': ['install-personal-conversation-update', 'install-personal'],
  };
  for (const [name, sent] of Object.entries(deliveries))
    it(`is one event: ${name}`, async () => {
      const store = openSqliteStore({ file: ':memory:' });
      const outcomes = [];
      for (const one of sent) outcomes.push((await store.receive(inboundEvent(inboundOf(one), 0))).outcome);
      expect(outcomes).to.deep.equal(['new', ...sent.slice(1).map(() => 'duplicate')]);
      await store.close();
    });
});

describe('what is ignored, and why', () => {
  const reasons: Record<string, string> = {
    typing: 'somebody is typing',
    reaction: 'a reaction',
    edit: 'an edited message',
    'own-message': 'from a bot',
    'member-added': 'a conversation changed, but the bot neither came nor went',
    'card-refresh': 'a card that refreshes by itself',
    'message-extension': 'an invoke that is unknown here',
    // Answered before they become events, or made into one there (unit/channels/teams/invokes).
    'dialog-fetch': 'an invoke that is unknown here',
    'dialog-submit': 'an invoke that is unknown here',
    'extension-query': 'an invoke that is unknown here',
    'extension-query-empty': 'an invoke that is unknown here',
    'extension-action-fetch': 'an invoke that is unknown here',
    'extension-action-submit': 'an invoke that is unknown here',
  };
  for (const [name, reason] of Object.entries(reasons))
    it(name, () => {
      expect(parsedActivity(payload(name))).to.deep.equal({ outcome: 'ignored', reason });
    });

  it('nothing else of what was recorded', () => {
    const ignored = payloadNames().filter((name) => parsedActivity(payload(name)).outcome === 'ignored');
    expect(ignored.toSorted()).to.deep.equal(Object.keys(reasons).toSorted());
  });

  it('a tenant that no playbook names', () => {
    const nobody = { ...ORGANISATIONS, organisationOf: () => null };
    expect(parsedActivity(payload('personal'), nobody)).to.deep.equal({
      outcome: 'ignored',
      reason: 'no organisation has this tenant or team',
    });
  });
});
