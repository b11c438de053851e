import { pino } from 'pino';
import type { SlackAddress } from '../../../../src/channels/slack/address.ts';
import { SlackSender } from '../../../../src/channels/slack/sender.ts';
import type { Message, Reply } from '../../../../src/conversation/messages.ts';
import type { Spent } from '../../../../src/conversation/spent.ts';
import type { Sending } from '../../../../src/ports/sender.ts';
import type { Delivery } from '../../../../src/ports/store/outbox.ts';
import type { Store } from '../../../../src/ports/store.ts';
import { deskOf } from '../../../../src/runtime/names.ts';
import { WorkingEngine } from '../../../../src/runtime/working-engine.ts';
import { openSqliteStore } from '../../../../src/storage/sqlite/open.ts';
import { HandAlarm, inbound } from '../../../support/engine.ts';
import { playbookFrom, shippedText } from '../../../support/playbooks.ts';
import type { FakeMessage } from '../../../support/slack/world.ts';
import { Stage } from './api/stage.ts';

export const ASK: Message = {
  kind: 'ask',
  language: 'nb',
  text: 'Hvor er du?',
  hint: null,
  picture: false,
  choices: [
    { id: 'a', label: 'Kommunehuset', style: 'plain' },
    { id: 'b', label: 'Legekontoret', style: 'plain' },
  ],
};

export const said = (text: string): Message => ({
  ...{ kind: 'say', language: 'nb', tone: 'plain', choices: [] },
  text,
});

/** What a turn says. */
export interface Script {
  readonly replies?: readonly Reply[];
  readonly spent?: Spent;
}

/** The whole way from a turn through the store and the outbox to a fake Slack, on one clock in the test's hand. */
export class SendingStage {
  readonly slack: Stage;
  readonly store: Store = openSqliteStore({ file: ':memory:' });
  readonly engine: WorkingEngine;
  readonly sender: SlackSender;
  readonly log: Record<string, unknown>[] = [];
  /** What came of each try to send, in order. */
  readonly outcomes: Sending[] = [];
  readonly address: SlackAddress;
  readonly conversation: string;
  #script: Script = {};
  #events = 0;

  static async start(thread = true): Promise<SendingStage> {
    return new SendingStage(await Stage.start(), thread);
  }

  private constructor(slack: Stage, inThread: boolean) {
    this.slack = slack;
    const { town, channel, user } = slack;
    const root = town.keep(channel.id, { user, text: '@driftvakt hei' });
    const thread = inThread ? root.ts : null;
    const at = inThread ? channel.id : town.dmWith(user).id;
    this.address = { ...slack.of, channel: at, thread, user };
    this.conversation = `slack/porsanger/T1/${at}${thread === null ? '' : `:${thread}`}/${user}`;
    const log = pino({ level: 'info' }, { write: (line) => void this.log.push(JSON.parse(line)) });
    const desk: SlackAddress = { ...slack.of, channel: channel.id, thread: null, user };
    this.sender = new SlackSender({
      api: slack.api,
      engine: {
        reached: (...of) => this.engine.reached(...of),
        accept: (event) => this.engine.accept(event),
      },
      outbox: this.store,
      deskAddress: (organisation) => (organisation === 'porsanger' ? desk : null),
      log,
    });
    const keeping = {
      send: async (delivery: Delivery) => this.#kept(await this.sender.send(delivery)),
      settle: async (delivery: Delivery) => this.#kept(await this.sender.settle(delivery)),
    };
    this.engine = new WorkingEngine({
      store: this.store,
      turn: (_playbook, state) => {
        const { replies = [], spent = null } = this.#script;
        return { state: { ...state, turns: state.turns + 1 }, replies, effects: [], spent };
      },
      playbooks: new Map([['porsanger', playbookFrom(shippedText('porsanger'))]]),
      senders: new Map([
        ['slack', keeping],
        ['desk', keeping],
      ]),
      transcripts: new Set(),
      spending: new Set(['slack', 'desk']),
      ...{ clock: slack.clock, alarm: new HandAlarm(), random: () => 0.5, log },
    });
  }

  /** One turn that says this, sent as far as it goes now. */
  async turn(script: Script, conversation = this.conversation): Promise<void> {
    this.#script = script;
    this.#events += 1;
    const { address } = this;
    const reach = { place: `slack/T1/${address.channel}`, address: { ...address } };
    const isDesk = conversation === deskOf('porsanger');
    const event = inbound(
      `e${this.#events}`,
      isDesk ? { kind: 'due' } : { kind: 'said', text: 'hei', pictures: [] },
      isDesk ? { conversation } : { conversation, reach },
    );
    await this.engine.accept(event);
    await this.engine.workThrough();
  }

  say(key: string, message: Message = said(key), replaces: string | null = null): Promise<void> {
    return this.turn({ replies: [{ key, replaces, message }] });
  }

  /** Lets time pass, and what is due be sent. */
  async later(ms: number): Promise<void> {
    this.slack.time.now += ms;
    await this.engine.workThrough();
  }

  delivery(key: string): Promise<Delivery | null> {
    return this.store.delivery(`${this.conversation}/${key}`);
  }

  /** What the bot wrote where the conversation is. */
  get written(): readonly FakeMessage[] {
    return this.slack.town.messages(this.address.channel).filter(({ isOfBot }) => isOfBot);
  }

  #kept(sending: Sending): Sending {
    this.outcomes.push(sending);
    return sending;
  }

  async stop(): Promise<void> {
    this.slack.stop();
    await this.store.close();
  }
}
