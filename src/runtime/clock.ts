import type { Clock } from '../ports/clock.ts';

let newest = Temporal.Instant.fromEpochMilliseconds(0);

/** The machine's clock, in whole ms. It is asked a dozen times in a turn, and gives the same instant while it is the same. */
export const systemClock: Clock = {
  now() {
    const now = Date.now();
    if (newest.epochMilliseconds !== now) newest = Temporal.Instant.fromEpochMilliseconds(now);
    return newest;
  },
};

/** A clock that starts at an instant and then runs as the machine's does, for trying another day. */
export function clockFrom(start: Temporal.Instant, machine: Clock = systemClock): Clock {
  const begun = machine.now();
  return { now: () => start.add(begun.until(machine.now())) };
}
