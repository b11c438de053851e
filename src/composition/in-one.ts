import { systemAlarm } from '../runtime/alarm.ts';
import { type Going, OnlyOne } from '../runtime/jobs/only-one.ts';
import type { Shared } from './shared.ts';

/** Something that is begun with the service, and ends with it. */
export interface Begun extends Going {
  start(): void;
}

/** Has something go on in one of all processes. */
export type InOne = (begin: () => Going) => Begun;

/** @param shared null: there is one process */
export function inOneOf(shared: Pick<Shared, 'peers' | 'worker' | 'failed'> | null): InOne {
  return (begin) => (shared === null ? alone(begin) : new OnlyOne({ ...shared, alarm: systemAlarm, begin }));
}

function alone(begin: () => Going): Begun {
  let going: Going | null = null;
  return {
    start() {
      going = begin();
    },
    stop: async () => going?.stop(),
  };
}
