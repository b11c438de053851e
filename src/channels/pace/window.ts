import type { Begin } from '../../ports/sender.ts';
import type { Priority } from '../../ports/store/outbox.ts';

/** So many requests in any stretch of so many ms. */
export interface Window {
  readonly most: number;
  readonly ms: number;
  /** So many of them a broadcast leaves to what somebody waits for; left out: none. */
  readonly reserved?: number;
}

/** What a request counts towards: a key, and how many requests of that key may go in which time. */
export interface Share {
  readonly key: string;
  readonly windows: readonly Window[];
}

/** What a request counts towards: a tenant or workspace, and a thread or channel in it if that has limits of its own. */
export interface Shares {
  readonly whole: Share;
  readonly part: Share | null;
}

/** On whose behalf something is asked. */
export interface Asking {
  /** 0: somebody waits for it; 1: it goes to many, and leaves what is reserved. */
  readonly priority: Priority;
  /** Whether it was told to come later, and has come. */
  readonly waited: boolean;
  /** Called when its turn has come, before anything leaves; left out: nobody has to know. */
  readonly begin?: Begin;
}

/** What is not said to be less: somebody waits for it. */
export const AT_ONCE: Asking = { priority: 0, waited: false };

/** How many may be in a window, of which a part may be taken away for a while. At least one. */
export function roomIn({ most, reserved = 0 }: Window, priority: Priority, left = 1): number {
  return Math.max(1, Math.floor((priority === 0 ? most : most - reserved) * left));
}
