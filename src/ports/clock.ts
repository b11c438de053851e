/** Where the time comes from. The only way to ask for it outside tests and the composition root. */
export interface Clock {
  /** The present instant. */
  now(): Temporal.Instant;
}
