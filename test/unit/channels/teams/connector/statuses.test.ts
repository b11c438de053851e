import { expect } from 'chai';
import type { ConnectorFault } from '../../../../support/teams/connector-faults.ts';
import { APP, MESSAGE, Stage, TENANT } from './stage.ts';

type Outcome = 'sent' | 'retry' | 'gone' | 'not-taken' | 'failed' | 'ambiguous';

/** What Teams answers, what that means for a post, and for what may be repeated without harm. */
const TABLE: readonly [string, ConnectorFault, Outcome, Outcome][] = [
  ['200', { status: 200, body: '{"id":"1"}' }, 'sent', 'sent'],
  ['201', { status: 201, body: '{"id":"1"}' }, 'sent', 'sent'],
  ['202 without an id', { status: 202, body: '{}' }, 'sent', 'sent'],
  ['201 that is no JSON', { status: 201, body: '<html>' }, 'sent', 'sent'],
  ['201 that is empty', { status: 201, body: '' }, 'sent', 'sent'],
  ['201 with another kind of id', { status: 201, body: '{"id":7}' }, 'sent', 'sent'],
  ['201 that is too large', { status: 201, body: `{"id":"1","x":"${'x'.repeat(200_000)}"}` }, 'sent', 'sent'],
  ['201 that breaks off', 'cut-off', 'sent', 'sent'],
  ['204', { status: 204, body: '' }, 'sent', 'sent'],
  ['301', { status: 301, headers: { location: '/' } }, 'failed', 'failed'],
  ['302', { status: 302, headers: { location: '/' } }, 'failed', 'failed'],
  ['307', { status: 307, headers: { location: '/' } }, 'failed', 'failed'],
  ['308', { status: 308, headers: { location: '/' } }, 'failed', 'failed'],
  ['400', { status: 400, code: 'BadSyntax' }, 'not-taken', 'not-taken'],
  ['401', { status: 401 }, 'retry', 'retry'],
  ['401 of a bot that is not registered', { status: 401, code: 'BotNotRegistered' }, 'failed', 'failed'],
  ['403 without a code', { status: 403 }, 'failed', 'failed'],
  ...[
    'BotNotInConversationRoster',
    'ConversationBlockedByUser',
    'BotDisabledByAdmin',
    'BotDisabledByUser',
    'MessageWritesBlocked',
    'ForbiddenOperationException',
    'TenantNoPermission',
  ].map((code): [string, ConnectorFault, Outcome, Outcome] => [
    `403 ${code}`,
    { status: 403, code },
    'gone',
    'gone',
  ]),
  ['404', { status: 404, code: 'ConversationNotFound' }, 'gone', 'gone'],
  ['404 without a code', { status: 404 }, 'gone', 'gone'],
  ['405', { status: 405 }, 'failed', 'failed'],
  ['408', { status: 408 }, 'ambiguous', 'retry'],
  ['409', { status: 409 }, 'retry', 'retry'],
  ['410', { status: 410 }, 'gone', 'gone'],
  ['412', { status: 412, code: 'PreconditionFailed' }, 'retry', 'retry'],
  ['413', { status: 413, code: 'MessageSizeTooBig' }, 'not-taken', 'not-taken'],
  ['418', { status: 418 }, 'failed', 'failed'],
  ['421', { status: 421 }, 'retry', 'retry'],
  ['429', { status: 429, code: 'Throttled' }, 'retry', 'retry'],
  ['500', { status: 500, code: 'ServiceError' }, 'ambiguous', 'retry'],
  ['501', { status: 501 }, 'ambiguous', 'retry'],
  ['502', { status: 502, code: 'ServiceError' }, 'ambiguous', 'retry'],
  ['502 that is too large', { status: 502, body: 'x'.repeat(200_000) }, 'ambiguous', 'retry'],
  ['503', { status: 503, body: '<html>Skriveren</html>' }, 'ambiguous', 'retry'],
  ['504', { status: 504 }, 'ambiguous', 'retry'],
  ['a reset', 'reset', 'ambiguous', 'retry'],
  ['a reset before it is read', 'reset-unread', 'ambiguous', 'retry'],
];

