import { PICTURE_LIMITS } from '../../ports/pictures/limits.ts';

/** How much is spent on the pictures of a message. A platform waits for its answer meanwhile: Teams for 15 s. */
export const FETCH_LIMITS = {
  /** For one picture, in ms, from the first question for its address to its last byte. */
  pictureMs: 5000,
  /** For all pictures of a message until they are kept, in ms. What is not kept by then is not waited for. */
  messageMs: 6000,
  /** Bytes of one picture. */
  bytes: PICTURE_LIMITS.bytes,
  /** Pictures of one message; the rest are not fetched. */
  pictures: 10,
  /** Pictures fetched at the same time, for all messages: what they take of memory is at most this many times `bytes`. */
  atOnce: 16,
  /** How often an answer may point somewhere else. */
  redirects: 3,
  /** Bytes of an answer's headers. */
  headerBytes: 16_384,
} as const;

/** What may be spent on one picture. */
export type PictureLimits = Pick<typeof FETCH_LIMITS, 'headerBytes'> & {
  readonly pictureMs: number;
  readonly bytes: number;
  readonly redirects: number;
};
