import type { Window } from '../../pace/window.ts';

/** How long Slack is waited for, how much of it is read, and how far back. */
export const API_LIMITS = {
  /** From the beginning of a request until its whole answer is there, in ms. */
  answerMs: 10_000,
  /** Bytes of an answer's body: a page of messages with their blocks is the largest. */
  answerBytes: 4_194_304,
  /** The longest time that Slack may ask us to wait, in ms. */
  retryAfterMs: 3_600_000,
  /** Slack says that it is busy, and not for how long, in ms: the time in which it counts messages of a channel. */
  busyMs: 1000,
  /** Messages on a page of a channel's history: https://docs.slack.dev/reference/methods/conversations.history */
  page: 200,
  /** Members on a page: https://docs.slack.dev/reference/methods/users.list, below 1000. */
  members: 500,
  /** Pages that are read to find one message. */
  pages: 5,
  /** How much earlier than a delivery was committed its message is looked for, in ms: clocks differ. */
  skewMs: 60_000,
  /** A token that Slack refuses is asked about again at most so often, in ms. */
  refusedMs: 60_000,
  /** Characters of the name of a workspace. */
  name: 200,
  /** Characters of an id, a cursor or a timestamp of Slack's. */
  id: 500,
} as const;

/** What a test may make smaller. */
export type ApiLimits = Readonly<Record<keyof typeof API_LIMITS, number>>;

/**
 * What Slack takes of one method from one app in one workspace, at least: https://docs.slack.dev/apis/web-api/rate-limits
 * It takes more for a short while, and says so with 429 where it does not.
 */
export const TIERS = {
  2: [{ most: 20, ms: 60_000 }],
  3: [{ most: 50, ms: 60_000, reserved: 2 }],
  4: [{ most: 100, ms: 60_000 }],
  /** Of `auth.test` and `chat.getPermalink`: “hundreds a minute”. */
  special: [{ most: 200, ms: 60_000 }],
} as const satisfies Record<string | number, readonly Window[]>;

/** “1 message a second and channel, short bursts allowed”; the same page. A turn says a few things at once. */
export const CHANNEL_WINDOWS: readonly Window[] = [
  { most: 4, ms: 4000 },
  { most: 60, ms: 60_000 },
];

/**
 * “Several hundred messages a minute” in a workspace; the same page names no number. A broadcast leaves 12 of them: with
 * what it sends in a burst, somebody who waits would else wait for the next minute.
 */
export const WORKSPACE_WINDOWS: readonly Window[] = [{ most: 300, ms: 60_000, reserved: 12 }];
