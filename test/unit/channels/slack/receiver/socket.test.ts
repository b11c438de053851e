import { expect } from 'chai';
import { pino } from 'pino';
import { type SlackSocket, slackSocket } from '../../../../../src/channels/slack/receiver/socket.ts';
import { socketConnect } from '../../../../../src/channels/slack/receiver/socket-client.ts';
import type { SlackAnswers, TakeParts } from '../../../../../src/channels/slack/receiver/take.ts';
import { StoreError } from '../../../../../src/ports/store/error.ts';
import type { Inbound } from '../../../../../src/runtime/inbound.ts';
import { FAKE_APP } from '../../../../support/slack/app.ts';
import { FakeSlack } from '../../../../support/slack/fake-slack.ts';
import { FakeSocketMode } from '../../../../support/slack/socket.ts';
import { command, event, im, press, submission, value } from './payloads.ts';
import { takeFor } from './stage.ts';

/** A service with a socket to the fake, whose pauses end at once. */
class Connected {
  readonly events: Inbound[] = [];
  readonly steps: string[] = [];
  readonly lines: string[] = [];
  /** How long it wanted to pause, in ms. */
  readonly pauses: number[] = [];
  socket: SlackSocket | null = null;

  start(slack: FakeSlack, parts: Partial<TakeParts> = {}, answers: Partial<SlackAnswers> = {}): void {
    const log = pino({ level: 'debug' }, { write: (line: string) => void this.lines.push(line) });
    const take = takeFor(this, log, parts, answers);
    this.socket = slackSocket({
      connect: socketConnect({ appToken: FAKE_APP.appToken, apiUrl: slack.apiUrl }),
      ...{ take, log, random: () => 0.5, clock: { now: () => Temporal.Now.instant() } },
      alarm: {
        after: (ms, ring) => {
          const isEnd = ms === 2000;
          if (!isEnd) this.pauses.push(ms);
          const timer = setTimeout(ring, isEnd ? ms : 1);
          return () => clearTimeout(timer);
        },
      },
    });
    this.socket.start();
  }
}

