import { expect } from 'chai';
import { SLACK_RECEIVER_LIMITS } from '../../../../../src/channels/slack/receiver/limits.ts';
import { SlackSettingsError, slackVerifier } from '../../../../../src/channels/slack/receiver/verify.ts';
import { im } from './payloads.ts';
import { FORM_TYPE, JSON_TYPE, NOW, SECRET, Stage, signedHeaders } from './stage.ts';

const BODY = JSON.stringify(im());
const good: Readonly<Record<string, string>> = { 'content-type': JSON_TYPE, ...signedHeaders(BODY) };
const signature = good['x-slack-signature'] ?? '';
const REFUSED = { status: 401, type: null, body: '' };

describe('a request to Slack’s address', () => {
  const stages: Stage[] = [];
  afterEach(() => {
    for (const stage of stages.splice(0)) stage.stop();
  });
  async function start(...parts: Parameters<typeof Stage.start>): Promise<Stage> {
    const stage = await Stage.start(...parts);
    stages.push(stage);
    return stage;
  }

  it('is taken if Slack signed it, up to 300 s ago or ahead', async () => {
    const stage = await start();
    for (const at of [NOW - 300, NOW, NOW + 300]) {
      const sent = JSON.stringify(im({}, { event_id: `Ev${at}` }));
      const headers = { 'content-type': JSON_TYPE, ...signedHeaders(sent, at) };
      expect(await stage.raw(sent, headers)).to.include({ status: 200, body: '' });
    }
    // It is one message, told of three times.
    expect(stage.events).to.have.lengthOf(1);
  });

  it('is Slack’s own example', async () => {
    // “Verifying requests from Slack”, docs.slack.dev.
    const verify = await slackVerifier('8f742231b10e8888abcd99yyyzzz85a5', {
      now: () => Temporal.Instant.fromEpochMilliseconds(1_531_420_618_000),
    });
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    const headers = {
      'x-slack-request-timestamp': '1531420618',
      'x-slack-signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    };
    expect(verify(headers, Buffer.from(body)).outcome).to.equal('verified');
  });

  const wrong: Record<string, Readonly<Record<string, string>>> = {
    'without a signature': { ...good, 'x-slack-signature': '' },
    'with a signature of another secret': {
      ...{ 'content-type': JSON_TYPE, ...signedHeaders(BODY, NOW, 'another secret of 32 characters.') },
    },
    'with a truncated signature': { ...good, 'x-slack-signature': signature.slice(0, -1) },
    'with half a signature': { ...good, 'x-slack-signature': signature.slice(0, 32) },
    'with an empty hash': { ...good, 'x-slack-signature': 'v0=' },
    'with more than a signature': { ...good, 'x-slack-signature': `${signature}=00` },
    'with a signature in capital letters': { ...good, 'x-slack-signature': signature.toUpperCase() },
    'with a signature of another version': { ...good, 'x-slack-signature': signature.replace('v0', 'v1') },
    'with a signature that differs in one sign': {
      ...good,
      'x-slack-signature': signature.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    },
    'without a time': { ...good, 'x-slack-request-timestamp': '' },
    'with words for a time': { ...good, 'x-slack-request-timestamp': 'now' },
    'with another time than was signed': { ...good, 'x-slack-request-timestamp': `${NOW + 1}` },
    'with the same time, written in another way': { ...good, 'x-slack-request-timestamp': `${NOW}.0` },
    'that is stale': { 'content-type': JSON_TYPE, ...signedHeaders(BODY, NOW - 301) },
    'of the future': { 'content-type': JSON_TYPE, ...signedHeaders(BODY, NOW + 301) },
    'of the far future': { 'content-type': JSON_TYPE, ...signedHeaders(BODY, NOW + 3600) },
  };
  for (const [name, headers] of Object.entries(wrong))
    it(`is refused ${name}, with an empty answer and one line`, async () => {
      const stage = await start();
      expect(await stage.raw(BODY, headers)).to.deep.equal(REFUSED);
      expect(stage.events).to.deep.equal([]);
      expect(stage.lines).to.have.lengthOf(1);
      for (const secret of [SECRET, 'Skriveren', signature.slice(3)])
        expect(stage.lines.join()).not.to.include(secret);
    });

  it('is refused with a signature that is sent twice', async () => {
    const stage = await start();
    const twice = { ...good, 'x-slack-signature': `${signature}, ${signature}` };
    expect(await stage.raw(BODY, twice)).to.deep.equal(REFUSED);
  });

  it('is refused if one byte of its body is another, wherever', async () => {
    const stage = await start();
    const bytes = Buffer.from(BODY);
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect((await stage.raw(changed, good)).status, `byte ${at}`).to.equal(401);
    }
    for (const other of [`${BODY} `, BODY.slice(0, -1), `\uFEFF${BODY}`, ''])
      expect((await stage.raw(other, good)).status).to.equal(401);
    expect(stage.events).to.deep.equal([]);
  });

  it('is refused if its body is no text, though its text would be the same', async () => {
    const stage = await start();
    const text = JSON.stringify(im({ text: 'a\uFFFDb' }));
    const bytes = Buffer.from(text);
    const at = bytes.indexOf(Buffer.from('\uFFFD'));
    const changed = Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at + 3)]);
    expect(changed.toString('utf8')).to.equal(text);
    const headers = { 'content-type': JSON_TYPE, ...signedHeaders(text) };
    expect(await stage.raw(changed, headers)).to.deep.equal(REFUSED);
    expect((await stage.raw(text, headers)).status).to.equal(200);
  });

  it('is refused if it is too large, before anything else', async () => {
    const stage = await start();
    const sent = JSON.stringify(im({}, { pad: '' }));
    const padded = (more: number) =>
      sent.replace('"pad":""', `"pad":"${'x'.repeat(SLACK_RECEIVER_LIMITS.body - sent.length + more)}"`);
    expect((await stage.post(padded(0), JSON_TYPE)).status).to.equal(200);
    expect(await stage.post(padded(1), JSON_TYPE)).to.deep.equal({ ...REFUSED, status: 413 });
    expect((await stage.raw(padded(1), {})).status).to.equal(413);
    expect(stage.events).to.have.lengthOf(1);
  });

  it('needs no signature if Slack only looks at the certificate', async () => {
    const stage = await start();
    const look = { 'content-type': FORM_TYPE };
    expect((await stage.raw('ssl_check=1&token=old', look)).status).to.equal(200);
    expect((await fetch(`${stage.address}?ssl_check=1&token=old`)).status).to.equal(200);
    expect((await fetch(stage.address)).status).to.equal(404);
    for (const forged of ['ssl_check=1&command=/fault', 'ssl_check=1&payload={}', 'ssl_check=1&ssl_check=1'])
      expect((await stage.raw(forged, look)).status, forged).to.equal(401);
    expect(stage.steps).to.deep.equal([]);
  });
});

describe('a verifier of Slack’s requests', () => {
  it('is not made without a secret', async () => {
    for (const secret of ['', ' ']) {
      const error = await slackVerifier(secret, { now: () => Temporal.Now.instant() }).then(
        () => null,
        (cause: unknown) => cause,
      );
      expect(error).to.be.instanceOf(SlackSettingsError);
    }
  });
});
