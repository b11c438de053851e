import { expect } from 'chai';
import { parseActivity } from '../../../src/channels/teams/receiver/parse/parse.ts';
import { type Inbound, inboundEvent } from '../../../src/runtime/inbound.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import { organisationOf, type Payload, PERSON, payload, payloadNames, TENANT } from './payloads.ts';

function inboundOf(name: string, changes: Payload = {}): Inbound {
  const parsed = parseActivity({ ...payload(name), ...changes }, organisationOf);
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

describe('repetitions are known', () => {
  it('one click under another id, and by both kinds of action', () => {
    const first = inboundOf('card-execute');
    const again = inboundOf('card-execute-again');
    expect(again.id).not.to.equal(first.id);
    expect(first.dedupeKeys).to.have.lengthOf(1);
    expect(again.dedupeKeys).to.deep.equal(first.dedupeKeys);
    expect(inboundOf('card-submit').dedupeKeys).to.deep.equal(first.dedupeKeys);
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
    uninstall: 'an upgrade or a removal',
    'member-added': 'a conversation changed, but the bot did not come into it',
    'card-refresh': 'a card that refreshes by itself',
    'message-extension': 'an invoke that is unknown here',
  };
  for (const [name, reason] of Object.entries(reasons))
    it(name, () => {
      expect(parseActivity(payload(name), organisationOf)).to.deep.equal({ outcome: 'ignored', reason });
    });

  it('nothing else of what was recorded', () => {
    const ignored = payloadNames().filter(
      (name) => parseActivity(payload(name), organisationOf).outcome === 'ignored',
    );
    expect(ignored.toSorted()).to.deep.equal(Object.keys(reasons).toSorted());
  });

  it('a tenant that no playbook names', () => {
    expect(parseActivity(payload('personal'), () => null)).to.deep.equal({
      outcome: 'ignored',
      reason: 'no organisation has this tenant',
    });
  });
});