/** Waits for something to become true; the test's own limit ends it. */
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('Slack over a socket', () => {
  let slack: FakeSlack;
  let mode: FakeSocketMode;
  let service: Connected;

  beforeEach(async () => {
    slack = await FakeSlack.start();
    mode = await FakeSocketMode.start(slack);
    service = new Connected();
  });
  afterEach(async () => {
    await service.socket?.stop();
    await mode.stop();
    await slack.stop();
  });
  const connect = async (...parts: [Partial<TakeParts>?, Partial<SlackAnswers>?]): Promise<void> => {
    service.start(slack, ...parts);
    await mode.connected();
  };

  it('is acknowledged once it is kept', async () => {
    await connect();
    expect(await mode.deliver('events_api', im())).to.have.property('payload', null);
    expect(service.steps).to.deep.equal(['accept', 'kept']);
    expect(await mode.deliver('interactive', press())).to.have.property('payload', null);
    expect(await mode.deliver('interactive', press({}, { value: value('desk/x') }))).to.have.property(
      'payload',
      null,
    );
    expect(service.steps).to.deep.equal(['accept', 'kept', 'accept', 'kept', 'foreign']);
  });

  it('answers commands and modals in the acknowledgement', async () => {
    const errors = { response_action: 'errors', errors: { where: 'Where?' } };
    await connect({}, { check: async () => errors });
    const { payload } = await mode.deliver('slash_commands', command('/fault', 'Printer'));
    expect(payload).to.deep.equal({ response_type: 'ephemeral', text: 'ok' });
    expect((await mode.deliver('interactive', submission())).payload).to.deep.equal(errors);
  });

  it('does not acknowledge what was not kept, and takes it when it comes again', async () => {
    let isFull = true;
    const accept = async (inbound: Inbound) => {
      if (isFull) throw new StoreError('disk-full', 'full');
      service.events.push(inbound);
      return { outcome: 'new' } as const;
    };
    await connect({ engine: { accept } });
    const acked = mode.deliver('events_api', im());
    await until(() => service.lines.some((line) => line.includes('disk-full')));
    // What comes after it is acknowledged, and it is not.
    await mode.deliver('events_api', event({ type: 'reaction_added' }));
    expect(mode.acks).to.have.lengthOf(1);
    expect(mode.unacked).to.equal(1);
    isFull = false;
    mode.resend();
    await acked;
    expect(service.events).to.have.lengthOf(1);
    expect(service.lines.some((line) => line.includes('sends it again'))).to.equal(true);
  });

  for (const [name, end] of [
    ['breaks', () => mode.drop()],
    ['is closed', () => mode.close()],
    ['is about to end', () => mode.disconnect('warning')],
    ['is renewed', () => mode.disconnect('refresh_requested')],
  ] as const)
    it(`connects again when the connection ${name}, and loses nothing`, async () => {
      const gate = Promise.withResolvers<void>();
      await connect(
        {},
        {
          complete: async ({ inbound }) => {
            await gate.promise;
            return inbound;
          },
        },
      );
      const acked = mode.deliver('events_api', im());
      await until(() => mode.unacked === 1);
      const before = slack.calls('apps.connections.open');
      end();
      await until(() => slack.calls('apps.connections.open') > before);
      await mode.connected();
      gate.resolve();
      mode.resend();
      await acked;
      expect(service.events).to.have.lengthOf(1);
    });

  it('goes on after what is no envelope', async () => {
    await connect();
    for (const odd of [
      '',
      'no JSON',
      '7',
      'null',
      '{}',
      '{"type":"events_api","envelope_id":"1"}',
      '{"type":7}',
    ])
      mode.say(odd);
    mode.say(JSON.stringify({ type: 'events_api', envelope_id: '1', payload: { event: null } }));
    mode.say(JSON.stringify({ type: 'interactive', envelope_id: '1' }));
    mode.say(`{"type":"interactive","envelope_id":"1","payload":${'['.repeat(5000)}${']'.repeat(5000)}}`);
    mode.say(
      JSON.stringify({ type: 'interactive', envelope_id: '1', payload: { pad: 'x'.repeat(262_144) } }),
    );
    await mode.deliver('events_api', im());
    expect(service.events).to.have.lengthOf(1);
    expect(service.lines.filter((line) => line.includes('what is odd'))).to.have.lengthOf(11);
  });

  it('tries again after growing pauses, and tells what to do about a token', async () => {
    slack.appToken.state = 'revoked';
    service.start(slack);
    await until(() => service.pauses.length >= 8);
    expect(service.pauses.slice(0, 8)).to.deep.equal([1, 2, 4, 8, 16, 32, 60, 60].map((s) => s * 750));
    expect(service.lines.join()).to.include('SLACK_APP_TOKEN').and.not.to.include(FAKE_APP.appToken);
    slack.appToken.state = 'good';
    await mode.connected();
    await mode.deliver('events_api', im());
  });

  it('waits as long as Slack asks for', async () => {
    slack.failNextIn({ method: 'apps.connections.open' }, { retryAfter: 30 });
    service.start(slack);
    await mode.connected();
    expect(service.pauses).to.deep.equal([30_000]);
  });

  it('ends what it has begun, and takes nothing more', async () => {
    const gate = Promise.withResolvers<void>();
    let begun = 0;
    await connect(
      {},
      {
        complete: async ({ inbound }) => {
          begun += 1;
          await gate.promise;
          return inbound;
        },
      },
    );
    const acked = mode.deliver('events_api', im());
    await until(() => begun === 1);
    const stopped = service.socket?.stop();
    void mode.deliver('events_api', im({ ts: '1763885642.999999' }, { event_id: 'Ev0LATER' }));
    gate.resolve();
    await acked;
    await stopped;
    expect(service.events).to.have.lengthOf(1);
    expect(mode.unacked).to.equal(1);
    await until(() => mode.connections === 0);
  });

  it('ends at once while it only connects', async () => {
    slack.failNextIn({ method: 'apps.connections.open' }, 'hangs');
    service.start(slack);
    await until(() => slack.calls('apps.connections.open') === 1);
    await service.socket?.stop();
    expect(mode.connections).to.equal(0);
  });

  it('ends where the other side does not say goodbye', async () => {
    mode.lingers = true;
    await connect();
    await mode.deliver('events_api', event({ type: 'reaction_added' }));
    await service.socket?.stop();
    await until(() => mode.connections === 0);
  });
});
