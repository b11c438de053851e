import { PICTURE_TYPES, type PictureType } from '../../src/ports/pictures/type.ts';

/** How a file of each type begins. */
export const BEGINNINGS: Readonly<Record<PictureType, string>> = {
  'image/png': '\x89PNG\r\n\x1a\n\0\0\0\rIHDR',
  'image/jpeg': '\xff\xd8\xff\xe0\0\x10JFIF',
  'image/gif': 'GIF89a',
  'image/webp': 'RIFF\x24\0\0\0WEBPVP8 ',
};

/** Bytes that begin as a picture does; each number makes another one. */
export function samplePicture(type: PictureType = 'image/png', size = 100, number = 0): Buffer {
  const bytes = Buffer.alloc(size, number % 251);
  bytes.write(BEGINNINGS[type], 'latin1');
  bytes.writeUInt32BE(number, Math.max(size - 4, BEGINNINGS[type].length));
  return bytes;
}

export const SAMPLES: readonly (readonly [PictureType, Buffer])[] = PICTURE_TYPES.map((type) => [
  type,
  samplePicture(type),
]);
