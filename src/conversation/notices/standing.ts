import type { Choice } from '../messages.ts';

/**
 * What can be done with any notice, wherever one sees it: its message was told to many at once, so that its choices
 * cannot be offers of one conversation. Harmless things that anybody may do.
 */
export const STANDING = ['me-too', 'read', 'routine', 'unsubscribe'] as const;
export type StandingDeed = (typeof STANDING)[number];

export interface StandingChoice {
  readonly notice: string;
  readonly deed: StandingDeed;
}

/** Ids of notices as the runtime makes them, and as tests do. */
const SHAPE = /^notice:([\w-]{1,64}):([a-z-]{1,20})$/;

export function standingId(notice: string, deed: StandingDeed): Choice['id'] {
  return `notice:${notice}:${deed}`;
}

/** Reads a choice's id; null if it is no standing choice. */
export function standingChoice(id: string): StandingChoice | null {
  const [, notice, named] = SHAPE.exec(id) ?? [];
  const deed = STANDING.find((each) => each === named);
  return notice === undefined || deed === undefined ? null : { notice, deed };
}
