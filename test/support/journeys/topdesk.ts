import { pino } from 'pino';
import { HandoffSender } from '../../../src/handoffs/sender.ts';
import { TopdeskApi } from '../../../src/handoffs/topdesk/api.ts';
import { TopdeskHandoff } from '../../../src/handoffs/topdesk/topdesk.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Sender } from '../../../src/ports/sender.ts';
import type { Store } from '../../../src/ports/store.ts';
import { StatusWatch } from '../../../src/runtime/orders/watch.ts';
import type { WorkingEngine } from '../../../src/runtime/working-engine.ts';
import { HandAlarm } from '../engine.ts';
import { FakeTopdesk, OPERATOR } from '../suppliers/topdesk.ts';

/** How TOPdesk is in a story: it takes what comes, or does not let the bot in. */
export type TopdeskMood = 'works' | 'refuses';

/** TOPdesk on this machine, as one stage of a journey has it. */
export class JourneyTopdesk {
  readonly #fake: FakeTopdesk;
  readonly #handoff: TopdeskHandoff;

  static async start(mood: TopdeskMood): Promise<JourneyTopdesk> {
    const fake = await FakeTopdesk.start();
    if (mood === 'refuses') fake.faults.push({ on: 'any', status: 401 });
    return new JourneyTopdesk(fake);
  }

  private constructor(fake: FakeTopdesk) {
    this.#fake = fake;
    const api = new TopdeskApi({ address: fake.address, ...OPERATOR });
    this.#handoff = new TopdeskHandoff({ api, readPicture: async () => null });
  }

  /** What carries orders there. */
  sender(clock: Clock): Sender {
    return new HandoffSender({ handoff: () => this.#handoff, clock });
  }

  /** IT solves all that lies there, and the bot looks how it stands. */
  async solve(organisation: string, engine: WorkingEngine, store: Store, clock: Clock): Promise<void> {
    for (const incident of this.#fake.incidents) Object.assign(incident, { status: 'Løst', completed: true });
    const watch = new StatusWatch({
      ...{ store, engine, clock, alarm: new HandAlarm(), log: pino({ level: 'silent' }) },
      systems: new Map([[organisation, this.#handoff]]),
    });
    await watch.look();
    await engine.workThrough();
  }

  stop(): Promise<void> {
    return this.#fake.stop();
  }
}
