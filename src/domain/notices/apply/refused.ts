import type { Applied, NoticeFault } from '../commands.ts';

/** A command that is not done, with why. */
export function refused(...faults: readonly NoticeFault[]): Applied {
  return { outcome: 'refused', faults };
}
