import { inflateSync } from 'node:zlib';

/** A picture as rows of pixels, each of red, green, blue and alpha. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: readonly (readonly [number, number, number, number])[];
}

/** Reads a PNG of 8 bits a channel, with or without alpha, not interlaced: what browsers write. */
export function readPng(file: Uint8Array): Picture {
  const bytes = Buffer.from(file);
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error('no PNG');
  const header = chunks(bytes, 'IHDR')[0] ?? Buffer.alloc(13);
  const [width, height, depth, colour, interlaced] = [
    header.readUInt32BE(0),
    header.readUInt32BE(4),
    header[8],
    header[9],
    header[12],
  ];
  if (depth !== 8 || interlaced !== 0 || (colour !== 2 && colour !== 6))
    throw new Error('another kind of PNG');
  const channels = colour === 6 ? 4 : 3;
  const data = unfiltered(inflateSync(Buffer.concat(chunks(bytes, 'IDAT'))), width * channels, channels);
  const pixels = Array.from({ length: width * height }, (_, i) => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = data.subarray(i * channels, (i + 1) * channels);
    return [red, green, blue, alpha] as const;
  });
  return { width, height, pixels };
}

function chunks(bytes: Buffer, wanted: string): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === wanted) found.push(bytes.subarray(at + 8, end));
  }
  return found;
}

/** Each row begins with how it was told from its neighbours (PNG, section 9). */
function unfiltered(raw: Buffer, stride: number, channels: number): Buffer {
  const rows = raw.length / (stride + 1);
  const out = Buffer.alloc(rows * stride);
  for (let row = 0; row < rows; row += 1) {
    const filter = raw[row * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = row * stride + x;
      const left = x >= channels ? (out[at - channels] ?? 0) : 0;
      const up = row > 0 ? (out[at - stride] ?? 0) : 0;
      const corner = x >= channels && row > 0 ? (out[at - stride - channels] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      out[at] = ((raw[row * (stride + 1) + 1 + x] ?? 0) + guess) & 255;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((each) => Math.abs(guess - each)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
