import { expect } from 'chai';
import { pino } from 'pino';
import { z } from 'zod';
import type { Opened, Personal } from '../../../../../src/channels/teams/connector/connector.ts';
import type { InvokeAnswer } from '../../../../../src/channels/teams/invokes/answer.ts';
import { answerInvoke } from '../../../../../src/channels/teams/invokes/invokes.ts';
import type { InvokeParts } from '../../../../../src/channels/teams/invokes/parts.ts';
import { foundIn } from '../../../../../src/channels/teams/receiver/parse/found.ts';
import { ownerSign } from '../../../../../src/channels/teams/receiver/parse/ids.ts';
import type { TeamsCard } from '../../../../../src/channels/teams/render.ts';
import type { Reply } from '../../../../../src/conversation/messages.ts';
import { turn } from '../../../../../src/conversation/turn.ts';
import type { Playbook } from '../../../../../src/domain/organisation/playbook.ts';
import type { Inbound } from '../../../../../src/runtime/inbound.ts';
import { ORGANISATIONS, type Payload, payload } from '../../../../replay/teams/payloads.ts';
import { HandAlarm, TestEngine } from '../../../../support/engine.ts';
import { shipped } from '../../../../support/playbooks.ts';

const card = z.strictObject({
  contentType: z.literal('application/vnd.microsoft.card.adaptive'),
  content: z.looseObject({ type: z.literal('AdaptiveCard'), version: z.literal('1.5') }),
});
const preview = z.strictObject({
  contentType: z.literal('application/vnd.microsoft.card.thumbnail'),
  content: z.strictObject({ title: z.string().min(1), text: z.string().min(1) }),
});

/** What Microsoft's pages say that the answers to these invokes are; their addresses stand in the code that makes them. */
const TASK = z.strictObject({
  task: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('message'), value: z.string().min(1) }),
    z.strictObject({
      type: z.literal('continue'),
      value: z.strictObject({
        title: z.string().min(1).max(64),
        height: z.enum(['small', 'medium', 'large']),
        width: z.enum(['small', 'medium', 'large']),
        card,
      }),
    }),
  ]),
});
const RESULTS = z.strictObject({
  composeExtension: z.strictObject({
    type: z.literal('result'),
    attachmentLayout: z.literal('list'),
    attachments: z.array(card.extend({ preview })),
  }),
});

/** One result of a search. */
export interface Result {
  readonly title: string;
  readonly text: string;
  readonly card: TeamsCard;
}

/** The words of a dialog that closes. */
export function wordsIn(answer: InvokeAnswer): string {
  const { task } = TASK.parse(answer.body);
  if (task.type !== 'message') throw new Error('it is a card');
  return task.value;
}

/** The card of a dialog, and what stands above it. */
export function cardIn(answer: InvokeAnswer): { readonly title: string; readonly card: TeamsCard } {
  expect(answer.status).to.equal(200);
  const { task } = TASK.parse(answer.body);
  if (task.type !== 'continue') throw new Error(`it says: ${task.value}`);
  return { title: task.value.title, card: task.value.card.content as unknown as TeamsCard };
}

export function resultsIn(answer: InvokeAnswer): Result[] {
  expect(answer.status).to.equal(200);
  return RESULTS.parse(answer.body).composeExtension.attachments.map((one) => ({
    ...one.preview.content,
    card: one.content as unknown as TeamsCard,
  }));
}

/** Invokes of Teams, answered with the real conversation on a store in memory; only Teams' connector is played. */
export class InvokeStage {
  readonly town: TestEngine;
  readonly alarm = new HandAlarm();
  readonly lines: string[] = [];
  readonly opened: Personal[] = [];
  /** What came into the inbox, repetitions too. */
  readonly inbound: Inbound[] = [];
  /** What opening a personal chat comes to. */
  opening: () => Promise<Opened> = async () => ({ outcome: 'opened', conversation: 'a:1-personal' });
  /** Called in place of the inbox. */
  refusal: (() => never) | null = null;
  playbook: Playbook;
  organisations = ORGANISATIONS;

  constructor(playbook = shipped('porsanger')) {
    this.playbook = playbook;
    this.town = new TestEngine(turn, { spending: ['teams'] });
  }

  /** Answers an activity as the route does. */
  async answer(sent: Payload): Promise<InvokeAnswer> {
    const found = foundIn(sent, this.organisations);
    if (typeof found === 'string') throw new Error(found);
    return answerInvoke(this.#parts(), found.activity, found.placed);
  }

  /** A recorded activity, changed. */
  send(name: string, changes: Payload = {}): Promise<InvokeAnswer> {
    return this.answer({ ...payload(name), ...changes });
  }

  /** What is said to somebody who writes, or presses, in the conversation of a payload. */
  async happen(name: string, what: Inbound['what'], id: string): Promise<readonly Reply[]> {
    const found = foundIn(payload(name), this.organisations);
    if (typeof found === 'string') throw new Error(found);
    const { organisation, conversation, from, reach } = found.placed;
    await this.#accept({ id, organisation, conversation, from, reach, what, ahead: 0 });
    const answered = await this.town.engine.answered(id, 1000);
    return answered === 'late' ? [] : answered.replies;
  }

  /** What an event was answered with. */
  async replies(id: string): Promise<readonly Reply[]> {
    const answered = await this.town.engine.answered(id, 1000);
    return answered === 'late' ? [] : answered.replies;
  }

  #parts(): InvokeParts {
    const { engine, store } = this.town;
    const never = () => Promise.reject(new Error('nothing is written there'));
    return {
      engine: { accept: (inbound) => this.#accept(inbound), answered: (id, ms) => engine.answered(id, ms) },
      outbox: store,
      connector: {
        ...{ post: never, update: never, member: never },
        openPersonal: async (_, who) => {
          this.opened.push(who);
          return this.opening();
        },
      },
      organisations: this.organisations,
      playbooks: new Map([['porsanger', this.playbook]]),
      clock: { now: () => Temporal.Instant.fromEpochMilliseconds(this.town.now) },
      alarm: this.alarm,
      log: pino({ level: 'debug' }, { write: (line: string) => void this.lines.push(line) }),
    };
  }

  /** The turn is over before the event is acknowledged, so that nobody waits for the time. */
  async #accept(inbound: Inbound) {
    if (this.refusal !== null) return this.refusal();
    this.inbound.push(inbound);
    const receipt = await this.town.engine.accept(inbound);
    await this.town.engine.workThrough();
    return receipt;
  }
}

/** The sign on the buttons of whoever sent a payload. */
export function signOf(name: string): string {
  const found = foundIn(payload(name), ORGANISATIONS);
  if (typeof found === 'string') throw new Error(found);
  return ownerSign(found.placed.conversation);
}
