import { expect } from 'chai';
import { LiveReplies } from '../../../../src/channels/web/live.ts';
import { WebSender } from '../../../../src/channels/web/sender.ts';
import type { Reply } from '../../../../src/conversation/messages.ts';

const reply = (key: string): Reply => ({
  key,
  replaces: null,
  message: { kind: 'say', language: 'en', choices: [], text: key, tone: 'plain' },
});

describe('the hub of open pages', () => {
  it('tells each page of a conversation, in order, and no other', () => {
    const hub = new LiveReplies();
    const told: string[] = [];
    hub.subscribe('a', ({ key }) => told.push(`first ${key}`));
    hub.subscribe('a', ({ key }) => told.push(`second ${key}`));
    hub.subscribe('b', ({ key }) => told.push(`other ${key}`));
    hub.publish('a', reply('1'));
    hub.publish('a', reply('2'));
    expect(told).to.deep.equal(['first 1', 'second 1', 'first 2', 'second 2']);
  });

  it('forgets a page that went, however often it goes', () => {
    const hub = new LiveReplies();
    const told: string[] = [];
    const end = hub.subscribe('a', ({ key }) => told.push(key));
    end();
    hub.subscribe('a', ({ key }) => told.push(`new ${key}`));
    end();
    hub.publish('a', reply('1'));
    expect(told).to.deep.equal(['new 1']);
    expect(hub.size).to.equal(1);
  });

  it('ends a page that cannot be told, and tells the others', () => {
    const hub = new LiveReplies();
    const seen: string[] = [];
    hub.subscribe(
      'a',
      () => {
        throw new Error('gone');
      },
      () => seen.push('ended'),
    );
    hub.subscribe('a', ({ key }) => seen.push(key));
    hub.publish('a', reply('1'));
    hub.publish('a', reply('2'));
    expect(seen).to.deep.equal(['ended', '1', '2']);
  });

  it('ends all when the service ends', () => {
    const hub = new LiveReplies();
    let ended = 0;
    for (const conversation of ['a', 'a', 'b'])
      hub.subscribe(
        conversation,
        () => undefined,
        () => ended++,
      );
    hub.close();
    expect([ended, hub.size]).to.deep.equal([3, 0]);
  });

  it('sends without a page too: the transcript has it', async () => {
    const hub = new LiveReplies();
    const keys: string[] = [];
    const sender = new WebSender(hub);
    const body = { conversation: 'a', reply: reply('1') };
    const delivery = { id: 'd', destination: 'a', kind: 'message', body, notBefore: 0 };
    const whole = {
      ...delivery,
      state: 'sending',
      reason: '',
      attempt: 1,
      tries: 1,
      changedAt: 0,
      receipt: null,
    };
    expect(await sender.send(whole as never)).to.deep.equal({ outcome: 'sent', receipt: null });
    hub.subscribe('a', ({ key }) => keys.push(key));
    await sender.send(whole as never);
    expect(keys).to.deep.equal(['1']);
    expect(await sender.settle()).to.include({ outcome: 'sent' });
  });
});
