/**
 * What can go wrong with pictures.
 * Of the place: `disk-full`, `full` (its own limit), `read-only`, `corrupt`, `io`: an operator helps.
 * Of the call: `too-large`, `invalid`: trying again does not help.
 */
export type PicturesErrorCode =
  | 'disk-full'
  | 'full'
  | 'read-only'
  | 'corrupt'
  | 'io'
  | 'too-large'
  | 'invalid';

/** A picture could not be kept or read. The message ends in what an operator should do, and holds no name of a picture. */
export class PicturesError extends Error {
  override readonly name = 'PicturesError';
  readonly code: PicturesErrorCode;

  /** @param cause the system's own error, kept for the log */
  constructor(code: PicturesErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
