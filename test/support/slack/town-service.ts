import type { AddressInfo } from 'node:net';
import { type Logger, pino } from 'pino';
import type { Server } from 'restify';
import { Pacer } from '../../../src/channels/pace/pacer.ts';
import type { AnswerParts } from '../../../src/channels/slack/answers/parts.ts';
import { slackCall } from '../../../src/channels/slack/api/call.ts';
import { slackApi } from '../../../src/channels/slack/api/client.ts';
import { type Pace, slackPace } from '../../../src/channels/slack/api/pace.ts';
import { botToken } from '../../../src/channels/slack/api/tokens.ts';
import { slackChannel } from '../../../src/channels/slack/channel.ts';
import { introductions } from '../../../src/channels/slack/introduce.ts';
import { organisationsIn } from '../../../src/channels/slack/organisations.ts';
import { slackRoutes } from '../../../src/channels/slack/receiver/receive.ts';
import { type SlackSocket, slackSocket } from '../../../src/channels/slack/receiver/socket.ts';
import { socketConnect } from '../../../src/channels/slack/receiver/socket-client.ts';
import type { Take } from '../../../src/channels/slack/receiver/take.ts';
import { slackVerifier } from '../../../src/channels/slack/receiver/verify.ts';
import type { Playbook } from '../../../src/domain/organisation/playbook.ts';
import { LinkKeys } from '../../../src/http/link-key.ts';
import { createHttpServer } from '../../../src/http/server.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Sender } from '../../../src/ports/sender.ts';
import type { Store } from '../../../src/ports/store.ts';
import { systemAlarm } from '../../../src/runtime/alarm.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { WorkingEngine } from '../../../src/runtime/working-engine.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import { FAKE_APP } from './app.ts';
import type { FakeSlack } from './fake-slack.ts';
import type { FakeWorkspace } from './workspace.ts';
import type { FakeChannel } from './world.ts';

/** What a town's service is made of. */
export interface TownSettings {
  readonly playbook: Playbook;
  readonly clock: Clock;
  readonly slack: FakeSlack;
  readonly workspace: FakeWorkspace;
  readonly desk: FakeChannel;
  readonly way: 'http' | 'socket';
  /** A file outlives the service. */
  readonly file: string;
  /** By this clock it keeps below what Slack takes; null: it does not, and is told so. */
  readonly paced: Clock | null;
  /** Takes what goes to suppliers; null: nobody does. */
  readonly handoff: Sender | null;
  /** What is logged. */
  readonly lines: string[];
}

/** The service, with everything of Slack's in it, as it runs once: from its start to its end. */
export class TownService {
  readonly store: Store;
  readonly engine: WorkingEngine;
  readonly #settings: TownSettings;
  readonly #playbooks: ReadonlyMap<string, Playbook>;
  readonly #senders = new Map<string, Sender>();
  readonly #log: Logger;
  #server: Server | null = null;
  #socket: SlackSocket | null = null;

  static async start(settings: TownSettings): Promise<TownService> {
    const service = new TownService(settings);
    const take = service.#channel();
    if (settings.way === 'http') await service.#serve(take);
    else service.#connect(take);
    await service.engine.run();
    return service;
  }

  private constructor(settings: TownSettings) {
    this.#settings = settings;
    const { playbook, clock, file, lines } = settings;
    this.#playbooks = new Map([[playbook.organisation, playbook]]);
    this.#log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
    this.store = openSqliteStore({ file });
    this.engine = new WorkingEngine({
      ...{ store: this.store, playbooks: this.#playbooks, senders: this.#senders, log: this.#log },
      ...{ clock, alarm: systemAlarm, random: () => 0.5 },
      ...{ transcripts: new Set<string>(), spending: new Set(['slack', 'desk']) },
    });
  }

  /** Where it takes requests; '' for one that connects to Slack by itself. */
  get address(): string {
    if (this.#server === null) return '';
    const { port } = this.#server.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/slack/events`;
  }

  async stop(): Promise<void> {
    await this.#socket?.stop();
    this.#server?.server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server?.close(resolve) ?? resolve());
    await this.engine.stop();
    await this.store.close();
  }

  #channel(): Take {
    const { workspace, desk } = this.#settings;
    const channel = slackChannel({
      ...this.#answerParts(),
      bolt: { pass: async () => null },
      deskAddress: () => ({
        ...{ team: workspace.team, enterprise: null, channel: desk.id, thread: null, user: 'desk' },
      }),
      engine: this.engine,
    });
    this.#senders.set('slack', channel.sender);
    this.#senders.set('desk', channel.sender);
    if (this.#settings.handoff !== null) this.#senders.set('handoff', this.#settings.handoff);
    return channel.take;
  }

  async #serve(take: Take): Promise<void> {
    const verify = await slackVerifier(FAKE_APP.signingSecret, systemClock);
    const server = createHttpServer({
      ...{ playbooks: this.#playbooks, clock: this.#settings.clock, log: this.#log },
      ...{ keys: new LinkKeys(undefined, false), ready: async () => undefined },
      routes: slackRoutes({ verify, take, log: this.#log }),
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.#server = server;
  }

  #connect(take: Take): void {
    const connect = socketConnect({ appToken: FAKE_APP.appToken, apiUrl: this.#settings.slack.apiUrl });
    this.#socket = slackSocket({
      ...{ connect, take, log: this.#log, clock: systemClock },
      // A connection that was short is soon followed by the next one.
      ...{ alarm: { after: (ms, then) => systemAlarm.after(Math.min(ms, 50), then) }, random: () => 0.5 },
    });
    this.#socket.start();
  }

  #answerParts(): AnswerParts {
    const { slack, workspace, clock, paced } = this.#settings;
    const call = slackCall({ apiUrl: slack.apiUrl, clock: systemClock });
    const unpaced: Pace = async (_counted, run) => run();
    const tokens = botToken(workspace.token, call, clock);
    const pace =
      paced === null
        ? unpaced
        : slackPace(new Pacer({ clock: paced, alarm: systemAlarm, random: () => 0.5 }));
    const api = slackApi({ tokens, call, pace });
    const { engine, store } = this;
    const log = this.#log;
    return {
      ...{ api, engine, outbox: store, playbooks: this.#playbooks, clock, log },
      organisations: organisationsIn(this.#playbooks, { defaultOrganisation: null }),
      pictures: async (inbound) => inbound,
      introduce: introductions({ api, engine, records: store, clock, log }),
      forget: async () => undefined,
    };
  }
}
