import { expect } from 'chai';
import fc from 'fast-check';
import { SENDER_LIMITS } from '../../../../src/channels/slack/sending.ts';
import type { SlackFault } from '../../../support/slack/faults.ts';
import { ALL_SCOPES } from '../../../support/slack/methods.ts';
import { SendingStage, said } from './sending-stage.ts';

const post = { method: 'chat.postMessage' } as const;
const look = { method: 'conversations.replies' } as const;
const HTML = '<html>';

/** Ways in which nobody can say whether a message was written; with `taken` it was. */
const DOUBTS: readonly (readonly [string, SlackFault, boolean])[] = [
  ['a reset before', 'reset', false],
  ['a reset after', 'reset-after', true],
  ['an answer that breaks off', 'cut-off', true],
  ['500', { status: 500 }, false],
  ['500 after it was written', { status: 500, taken: true }, true],
  ['502 after it was written', { status: 502, taken: true }, true],
  ['internal_error', { error: 'internal_error' }, false],
  ['internal_error after it was written', { error: 'internal_error', taken: true }, true],
  ['fatal_error after it was written', { error: 'fatal_error', taken: true }, true],
  ['an answer that cannot be read', { status: 200, body: HTML, taken: true }, true],
];

for (const inThread of [true, false])
  describe(`a message of which nobody can say whether it was written ${inThread ? 'in a thread' : 'in a chat'}`, () => {
    let stage: SendingStage;
    beforeEach(async () => {
      stage = await SendingStage.start(inThread);
    });
    afterEach(() => stage.stop());

    for (const [name, fault, isThere] of DOUBTS)
      it(`stands there once in the end: ${name}`, async () => {
        stage.slack.slack.failNextIn(post, fault);
        await stage.say('1.1');
        expect((await stage.delivery('1.1'))!).to.include({
          ...{ state: isThere ? 'sent' : 'pending', unsure: !isThere },
        });
        await stage.later(SENDER_LIMITS.lookAgainMs);
        expect(stage.written.map(({ text }) => text)).to.deep.equal(['1.1']);
        expect((await stage.delivery('1.1'))!.receipt).to.deep.include({
          ...{ ts: stage.written[0]!.ts, channel: stage.address.channel },
        });
        expect(stage.slack.calls('chat.postMessage')).to.equal(isThere ? 1 : 2);
      });
  });

