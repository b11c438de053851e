/** What is kept. Not SVG, which is a document that can run scripts. */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/** Bytes by which a type is known, and where they stand. */
interface Mark {
  readonly at: number;
  readonly bytes: string;
}

// PNG: W3C, https://www.w3.org/TR/png-3/#5PNG-file-signature, its first chunk too. JPEG: ITU-T T.81 B.1.1.3, SOI and the next
// marker. GIF: GIF89a specification, section 17. WebP: RFC 9649, section 2.4.
const MARKS: readonly (readonly [PictureType, readonly Mark[]])[] = [
  [
    'image/png',
    [
      { at: 0, bytes: '\x89PNG\r\n\x1a\n' },
      { at: 12, bytes: 'IHDR' },
    ],
  ],
  ['image/jpeg', [{ at: 0, bytes: '\xff\xd8\xff' }]],
  ['image/gif', [{ at: 0, bytes: 'GIF87a' }]],
  ['image/gif', [{ at: 0, bytes: 'GIF89a' }]],
  [
    'image/webp',
    [
      { at: 0, bytes: 'RIFF' },
      { at: 8, bytes: 'WEBPVP8' },
    ],
  ],
];

/** What a file is by how it begins, whatever its sender calls it; null if it is no picture that is kept. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | null {
  const found = MARKS.find(([, marks]) => marks.every((mark) => stands(bytes, mark)));
  return found?.[0] ?? null;
}

function stands(bytes: Uint8Array, { at, bytes: wanted }: Mark): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted.charCodeAt(i)) return false;
  return true;
}
