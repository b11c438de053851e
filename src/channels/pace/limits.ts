/** How long what has to wait is kept in memory, and when it is looked at again. */
export const PACE_LIMITS = {
  /** What may go within this time, in ms, waits here for its moment; what waits for longer goes back into the outbox. */
  holdMs: 500,
  /** So many of a broadcast wait here at most, for all keys together; so they never take up every slot of the worker. */
  held: 32,
  /** What was told when to come is expected until so long after it, in ms. Then its place is given away. */
  graceMs: 5000,
  /**
   * Times are promised so far ahead, in ms, or two windows if that is longer. What is behind that asks again later; so a
   * promise to something that is not wanted any more leaves no long gap.
   */
  horizonMs: 60_000,
  /** Each window is counted so many ms longer than documented: what leaves in order may arrive closer together. */
  spareMs: 5,
  /** Or by this part of it, if that is longer. */
  spareShare: 0.005,
  /**
   * What a window of at least this length, in ms, holds back comes when it opens, and not a little before; spread over this
   * part of its length.
   */
  longMs: 10_000,
  spreadShare: 0.01,
  /** So much later than the quickest answer, in ms, is not late: what goes one by one is that far apart. */
  lateMs: 20,
  /** The least time, in ms, after which something asks again. */
  againMs: 50,
} as const;

/** What a refusal of the platform changes. */
export const RESTRAINT_LIMITS = {
  /** Nothing goes for so long, in ms, if the platform does not say for how long, or for less. */
  leastMs: 1000,
  /** What a refusal leaves of the rate of the thread or channel that it was about. */
  partLeft: 0.5,
  /** And of the tenant or workspace that it is in, which may have had nothing to do with it. */
  wholeLeft: 0.9,
  /** No rate falls below this part of what the platform documents. */
  least: 0.25,
  /** From nothing to the whole rate it takes so long, in ms. */
  recoveryMs: 120_000,
  /** So many refusals in a row, and the whole tenant or workspace waits as long as the platform says. */
  inARow: 3,
  /** Only windows of such lengths, in ms, are made smaller: shorter ones hold too few, in longer ones it is not “for a while”. */
  shortestMs: 500,
  longestMs: 60_000,
} as const;
