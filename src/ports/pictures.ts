import type { PictureType } from './pictures/type.ts';

/** A picture as it was sent. */
export interface KeptPicture {
  readonly bytes: Uint8Array;
  readonly type: PictureType;
}

/** What may go. */
export interface PicturePruning {
  /** Pictures that were last kept before this, in ms since 1970 UTC. */
  readonly keptBefore: number;
  /** At most so many at once, 1 to `PICTURE_LIMITS.pruneSize`. */
  readonly limit: number;
}

/**
 * Pictures that people sent, named by what is in them: the same picture has the same id, however often it is sent.
 *
 * @throws PicturesError from every method, with a code and what an operator should do
 */
export interface Pictures {
  /**
   * Keeps a picture; done when it resolves, and then it survives a crash. Keeping it again does no harm, and makes it
   * as young as `at`.
   * @param type what the bytes begin like; another is refused with `invalid`
   * @param at ms since 1970 UTC
   * @returns its id: 64 hexadecimal digits
   */
  keep(bytes: Uint8Array, type: PictureType, at: number): Promise<string>;
  /** Null if no such picture is kept, or the id is none. */
  read(id: string): Promise<KeptPicture | null>;
  /** Removes old pictures, oldest first. @returns how many; as many as the limit: there may be more */
  prune(request: PicturePruning): Promise<number>;
}
