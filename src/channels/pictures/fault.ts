/**
 * Why a picture could not be fetched. For the log: none holds an address, for those of files are open to whoever has
 * them.
 */
export type FetchFault =
  /** The address is none that may be asked: not https, with a password in it, or of a network that is not public. */
  | 'address-refused'
  /** Its host has no address, does not answer, is not who it says, or broke off. */
  | 'unreachable'
  /** It took too long. */
  | 'late'
  /** 401 or 403. */
  | 'denied'
  /** 404 or 410. */
  | 'gone'
  /** Any other answer than the picture. */
  | 'failed'
  /** It pointed somewhere else too often, or nowhere. */
  | 'redirects'
  | 'too-large'
  /** What came is none of the types that are kept. */
  | 'no-picture'
  /** There was no token to ask with. */
  | 'no-token';

/** Ends a try to fetch a picture. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly fault: FetchFault;

  constructor(fault: FetchFault, cause?: unknown) {
    super(`the picture could not be fetched: ${fault}`, cause === undefined ? undefined : { cause });
    this.fault = fault;
  }
}
