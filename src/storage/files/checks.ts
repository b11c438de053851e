import { createHash } from 'node:crypto';
import { PicturesError } from '../../ports/pictures/error.ts';
import { PICTURE_LIMITS } from '../../ports/pictures/limits.ts';
import { type PictureType, pictureTypeOf } from '../../ports/pictures/type.ts';
import type { PicturePruning } from '../../ports/pictures.ts';

// Checks that every backend makes before it begins, so that all refuse the same things with the same words.

const ID = /^[0-9a-f]{64}$/;

/** The id of a picture: SHA-256 of what is in it. Small letters and digits are different files on every system. */
export function pictureId(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether a text can be an id; nothing else ever becomes part of a path. */
export function isPictureId(text: string): boolean {
  return ID.test(text);
}

/** @throws PicturesError `too-large` or `invalid` */
export function checkPicture(bytes: Uint8Array, type: PictureType, at: number): void {
  if (bytes.length > PICTURE_LIMITS.bytes)
    throw new PicturesError(
      'too-large',
      `a picture takes ${bytes.length} bytes; at most ${PICTURE_LIMITS.bytes}`,
    );
  if (pictureTypeOf(bytes) !== type)
    throw new PicturesError('invalid', 'the bytes are no picture of the type that was named');
  checkInstant('at', at);
}

/** @throws PicturesError `invalid` */
export function checkPruning({ keptBefore, limit }: PicturePruning): void {
  checkInstant('keptBefore', keptBefore);
  const most = PICTURE_LIMITS.pruneSize;
  if (!Number.isInteger(limit) || limit < 1 || limit > most)
    throw new PicturesError('invalid', `limit is ${limit}; it takes a whole number from 1 to ${most}`);
}

function checkInstant(what: string, value: number): void {
  if (!Number.isSafeInteger(value)) throw new PicturesError('invalid', `${what} is no instant in whole ms`);
}