describe('what the connector of Teams makes of an answer', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.start();
  });
  afterEach(() => stage.stop());

  for (const [name, fault, onPost, onUpdate] of TABLE)
    it(`${name}: ${onPost}, and ${onUpdate} of an update, with one request each`, async () => {
      stage.fake.failNext(fault);
      const posted = await stage.connector.post(stage.to, MESSAGE);
      expect(posted.outcome).to.equal(onPost);
      expect(stage.fake.requests()).to.equal(1);
      const other = await Stage.start();
      other.fake.failNext(fault);
      const updated = await other.connector.update(other.to, '1', MESSAGE);
      expect(updated.outcome).to.equal(onUpdate);
      expect(other.fake.requests()).to.equal(1);
      for (const outcome of [posted, updated])
        if ('reason' in outcome)
          expect(outcome.reason)
            .to.match(/^Teams .{10,200}$/)
            .and.not.include('Skriveren');
      // What went wrong once does not stick: the next message goes out.
      const next = await stage.connector.post(stage.to, MESSAGE);
      expect(next.outcome).to.equal('sent');
      other.stop();
    });

  it('an answer that tells no chat, or nobody, is asked for again', async () => {
    for (const body of ['{}', '<html>', '{"id":""}', '[]']) {
      stage.fake.failNext({ status: 200, body }, { status: 200, body });
      const opened = await stage.connector.openPersonal(stage.fake.serviceUrl, {
        bot: `28:${APP}`,
        member: '29:1',
        tenant: TENANT,
      });
      const found = await stage.connector.member(stage.to, '29:1');
      expect([opened.outcome, found.outcome], body).to.deep.equal(['retry', 'retry']);
    }
  });

  const asked: [string, number][] = [
    ['7', 7000],
    ['0', 0],
    ['1.5', 1500],
    [' 3 ', 3000],
    ['Mon, 23 Nov 2026 09:01:30 GMT', 90_000],
    ['Monday, 23-Nov-26 09:00:10 GMT', 0],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
    ['-5', 0],
    ['soon', 0],
    ['Soon, 5', 0],
    ['', 0],
    ['1e9', 0],
    ['99999999999999', 3_600_000],
    ['Mon, 23 Nov 2099 09:00:00 GMT', 3_600_000],
  ];
  for (const [header, afterMs] of asked)
    it(`429 with Retry-After “${header}” waits for ${afterMs} ms`, async () => {
      stage.fake.failNext({ status: 429, code: 'Throttled', headers: { 'retry-after': header } });
      expect(await stage.connector.post(stage.to, MESSAGE)).to.deep.equal({
        outcome: 'retry',
        reason: 'Teams answered 429 (Throttled)',
        afterMs,
        why: 'refused',
      });
    });
});

describe('a token that Teams refuses', () => {
  let stage: Stage;
  const post = () => stage.connector.post(stage.to, MESSAGE);
  const refuse = () => stage.fake.failNext({ status: 401 });
  beforeEach(async () => {
    stage = await Stage.start();
  });
  afterEach(() => stage.stop());

  it('is thrown away once, and the message tried again', async () => {
    refuse();
    expect((await post()).outcome).to.equal('retry');
    expect(stage.tokens.renewed).to.equal(1);
    expect((await post()).outcome).to.equal('sent');
  });

  it('and a fresh one that is refused too is for the operator', async () => {
    refuse();
    refuse();
    expect((await post()).outcome).to.equal('retry');
    const sent = await post();
    expect(sent).to.include({ outcome: 'failed' });
    expect('reason' in sent && sent.reason)
      .to.include('to a fresh token too')
      .and.to.include('channel Teams');
    expect((await post()).outcome).to.equal('sent');
    refuse();
    expect((await post()).outcome).to.equal('retry');
  });

  it('is thrown away once when several messages meet it at the same time', async () => {
    for (let i = 0; i < 5; i += 1) refuse();
    const outcomes = await Promise.all(Array.from({ length: 5 }, post));
    expect(outcomes.map(({ outcome }) => outcome)).to.deep.equal(Array(5).fill('retry'));
    expect(stage.tokens.renewed).to.equal(1);
  });

  it('is thrown away at most once a minute', async () => {
    for (let i = 0; i < 4; i += 1) {
      refuse();
      await post();
    }
    expect(stage.tokens.renewed).to.equal(1);
    stage.now = stage.now.add({ seconds: 60 });
    refuse();
    await post();
    expect(stage.tokens.renewed).to.equal(2);
  });

  it('is really checked by the fake connector', async () => {
    const tokens = ['', 'a.b.c', null];
    for (const token of tokens) {
      stage.tokens.give = async () => ({ outcome: 'token', token });
      await post();
    }
    expect(stage.fake.seen.map(({ status }) => status)).to.deep.equal([401, 401, 401]);
    expect(stage.fake.messages(stage.to.conversation)).to.deep.equal([]);
  });
});