describe('looking for a message', () => {
  let stage: SendingStage;
  beforeEach(async () => {
    stage = await SendingStage.start();
  });
  afterEach(() => stage.stop());
  const fail = stageFail;

  it('it is looked for twice before it is written again: it may come late', async () => {
    fail(stage, 'reset');
    await stage.say('1.1');
    const { town } = stage.slack;
    const metadata = { event_type: 'driftvakt_delivery', event_payload: { id: `${stage.conversation}/1.1` } };
    const { channel, thread } = stage.address;
    const late = town.keep(channel, { user: town.bot.id, text: '1.1', threadTs: thread, metadata });
    await stage.later(SENDER_LIMITS.lookAgainMs);
    expect(stage.slack.calls('chat.postMessage')).to.equal(1);
    expect((await stage.delivery('1.1'))!.receipt).to.deep.include({ ts: late.ts });
  });

  it('where Slack does not show what the bot’s messages carry, nothing is told from what is not found', async () => {
    const { town } = stage.slack;
    const { channel, thread } = stage.address;
    town.keep(channel, { user: town.bot.id, text: 'bare', threadTs: thread });
    fail(stage, 'reset');
    await stage.say('1.1');
    const delivery = (await stage.delivery('1.1'))!;
    expect(delivery.state).to.equal('ambiguous');
    expect(delivery.reason).to.include('metadata.message:read');
  });

  it('while it cannot be read nothing is written, and it is read later', async () => {
    fail(stage, 'reset-after');
    stage.slack.slack.failNextIn(look, { retryAfter: 20 }, { status: 503 }, 'reset');
    await stage.say('1.1');
    expect((await stage.delivery('1.1'))!).to.include({ state: 'pending' });
    for (let i = 0; i < 5; i += 1) await stage.later(20_000);
    expect((await stage.delivery('1.1'))!.state).to.equal('sent');
    expect(stage.slack.calls('chat.postMessage')).to.equal(1);
  });

  it('where the bot may not read it stays open, with what is missing', async () => {
    stage.slack.town.setScopes(ALL_SCOPES.filter((scope) => !scope.endsWith(':history')));
    fail(stage, 'reset-after');
    await stage.say('1.1');
    const delivery = (await stage.delivery('1.1'))!;
    expect(delivery.state).to.equal('ambiguous');
    expect(delivery.reason).to.include('cannot be looked for').and.to.include('channels:history');
    await stage.later(60_000);
    expect(stage.slack.calls('chat.postMessage')).to.equal(1);
  });

  it('where the token is revoked meanwhile it waits for the operator', async () => {
    fail(stage, 'reset-after');
    stage.slack.slack.failNextIn(look, { error: 'token_revoked' });
    await stage.say('1.1');
    expect((await stage.delivery('1.1'))!.state).to.equal('pending');
    await stage.later(SENDER_LIMITS.heldMs);
    expect((await stage.delivery('1.1'))!.state).to.equal('sent');
    expect(stage.written).to.have.lengthOf(1);
  });

  it('that was to take the place of another, and followed: it is found before anything is changed', async () => {
    await stage.say('1.1');
    stage.slack.slack.failNextIn({ method: 'chat.update' }, { retryAfter: 10 });
    stage.slack.slack.failNextIn(look, { status: 500 });
    fail(stage, 'reset-after');
    await stage.say('2.1', said('2.1'), '1.1');
    await stage.later(20_000);
    expect(stage.written.map(({ text, updates }) => [text, updates])).to.deep.equal([
      ['1.1', 0],
      ['2.1', 0],
    ]);
    expect((await stage.delivery('2.1'))!.receipt).to.deep.include({ ts: stage.written[1]!.ts });
  });

  it('among many, page by page', async () => {
    fail(stage, 'reset-after');
    const { town, user, time } = stage.slack;
    const { channel, thread } = stage.address;
    const crowd = (count: number) => {
      for (let i = 0; i < count; i += 1) town.keep(channel, { user, text: `${i}`, threadTs: thread });
    };
    crowd(450);
    time.now += 1000;
    await stage.say('1.1');
    expect((await stage.delivery('1.1'))!.state).to.equal('sent');
    expect(stage.slack.calls('conversations.replies')).to.equal(3);
    crowd(1500);
    fail(stage, 'reset');
    await stage.say('2.1');
    expect((await stage.delivery('2.1'))!.state).to.equal('ambiguous');
    expect(stage.slack.calls('conversations.replies')).to.equal(8);
  });

  it('after the service stopped in between', async () => {
    await stage.say('1.1');
    const delivery = (await stage.delivery('1.1'))!;
    expect(await stage.sender.settle({ ...delivery, receipt: null })).to.deep.equal({
      outcome: 'sent',
      receipt: { ts: stage.written[0]!.ts, channel: stage.address.channel, asText: false },
    });
    stage.slack.town.forget(stage.written[0]!);
    const absent = await stage.sender.settle({ ...delivery, receipt: null });
    expect(absent).to.deep.include({ outcome: 'retry', afterMs: 0 });
    expect(absent).to.have.nested.property('receipt.unsure', true);
    expect(stage.slack.calls('chat.postMessage')).to.equal(1);
  });

  it('that has to wait for its turn is no try, and does not come later and later', async () => {
    // A process with dozens in hand died: all of them are looked for, and Slack takes 50 such requests a minute.
    const { api, of, place, time } = stage.slack;
    const { channel, thread } = stage.address;
    const at = thread === null ? place : { channel, thread };
    fail(stage, 'reset-after');
    const readAll = async (): Promise<void> => {
      for (let i = 0; i < 60; i += 1) await api.history({ ...of }, at, time.now, null);
    };
    await readAll();
    await stage.say('1.1');
    for (let i = 0; i < 5; i += 1) {
      expect(stage.outcomes.at(-1)).to.include({ outcome: 'later', doubt: 'open' });
      expect(await stage.delivery('1.1')).to.include({ state: 'pending', unsure: true, tries: 0 });
      await readAll();
      time.now += 60_000;
      await readAll();
      await stage.later(0);
    }
    await stage.later(61_000);
    expect((await stage.delivery('1.1'))!.state).to.equal('sent');
    expect(stage.slack.calls('chat.postMessage')).to.equal(1);
  });

  it('whatever goes wrong in whatever order, each message stands there once, in order', async function () {
    this.timeout(60_000);
    const faults = fc.constantFrom<SlackFault | null>(
      ...DOUBTS.map(([, fault]) => fault),
      { retryAfter: 2 },
      { error: 'invalid_blocks' },
      null,
    );
    const looks = fc.constantFrom<SlackFault | null>({ retryAfter: 5 }, { status: 500 }, 'reset', null);
    await fc.assert(
      fc.asyncProperty(
        fc.array(faults, { maxLength: 6 }),
        fc.array(looks, { maxLength: 4 }),
        async (posting, looking) => {
          const own = await SendingStage.start();
          for (const fault of posting) if (fault !== null) own.slack.slack.failNextIn(post, fault);
          for (const fault of looking) if (fault !== null) own.slack.slack.failNextIn(look, fault);
          for (const key of ['1.1', '2.1', '3.1']) await own.say(key);
          for (let i = 0; i < 40; i += 1) await own.later(60_000);
          const texts = own.written.map(({ text }) => text);
          const states = await Promise.all(
            ['1.1', '2.1', '3.1'].map(async (key) => (await own.delivery(key))!.state),
          );
          await own.stop();
          // A message that was refused twice as content has failed; no other is lost.
          const isLost =
            posting.filter(
              (fault) =>
                fault !== null &&
                typeof fault === 'object' &&
                'error' in fault &&
                fault.error === 'invalid_blocks',
            ).length > 1;
          if (!isLost) expect(states).to.deep.equal(['sent', 'sent', 'sent']);
          expect(texts).to.deep.equal(['1.1', '2.1', '3.1'].filter((_, i) => states[i] === 'sent'));
        },
      ),
      { numRuns: 40 },
    );
  });
});

function stageFail(stage: SendingStage, fault: SlackFault): void {
  stage.slack.slack.failNextIn(post, fault);
}
