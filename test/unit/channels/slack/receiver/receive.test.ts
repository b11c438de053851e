import { App } from '@slack/bolt';
import { expect } from 'chai';
import { boltBridge } from '../../../../../src/channels/slack/receiver/bolt.ts';
import { isDeeper } from '../../../../../src/channels/slack/receiver/depth.ts';
import { SLACK_RECEIVER_LIMITS } from '../../../../../src/channels/slack/receiver/limits.ts';
import { StoreError, type StoreErrorCode } from '../../../../../src/ports/store/error.ts';
import {
  command,
  event,
  globalShortcut,
  homeOpened,
  im,
  mention,
  messageAction,
  ORGANISATIONS,
  press,
  REFUSING,
  revoked,
  submission,
  uninstalled,
  value,
} from './payloads.ts';
import { FORM_TYPE, JSON_TYPE, Stage } from './stage.ts';

const EMPTY = { status: 200, type: null, body: '' };
const nothing = () => undefined;
const form = (payload: unknown) => new URLSearchParams({ payload: JSON.stringify(payload) }).toString();

describe('the receiver of Slack', () => {
  const stages: Stage[] = [];
  afterEach(() => {
    for (const stage of stages.splice(0)) stage.stop();
  });
  async function start(...parts: Parameters<typeof Stage.start>): Promise<Stage> {
    const stage = await Stage.start(...parts);
    stages.push(stage);
    return stage;
  }

  it('answers the challenge by which Slack sees whose the address is', async () => {
    const stage = await start();
    const challenge = '3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P';
    const answer = await stage.event({ token: 'old', challenge, type: 'url_verification' });
    expect(answer).to.deep.equal({ status: 200, type: 'text/plain; charset=utf-8', body: challenge });
    expect(stage.steps).to.deep.equal([]);
  });

  it('keeps an event before it acknowledges it', async () => {
    let isKept = false;
    const stage = await start({
      engine: {
        accept: async () => {
          await new Promise((resolve) => setImmediate(resolve));
          isKept = true;
          return { outcome: 'new' };
        },
      },
    });
    expect(await stage.event(im())).to.deep.equal(EMPTY);
    expect(isKept).to.equal(true);
  });

  it('tells of what was kept once, however often Slack sends it', async () => {
    const stage = await start();
    const sent = [im(), im(), im(), im()].map((payload, i) =>
      stage.event(
        payload,
        i === 0 ? {} : { 'x-slack-retry-num': `${i}`, 'x-slack-retry-reason': 'http_timeout' },
      ),
    );
    expect(await Promise.all(sent)).to.deep.equal([EMPTY, EMPTY, EMPTY, EMPTY]);
    expect(stage.steps).to.deep.equal(['accept', 'kept']);
    const retries = stage.lines.map((line) => JSON.parse(line)).filter(({ retry }) => retry !== undefined);
    expect(retries.map(({ retry, reason }) => [retry, reason]).toSorted()).to.deep.equal([
      [1, 'http_timeout'],
      [2, 'http_timeout'],
      [3, 'http_timeout'],
    ]);
  });

  it('acknowledges a press at once, and what is not for the inbox', async () => {
    const stage = await start();
    expect(await stage.interaction(press())).to.deep.equal(EMPTY);
    expect(await stage.interaction(press({}, { value: value('desk/x') }))).to.deep.equal(EMPTY);
    expect(await stage.interaction(press({}, { action_id: 'dialog:3-1' }))).to.deep.equal(EMPTY);
    expect(await stage.interaction(messageAction())).to.deep.equal(EMPTY);
    expect(await stage.interaction(globalShortcut())).to.deep.equal(EMPTY);
    expect(await stage.event(homeOpened('home'))).to.deep.equal(EMPTY);
    expect(await stage.event(uninstalled)).to.deep.equal(EMPTY);
    expect(await stage.event(event({ type: 'reaction_added' }))).to.deep.equal(EMPTY);
    const steps = ['accept', 'kept', 'foreign', 'open', 'direct', 'direct', 'home', 'removed'];
    expect(stage.steps).to.deep.equal(steps);
  });

  it('answers a command in the response', async () => {
    const stage = await start();
    expect(await stage.command(command('/fault', 'Printer'))).to.deep.equal({
      ...{ status: 200, type: 'application/json; charset=utf-8' },
      body: '{"response_type":"ephemeral","text":"ok"}',
    });
  });

  it('tells a modal what is wrong with its fields, and keeps it not', async () => {
    const errors = { response_action: 'errors', errors: { where: 'Where?' } };
    const stage = await start({}, { check: async () => errors });
    expect(JSON.parse((await stage.interaction(submission())).body)).to.deep.equal(errors);
    expect(stage.events).to.deep.equal([]);
  });

  it('keeps a modal, and then closes or changes it', async () => {
    const stage = await start();
    expect(await stage.interaction(submission())).to.deep.equal(EMPTY);
    expect(stage.steps).to.deep.equal(['check', 'accept', 'submitted']);
    const ids: string[] = [];
    const update = await start(
      {},
      {
        submitted: async (_modal, id) => {
          ids.push(id);
          return { response_action: 'update' };
        },
      },
    );
    for (const trigger of ['1.1.a', '2.2.b'])
      expect((await update.interaction(submission({}, { trigger_id: trigger }))).body).to.include('update');
    // Sent twice, it is answered like the first time.
    expect(new Set(ids)).to.have.lengthOf(1);
  });

  it('tells refused guests, in the response to a command only', async () => {
    const stage = await start({ organisations: REFUSING });
    expect(await stage.event(im({ user_profile: { is_restricted: true } }))).to.deep.equal(EMPTY);
    expect(stage.steps).to.deep.equal(['guest']);
    expect(stage.events).to.deep.equal([]);
  });

  const twice = new URLSearchParams([
    ['payload', JSON.stringify(press())],
    ['payload', JSON.stringify(submission())],
  ]).toString();
  const smuggled: Record<string, [string, string, number]> = {
    'a second payload': [twice, FORM_TYPE, 400],
    'a payload beside a command': [
      `${new URLSearchParams(command('/fault'))}&${form(press())}`,
      FORM_TYPE,
      400,
    ],
    'a command twice': [`${new URLSearchParams(command('/fault'))}&command=/who`, FORM_TYPE, 400],
    'a payload within JSON': [JSON.stringify({ ...im(), payload: JSON.stringify(press()) }), JSON_TYPE, 400],
    'a payload that is no JSON': ['payload={', FORM_TYPE, 400],
    'a payload that is a list': ['payload=[]', FORM_TYPE, 400],
    'JSON that is called a form': [JSON.stringify(im()), FORM_TYPE, 200],
    'a form that is called JSON': [form(press()), JSON_TYPE, 400],
    neither: [JSON.stringify(im()), 'text/plain', 415],
    'nothing at all': ['', JSON_TYPE, 400],
    'too many fields': [Array.from({ length: 41 }, (_, i) => `f${i}=1`).join('&'), FORM_TYPE, 400],
    'lists within each other': [`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, JSON_TYPE, 400],
    'lists without an end': [`{"a":${'['.repeat(200_000)}`, JSON_TYPE, 400],
    'objects within a payload': [
      `payload=${encodeURIComponent(`${'{"a":'.repeat(100)}1${'}'.repeat(100)}`)}`,
      FORM_TYPE,
      400,
    ],
  };
  for (const [name, [body, type, status]] of Object.entries(smuggled))
    it(`processes nothing of ${name}`, async () => {
      const stage = await start();
      const answer = await stage.post(body, type);
      expect([answer.status, answer.body]).to.deep.equal([status, '']);
      expect(stage.steps).to.deep.equal([]);
    });

  const faults: [StoreErrorCode, number][] = [
    ['disk-full', 503],
    ['locked', 503],
    ['too-large', 413],
    ['invalid', 400],
  ];
  for (const [code, status] of faults)
    it(`does not acknowledge what was not kept (${code})`, async () => {
      const engine = { accept: () => Promise.reject(new StoreError(code, 'Skriveren')) };
      const stage = await start({ engine });
      for (const answer of [await stage.event(im()), await stage.interaction(submission())])
        expect(answer).to.deep.equal({ ...EMPTY, status });
      expect(stage.lines.join()).to.not.include('Skriveren');
      const loud = stage.lines.filter((line) => (JSON.parse(line) as { level: number }).level >= 40);
      expect(loud.join().includes(code)).to.equal(status !== 503);
      expect(stage.steps).not.to.include('kept').and.not.to.include('submitted');
    });

  it('does not acknowledge what was not kept, though the person is told so', async () => {
    const engine = { accept: () => Promise.reject(new StoreError('disk-full', 'full')) };
    const stage = await start({ engine });
    expect(await stage.event(im())).to.deep.equal({ ...EMPTY, status: 503 });
    expect(stage.steps).to.deep.equal(['notKept']);
  });

  it('keeps what the store refused at first, within what Slack waits', async () => {
    let refusals = 2;
    const accept = async () => {
      if (refusals-- > 0) throw new StoreError('read-only', 'a failover');
      return { outcome: 'new' } as const;
    };
    const stage = await start({ engine: { accept }, patienceMs: 2000 });
    expect(await stage.event(im())).to.deep.equal(EMPTY);
    expect(stage.steps).to.deep.equal(['kept']);
  });

  it('does not acknowledge what the channel could not do', async () => {
    const stage = await start(
      {},
      {
        direct: () => Promise.reject(new Error('Skriveren')),
        removed: () => Promise.reject(new StoreError('locked', 'x')),
      },
    );
    expect((await stage.command(command('/fault'))).status).to.equal(503);
    expect((await stage.event(revoked)).status).to.equal(503);
    expect(stage.lines.join()).not.to.include('Skriveren');
  });

  it('says once of each workspace that no playbook names it, and keeps nothing from there', async () => {
    const nobodys = { ...ORGANISATIONS, organisationOf: () => null };
    const stage = await start({ organisations: nobodys });
    for (const team of ['T0AAAAAAA', 'T0BBBBBBB', 'T0AAAAAAA'])
      expect((await stage.event(im({}, { team_id: team, event_id: `Ev${team}` }))).status).to.equal(200);
    expect((await stage.command(command('/fault'))).status).to.equal(200);
    expect(stage.events).to.deep.equal([]);
    const said = stage.lines.filter((line) => line.includes('no playbook names this workspace'));
    expect(said.map((line) => (JSON.parse(line) as { team: string }).team).slice(0, 2)).to.deep.equal([
      'T0AAAAAAA',
      'T0BBBBBBB',
    ]);
    expect(said).to.have.lengthOf(3);
    expect(said.join()).to.not.include('Skriveren');
  });

  it('goes on after what fails once it was acknowledged', async () => {
    const stage = await start(
      {},
      {
        kept: () => {
          throw new Error('Skriveren');
        },
      },
    );
    expect(await stage.event(im())).to.deep.equal(EMPTY);
    expect(await stage.event(mention({}, { event_id: 'Ev0OTHER' }))).to.deep.equal(EMPTY);
    expect(stage.events).to.have.lengthOf(2);
  });

  describe('with an app of Bolt’s', () => {
    async function withApp(authorize: () => Promise<{ botToken: string; botId: string }>) {
      const bolt = boltBridge({ start: async () => null, stop: async () => null });
      const heard: string[] = [];
      const app = new App({
        receiver: bolt.receiver,
        authorize,
        logger: {
          ...{ debug: nothing, info: nothing, warn: nothing, error: nothing },
          ...{ setLevel: nothing, setName: nothing, getLevel: () => 'error' as never },
        },
      });
      app.event('reaction_added', async ({ event: { reaction } }) => void heard.push(reaction));
      app.event('app_mention', async () => void heard.push('mention'));
      app.options('places', async ({ ack }) => ack({ options: [] }));
      const stage = await start({ bolt });
      return { stage, heard };
    }
    const authorized = async () => ({ botToken: 'xoxb-1', botId: 'B1' });
    const reaction = event({ type: 'reaction_added', user: 'U1', reaction: 'eyes', item: {} });

    it('hands on what the service does not know, and takes its answer', async () => {
      const { stage, heard } = await withApp(authorized);
      expect(await stage.event(reaction)).to.deep.equal(EMPTY);
      const options = {
        ...press(),
        type: 'block_suggestion',
        action_id: 'places',
        block_id: 'b',
        value: 'x',
      };
      expect((await stage.interaction(options)).body).to.equal('{"options":[]}');
      expect(heard).to.deep.equal(['eyes']);
    });

    it('keeps for itself what it knows, also where the app would drop it', async () => {
      const { stage, heard } = await withApp(() => Promise.reject(new Error('who?')));
      expect(await stage.event(mention())).to.deep.equal(EMPTY);
      expect(await stage.event(reaction)).to.deep.equal(EMPTY);
      expect(stage.events).to.have.lengthOf(1);
      expect(heard).to.deep.equal([]);
    });
  });
});

describe('how deep JSON is', () => {
  it('is counted outside of texts only', () => {
    expect(isDeeper('{"a":"[[[[\\"[[[["}', 1)).to.equal(false);
    expect(isDeeper('{"a":[{}]}', 2)).to.equal(true);
    expect(isDeeper('[[],[],[]]', 2)).to.equal(false);
    const { depth } = SLACK_RECEIVER_LIMITS;
    expect(isDeeper('['.repeat(depth), depth)).to.equal(false);
    expect(isDeeper('['.repeat(depth + 1), depth)).to.equal(true);
  });
});
