import { pino } from 'pino';
import type { Delivery } from '../../src/ports/store/outbox.ts';
import type { Store } from '../../src/ports/store.ts';
import type { TurnFunction } from '../../src/runtime/plan-turn.ts';
import { WorkingEngine } from '../../src/runtime/working-engine.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { KeepingSender } from './engine.ts';
import { MemoryQueue } from './memory-jobs.ts';
import { MemoryFellows } from './memory-peers.ts';
import { playbookFrom, shippedText } from './playbooks.ts';
import { VirtualTime } from './virtual-time.ts';

/** A process as far as the runtime knows of one. */
export interface TestProcess {
  readonly engine: WorkingEngine;
  readonly sender: KeepingSender;
}

/** Several processes on one store in memory and one queue, on a clock in the test's hand. */
export class Processes {
  readonly time = new VirtualTime();
  readonly store: Store = openSqliteStore({ file: ':memory:' });
  readonly queue = new MemoryQueue(this.time);
  readonly fellows = new MemoryFellows();
  /** Whatever any of them sent, in order. */
  readonly sent: Delivery[] = [];
  readonly faults: unknown[] = [];
  readonly #turn: TurnFunction;
  readonly #all: TestProcess[] = [];

  constructor(turn: TurnFunction) {
    this.#turn = turn;
  }

  async start(): Promise<TestProcess> {
    const playbook = { ...playbookFrom(shippedText('porsanger')), followUp: null };
    const sender = new KeepingSender();
    const send = sender.send.bind(sender);
    sender.send = async (delivery) => {
      const sending = await send(delivery);
      if (sending.outcome === 'sent') this.sent.push(delivery);
      return sending;
    };
    const worker = `process-${this.#all.length}`;
    const write = (line: string): void => void this.faults.push(JSON.parse(line));
    const engine = new WorkingEngine({
      ...{ store: this.store, turn: this.#turn, clock: this.time, alarm: this.time, random: () => 0.5 },
      playbooks: new Map([[playbook.organisation, playbook]]),
      senders: new Map([
        ['web', sender],
        ['desk', sender],
      ]),
      ...{ transcripts: new Set(['web', 'desk']), spending: new Set<string>() },
      ...{ shared: { jobs: this.queue.process(), peers: this.fellows.process(worker) }, worker },
      log: pino({ level: 'error' }, { write }),
    });
    const started = { engine, sender };
    this.#all.push(started);
    await engine.run();
    return started;
  }

  /** Lets so much time pass, in ms, and everything happen that follows from it, a step at a time. */
  async pass(ms: number, step = STEP_MS): Promise<void> {
    for (let passed = 0; passed < ms; passed += step) {
      for (let i = 0; i < 20; i++) await new Promise(setImmediate);
      await this.time.pass(Math.min(step, ms - passed));
    }
    for (let i = 0; i < 20; i++) await new Promise(setImmediate);
  }

  async end(): Promise<void> {
    await Promise.all(this.#all.map(({ engine }) => engine.stop()));
    await this.store.close();
  }
}

const STEP_MS = 50;
