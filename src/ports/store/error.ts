/**
 * What can go wrong with a store.
 * Of the place: `disk-full`, `locked`, `in-use`, `read-only`, `corrupt`, `foreign`, `newer-version`, `cannot-open`,
 * `io`, `closed`: an operator helps, and what was refused may be tried again.
 * Of the call: `too-large`, `invalid`, `unknown-event`: trying again does not help.
 */
export type StoreErrorCode =
  | 'disk-full'
  | 'locked'
  | 'in-use'
  | 'read-only'
  | 'corrupt'
  | 'foreign'
  | 'newer-version'
  | 'cannot-open'
  | 'io'
  | 'closed'
  | 'too-large'
  | 'invalid'
  | 'unknown-event';

/** A store could not do what was asked, and did none of it. The message ends in what an operator should do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  /** What the backend itself calls it: a word without secrets, such as OOM; null: it has none. */
  readonly sign: string | null;

  /** @param cause the backend's own error, kept for the log */
  constructor(code: StoreErrorCode, message: string, cause?: unknown, sign: string | null = null) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.sign = sign;
  }
}
