import type { ClaimedEvent, Hand, InboundEvent, Receipt } from '../ports/store/inbox.ts';
import type { StoreMeter } from '../ports/store/meter.ts';
import type { SettledWithNext, Settlement } from '../ports/store/outbox.ts';
import type { CommitResult, Turn } from '../ports/store/turn.ts';
import type { Store } from '../ports/store.ts';

type Method = (...words: unknown[]) => unknown;

/** What a method's call and its result say besides how long it took. */
const TELLS: Readonly<
  Record<string, (meter: StoreMeter, words: readonly unknown[], result: unknown) => void>
> = {
  receive: (meter, [event], result) =>
    meter.received(channelOf((event as InboundEvent).conversation), (result as Receipt).outcome),
  claimEvents: (meter, [request], result) => tellRung(meter, request as Hand, result as ClaimedEvent[]),
  commit: (meter, [turn, hand], result) => {
    const { outcome, ...given } = result as CommitResult;
    meter.committed(channelOf((turn as Turn).conversation), outcome);
    const next = 'handed' in given ? given.handed?.next : null;
    if (next != null && hand !== undefined) tellRung(meter, hand as Hand, [next]);
  },
  settle: (meter, [settlement], result) => {
    const { id, state } = settlement as Settlement;
    if (result === 'settled') meter.settled(channelOf(id), state);
  },
  settleAndNext: (meter, [settlement, destination], result) => {
    if ((result as SettledWithNext).outcome === 'settled')
      meter.settled(channelOf(destination as string), (settlement as Settlement).state);
  },
};

/** How late timers are, once each. */
function tellRung(meter: StoreMeter, { now }: Hand, events: readonly ClaimedEvent[]): void {
  for (const { dueAt, attempt } of events)
    if (dueAt !== undefined && attempt === 1) meter.rang(Math.max(0, now - dueAt) / 1000);
}

/** Hears of each call when it is made. */
export interface CallWatch {
  /** @returns ends it; with the error, where there was one */
  began(): (cause?: unknown) => void;
}

/**
 * The same store, of which a meter hears, and a watch. Calls take effect in the same order as without it.
 * @param now ms by a clock that only goes forward
 */
export function measuredStore(store: Store, meter: StoreMeter, now: () => number, watch?: CallWatch): Store {
  const methods = new Map<PropertyKey, Method>();
  return new Proxy(store, {
    get(target, name) {
      const known = methods.get(name);
      if (known !== undefined) return known;
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function' || typeof name !== 'string') return value;
      const method = measured(name, value.bind(target), { meter, now, watch });
      methods.set(name, method);
      return method;
    },
  });
}

interface Heard {
  readonly meter: StoreMeter;
  readonly now: () => number;
  readonly watch: CallWatch | undefined;
}

function measured(name: string, call: Method, { meter, now, watch }: Heard): Method {
  const tells = TELLS[name];
  return (...words) => {
    const begun = now();
    const ended = (fault: string | null): void => meter.called(name, (now() - begun) / 1000, fault);
    const result = call(...words);
    if (!(result instanceof Promise)) return result;
    const over = watch?.began();
    return result.then(
      (value) => {
        ended(null);
        over?.();
        tells?.(meter, words, value);
        return value;
      },
      (cause) => {
        ended(codeOf(cause));
        over?.(cause);
        throw cause;
      },
    );
  };
}

/** The codes of a store's errors are few; what else there is counts as one. */
function codeOf(cause: unknown): string {
  const isStoreError = cause instanceof Error && cause.name === 'StoreError' && 'code' in cause;
  return isStoreError ? String(cause.code) : 'fault';
}

/** The first part of a name; there are as many as the code has words for. */
function channelOf(name: string): string {
  const [first = ''] = name.split('/', 1);
  return /^[a-z][a-z-]{0,19}$/.test(first) ? first : 'other';
}
