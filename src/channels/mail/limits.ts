/** What holds for mail; every limit is stated in docs/mail.md. */
export const MAIL_LIMITS = {
  /** Characters of an address (RFC 5321: 64, an @, and 255). */
  address: 254,
  /** Characters of a subject line; what is longer is cut. */
  subject: 150,
  /** Connections to the mail server at once. */
  connections: 3,
  /** How long the server may take for a step, in ms. */
  patienceMs: 30_000,
  /** So often a letter that somebody is needed for is tried, as long as it may have arrived each time. */
  tries: 5,
  /** A server that refuses us altogether is asked again after so long, in ms. */
  heldMs: 900_000,
} as const;
