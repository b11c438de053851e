import type { EventProcess } from './process.ts';

/** The processes by what the conversations of their aggregates begin with. */
export function processesOf(...all: readonly EventProcess[]): ReadonlyMap<string, EventProcess> {
  return new Map(all.map((process) => [process.channel, process]));
}
