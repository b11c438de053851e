import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect } from 'chai';
import { teamsConnector } from '../../../../../src/channels/teams/connector/connector.ts';
import { CONNECTOR_LIMITS } from '../../../../../src/channels/teams/connector/limits.ts';
import { noTokens } from '../../../../../src/channels/teams/connector/token.ts';
import { HOSTILE } from '../../../../support/hostile.ts';
import { sendJson, startServer } from '../../../../support/teams/local-server.ts';
import { APP, closedPort, MESSAGE, NOW, Stage, TENANT, THREAD } from './stage.ts';

const PERSON = '29:1-somebody';

describe('the connector of Teams', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.start();
  });
  afterEach(() => stage.stop());

  it('posts a message with the app’s token, and knows its id', async () => {
    const sent = await stage.connector.post(stage.to, MESSAGE);
    const [message] = stage.fake.messages(THREAD);
    expect(sent).to.deep.equal({ outcome: 'sent', activity: message?.id });
    expect(message?.activity).to.deep.equal(MESSAGE);
    expect(stage.fake.seen).to.deep.equal([{ method: 'POST', conversation: THREAD, status: 201 }]);
  });

  it('shows that it is typing', async () => {
    expect(await stage.connector.post(stage.to, { type: 'typing' })).to.deep.equal({
      outcome: 'sent',
      activity: null,
    });
    expect([stage.fake.typing(THREAD), stage.fake.messages(THREAD)]).to.deep.equal([1, []]);
  });

  it('puts another message in the place of one', async () => {
    const sent = await stage.connector.post(stage.to, MESSAGE);
    const id = sent.outcome === 'sent' ? (sent.activity ?? '') : '';
    const updated = await stage.connector.update(stage.to, id, { ...MESSAGE, text: 'Den er tilbake' });
    expect(updated).to.deep.equal({ outcome: 'sent', activity: id });
    expect(stage.fake.messages(THREAD)).to.have.lengthOf(1);
    expect(stage.fake.messages(THREAD)[0]).to.deep.include({
      updates: 1,
      activity: { ...MESSAGE, text: 'Den er tilbake', id },
    });
  });

  it('opens the chat with a person, the same one each time', async () => {
    const who = { bot: `28:${APP}`, member: PERSON, tenant: TENANT };
    const first = await stage.connector.openPersonal(stage.fake.serviceUrl, who);
    expect(first).to.deep.equal({ outcome: 'opened', conversation: `a:chat-with-${PERSON}` });
    expect(await stage.connector.openPersonal(stage.fake.serviceUrl, who)).to.deep.equal(first);
    expect(stage.fake.opened[0]).to.deep.include({ member: PERSON, tenant: TENANT });
  });

  it('looks somebody up, under both names of the Entra id', async () => {
    const known = {
      id: PERSON,
      name: 'Ola Nordmann',
      email: 'ola@example.org',
      userPrincipalName: 'ola@example.org',
    };
    stage.fake.addMember(THREAD, { ...known, objectId: 'guid', tenantId: TENANT });
    const found = { outcome: 'found', member: { ...known, aadObjectId: 'guid', userRole: null } };
    expect(await stage.connector.member(stage.to, PERSON)).to.deep.equal(found);
    expect(await stage.connector.member(stage.to, 'guid')).to.deep.equal(found);
    stage.fake.addMember(THREAD, { id: '29:2', aadObjectId: 'other', name: '  ', email: 7, givenName: 'X' });
    expect(await stage.connector.member(stage.to, '29:2')).to.deep.equal({
      outcome: 'found',
      member: {
        id: '29:2',
        name: null,
        email: null,
        userPrincipalName: null,
        aadObjectId: 'other',
        userRole: null,
      },
    });
    expect(await stage.connector.member(stage.to, 'nobody')).to.deep.include({
      outcome: 'gone',
      what: 'member',
    });
  });

  it('takes a service address with a slash at the end and without, and any id', async () => {
    const serviceUrl = stage.fake.serviceUrl.replace(/\/$/, '');
    for (const conversation of ['a/b?c#d', '19:æ😀@thread.v2;messageid=1', 'a:%2e%2e', '...'])
      for (const base of [serviceUrl, `${serviceUrl}/`, `${serviceUrl}//`, `${serviceUrl}/?x=1#y`]) {
        const { outcome } = await stage.connector.post({ serviceUrl: base, conversation }, MESSAGE);
        expect(outcome, `${base} ${conversation}`).to.equal('sent');
      }
    expect(stage.fake.messages('a/b?c#d')).to.have.lengthOf(4);
  });

  const untrusted: Record<string, { serviceUrl?: string; conversation?: string }> = {
    'plain http elsewhere': { serviceUrl: 'http://smba.example/emea/' },
    'no address': { serviceUrl: 'smba' },
    'another protocol': { serviceUrl: 'ftp://127.0.0.1/' },
    'a name and a password': { serviceUrl: 'https://a:b@smba.example/' },
    'a conversation of dots': { conversation: '..' },
    'no conversation': { conversation: '' },
    'a conversation of half a character': { conversation: '\ud800' },
    'a conversation that is too long': { conversation: 'x'.repeat(CONNECTOR_LIMITS.id + 1) },
  };
  for (const [name, change] of Object.entries(untrusted))
    it(`gives its token to nobody else: ${name}`, async () => {
      const sent = await stage.connector.post({ ...stage.to, ...change }, MESSAGE);
      expect(sent.outcome).to.equal('failed');
      expect([stage.tokens.asked, stage.fake.requests()]).to.deep.equal([0, 0]);
    });

  it('speaks plain http to this machine only where that was allowed', async () => {
    const strict = teamsConnector({ tokens: stage.tokens, clock: { now: () => NOW } });
    expect((await strict.post(stage.to, MESSAGE)).outcome).to.equal('failed');
    expect(stage.fake.requests()).to.equal(0);
  });

  it('sends no token to Microsoft’s local client', async () => {
    const headers: (string | undefined)[] = [];
    const local = await startServer((request, response) => {
      headers.push(request.headers.authorization);
      sendJson(response, 200, { id: '1' });
    });
    const own = teamsConnector({ tokens: noTokens, clock: { now: () => NOW }, allowLoopback: true });
    const sent = await own.post({ serviceUrl: local.address, conversation: 'a' }, MESSAGE);
    expect([sent, headers]).to.deep.equal([{ outcome: 'sent', activity: '1' }, [undefined]]);
    local.stop();
  });

  it('says why there is no token, and asks nobody', async () => {
    for (const none of [
      { outcome: 'retry', reason: 'the login is busy', afterMs: 5 },
      { outcome: 'failed', reason: 'the app password is wrong' },
    ] as const) {
      stage.tokens.give = async () => none;
      expect(await stage.connector.post(stage.to, MESSAGE)).to.deep.equal(none);
    }
    expect(stage.fake.requests()).to.equal(0);
  });

  it('breaks off what is under way when it shall end', async () => {
    const ending = new AbortController();
    const own = await Stage.start({ signal: ending.signal });
    own.fake.failNext('hangs');
    const sending = own.connector.post(own.to, MESSAGE);
    while (own.fake.faults.hanging === 0) await new Promise(setImmediate);
    ending.abort();
    expect((await sending).outcome).to.equal('ambiguous');
    expect((await own.connector.post(own.to, MESSAGE)).outcome).to.equal('retry');
    expect(own.fake.requests()).to.equal(1);
    own.stop();
  });

  it('shows nothing of an answer but a code of Teams’ own', async () => {
    const codes: [string, string][] = [
      ['{"error":{"code":"BadSyntax","message":"Skriveren"}}', 'Teams answered 400 (BadSyntax)'],
      ['{"code":"BadSyntax"}', 'Teams answered 400 (BadSyntax)'],
      ['{"error":{"code":"Skriveren er borte"}}', 'Teams answered 400:'],
      [`{"error":{"code":"${'x'.repeat(61)}"}}`, 'Teams answered 400:'],
      ['{"error":"Skriveren"}', 'Teams answered 400:'],
      ['[]', 'Teams answered 400:'],
      ['', 'Teams answered 400:'],
      ['{"error":{"code":"__proto__"}}', 'Teams answered 400 (__proto__)'],
      ...Object.values(HOSTILE).map((code): [string, string] => [
        JSON.stringify({ code }),
        'Teams answered 400:',
      ]),
    ];
    for (const [body, reason] of codes) {
      stage.fake.failNext({ status: 400, body });
      const sent = await stage.connector.post(stage.to, MESSAGE);
      expect(sent).to.include({ outcome: 'not-taken' });
      expect('reason' in sent && sent.reason, body).to.satisfy((said: string) => said.startsWith(reason));
    }
  });

  it('reads Teams’ reason where it is hidden in a message', async () => {
    const message =
      '{\r\n  "subCode": "MessageWritesBlocked",\r\n  "details": "Thread is blocked from message writes."\r\n}';
    for (const body of [{ errorCode: 209, message }, { error: { code: 'Forbidden', message } }]) {
      stage.fake.failNext({ status: 403, body: JSON.stringify(body) });
      expect(await stage.connector.post(stage.to, MESSAGE)).to.deep.equal({
        outcome: 'gone',
        what: 'conversation',
        reason: 'Teams answered 403 (MessageWritesBlocked): the person blocked or uninstalled the bot',
      });
    }
  });

  it('knows a conversation that is closed for the bot from one message that is gone', async () => {
    stage.fake.close(THREAD, 'ConversationBlockedByUser');
    const what = async () => {
      const updated = await stage.connector.update(stage.to, 'none', MESSAGE);
      return updated.outcome === 'gone' ? updated.what : updated.outcome;
    };
    expect(await what()).to.equal('conversation');
    stage.fake.close(THREAD, 'ConversationNotFound', 404);
    expect(await what()).to.equal('conversation');
    stage.fake.reopen(THREAD);
    expect(await what()).to.equal('message');
  });

  it('names the operator’s task where Teams refuses for good', async () => {
    const told: [string, string][] = [
      ['InvalidBotApiHost', 'another cloud'],
      ['NotEnoughPermissions', 'docs/teams.md'],
      ['SomethingNew', 'check its permissions'],
    ];
    for (const [code, words] of told) {
      stage.fake.failNext({ status: 403, code });
      const sent = await stage.connector.post(stage.to, MESSAGE);
      expect(sent).to.include({ outcome: 'failed' });
      expect('reason' in sent && sent.reason)
        .to.include(code)
        .and.to.include(words);
    }
  });

  it('cannot reach a server that is not there', async () => {
    const sent = await stage.connector.post({ ...stage.to, serviceUrl: await closedPort() }, MESSAGE);
    expect(sent).to.deep.equal({
      outcome: 'retry',
      reason: 'Teams could not be reached (ECONNREFUSED)',
      afterMs: 0,
    });
  });

  it('has sent nothing where no secure line comes about', async () => {
    const serviceUrl = stage.fake.serviceUrl.replace('http:', 'https:');
    const sent = await stage.connector.post({ ...stage.to, serviceUrl }, MESSAGE);
    expect(sent).to.include({ outcome: 'retry', afterMs: 0 });
  });

  it('has sent nothing where the other side says nothing, not even who it is', async () => {
    const mute = createServer().listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const serviceUrl = `https://127.0.0.1:${(mute.address() as AddressInfo).port}/`;
    const own = await Stage.start({ limits: { answerMs: 60 } });
    expect(await own.connector.post({ ...own.to, serviceUrl }, MESSAGE)).to.deep.equal({
      outcome: 'retry',
      reason: 'Teams could not be reached (no answer within 0.06 s)',
      afterMs: 0,
    });
    mute.close();
    own.stop();
  });

  it('does not wait for ever', async () => {
    const own = await Stage.start({ limits: { answerMs: 60 } });
    own.fake.failNext('hangs', 'hangs');
    expect(await own.connector.post(own.to, MESSAGE)).to.deep.equal({
      outcome: 'ambiguous',
      reason: 'Teams took the request and did not answer (no answer within 0.06 s)',
    });
    expect(await own.connector.update(own.to, '1', MESSAGE)).to.include({ outcome: 'retry' });
    expect([own.fake.requests('POST'), own.fake.requests('PUT')]).to.deep.equal([1, 1]);
    own.stop();
  });
});
