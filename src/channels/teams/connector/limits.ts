import type { Window } from '../../pace/window.ts';

/** How long the connector is waited for, and how much of it is read. */
export const CONNECTOR_LIMITS = {
  /** From the beginning of a request until its whole answer is there, in ms. */
  answerMs: 10_000,
  /** Bytes of an answer's body. Teams' own are under 2 KB; of a larger one only the status counts. */
  answerBytes: 65_536,
  /** The longest time that Teams may ask us to wait, in ms: the longest window of its own limits. */
  retryAfterMs: 3_600_000,
  /** A token that Teams refuses is thrown away at most so often, in ms. */
  renewEveryMs: 60_000,
  /** Characters of an id of Teams' own. */
  id: 1000,
} as const;

/** What a test may make smaller. */
export type ConnectorLimits = Readonly<Record<keyof typeof CONNECTOR_LIMITS, number>>;

/** Tokens, and the service that gives them out. */
export const TOKEN_LIMITS = {
  /** A token is renewed so long before it ends, in ms. */
  spareMs: 300_000,
  /** If no new one is to be had, the old one is used until so long before it ends, in ms. */
  lastMs: 30_000,
  /** A refusal that an operator has to mend is not asked for again for so long, in ms. */
  refusedMs: 60_000,
  /** How long the login service may take, in ms. */
  answerMs: 10_000,
  /** Bytes of its answer. */
  answerBytes: 262_144,
} as const;

/**
 * What Teams takes from one bot: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 * Posts, updates, typing and new chats count alike.
 */
export const THREAD_WINDOWS: readonly Window[] = [
  { most: 7, ms: 1000 },
  { most: 8, ms: 2000 },
  { most: 60, ms: 30_000 },
  { most: 1800, ms: 3_600_000 },
];

/** The same page, for reading the members of a conversation. */
export const ROSTER_WINDOWS: readonly Window[] = THREAD_WINDOWS.map(({ most, ms }) => ({
  most: most * 2,
  ms,
}));

/**
 * Teams counts 50 in 1 s for each app and tenant. A broadcast goes by threes: with 50 in one instant a delay of some ms would
 * bring two seconds' requests together. So nothing need be left for somebody who waits: they are next, within 60 ms.
 */
export const APP_WINDOWS: readonly Window[] = [
  { most: 50, ms: 1000 },
  { most: 50, ms: 54, reserved: 47 },
];
