import type { Clock } from '../ports/clock.ts';

/** The machine's clock. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that starts at an instant and then runs as the machine's does, for trying another day. */
export function clockFrom(start: Temporal.Instant, machine: Clock = systemClock): Clock {
  const begun = machine.now();
  return { now: () => start.add(begun.until(machine.now())) };
}
