import type { Alarm } from '../ports/alarm.ts';
import type { MessageBody, SpentBody } from '../ports/sender.ts';
import type { Turn } from '../ports/store/turn.ts';
import type { Answered } from './engine.ts';

/** Turns that are remembered for those who ask afterwards, such as for a press that was sent twice. */
const REMEMBERED = 1000;

/** What came of the events of this process, for channels that answer in the same response. */
export class Answers {
  readonly #alarm: Alarm;
  readonly #answered = new Map<string, Answered>();
  readonly #waiting = new Map<string, Set<(answered: Answered) => void>>();

  constructor(alarm: Alarm) {
    this.#alarm = alarm;
  }

  /** A turn was committed. */
  tell(turn: Turn): void {
    const answered = answeredBy(turn);
    this.#answered.set(turn.event, answered);
    const [oldest] = this.#answered.keys();
    if (this.#answered.size > REMEMBERED && oldest !== undefined) this.#answered.delete(oldest);
    for (const resolve of this.#waiting.get(turn.event) ?? []) resolve(answered);
    this.#waiting.delete(turn.event);
  }

  /** What came of an event, or `late` if it is not known in time. */
  of(event: string, patienceMs: number): Promise<Answered | 'late'> {
    const known = this.#answered.get(event);
    if (known !== undefined) return Promise.resolve(known);
    const { promise, resolve } = Promise.withResolvers<Answered | 'late'>();
    const waiting = this.#waiting.get(event) ?? new Set();
    this.#waiting.set(event, waiting.add(resolve));
    const cancel = this.#alarm.after(patienceMs, () => {
      waiting.delete(resolve);
      if (waiting.size === 0 && this.#waiting.get(event) === waiting) this.#waiting.delete(event);
      resolve('late');
    });
    return promise.finally(cancel);
  }
}

function answeredBy({ deliveries = [] }: Turn): Answered {
  const bodies = (kind: string): unknown[] =>
    deliveries.filter((delivery) => delivery.kind === kind).map(({ body }) => body);
  // Written by `plan-turn.ts` from the same types.
  const [spent] = bodies('spent') as SpentBody[];
  return {
    replies: (bodies('message') as MessageBody[]).map(({ reply }) => reply),
    spent: spent?.spent ?? null,
  };
}
