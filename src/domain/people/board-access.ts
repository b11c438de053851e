/** For how long somebody gets onto the board. */
export const BOARD_ACCESS = {
  /** A link out of the chat works once, within this (ms). */
  linkMs: 10 * 60_000,
  /** A device on which it was opened shows the board for so long (ms). */
  sessionMs: 8 * 3_600_000,
} as const;
