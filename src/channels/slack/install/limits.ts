/** How long things of an installation last or wait, in ms, and how many are kept. */
export const INSTALL_LIMITS = {
  /** A token is renewed so long before it ends, as Slack's own library does. */
  aheadMs: 2 * 3_600_000,
  /** With less time left than this nobody speaks by the old token any more. */
  leastMs: 60_000,
  /** After Slack could not be asked for a new token. */
  restMs: 30_000,
  /** After Slack refused to give one: only an operator or a new installation helps. */
  refusedMs: 600_000,
  /** How often all tokens are looked over. */
  sweepMs: 600_000,
  /** From “Add to Slack” until Slack sends the browser back; Slack's code lasts as long. */
  stateMs: 600_000,
  /** States that are remembered as used. */
  states: 10_000,
  /** Users that the bot was in a workspace, the newest first. */
  botUsers: 10,
  /** Slack waits 3 s until it is told that a removal was taken. */
  removalMs: 2000,
  /** Characters of a code or a state that Slack sends back. */
  parameter: 600,
} as const;
