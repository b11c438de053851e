/** What Teams takes. */
export const TEAMS_LIMITS = {
  /** Teams takes about 28 KB for a whole message; the rest is for what goes around the card. */
  cardBytes: 25_000,
  /** Characters of what is read aloud, and of what stands for a card that cannot be shown. */
  spoken: 800,
  fallback: 1200,
  /** Bytes of a message in words, as JSON; and characters of what a notification shows of a card. */
  textBytes: 25_000,
  summary: 200,
  /** Primary actions side by side. */
  actions: 6,
  /** Characters on the buttons of one row, so that none is cut off on a phone. */
  row: 26,
  /** Ways out that stand as buttons; more are in a menu. */
  quiet: 3,
} as const;
