import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture as bytes of red, green and blue, row by row. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Buffer;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Colour types of PNG: https://www.w3.org/TR/png-3/#table111 */
const [RGB, INDEXED, RGBA] = [2, 3, 6];

/**
 * The same picture in fewer bytes, pixel for pixel. For the browser's own pictures: 8 bits, no interlace; what of them
 * could be seen through must be opaque.
 */
export function squeezed(png: Buffer): Buffer {
  const pixels = read(png);
  const candidates = [encoded(pixels, RGB, 3, pixels.rgb, [], true)];
  const indexed = withPalette(pixels);
  if (indexed !== null)
    for (const filtered of [true, false])
      candidates.push(
        encoded(pixels, INDEXED, 1, indexed.indices, [chunk('PLTE', indexed.palette)], filtered),
      );
  return candidates.reduce((best, each) => (each.length < best.length ? each : best));
}

export function read(png: Buffer): Pixels {
  const chunks = chunksOf(png);
  const header = chunks[0]!.data;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = header[9] === RGBA ? 4 : 3;
  if (header[8] !== 8 || header[12] !== 0 || (header[9] !== RGB && header[9] !== RGBA))
    throw new TypeError('not a picture as the browser makes them');
  const data = chunks.filter(({ type }) => type === 'IDAT').map((each) => each.data);
  const bytes = unfiltered(inflateSync(Buffer.concat(data)), width * channels, height, channels);
  if (channels === 3) return { width, height, rgb: bytes };
  if (bytes.some((value, i) => i % 4 === 3 && value !== 255)) throw new TypeError('can be seen through');
  return { width, height, rgb: Buffer.from(bytes.filter((_, i) => i % 4 !== 3)) };
}

function chunksOf(png: Buffer): { type: string; data: Buffer }[] {
  const chunks = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({
      type: png.toString('latin1', at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function withPalette({ rgb }: Pixels): { indices: Buffer; palette: Buffer } | null {
  const places = new Map<number, number>();
  const indices = Buffer.alloc(rgb.length / 3);
  for (let i = 0; i < indices.length; i++) {
    const colour = rgb.readUIntBE(i * 3, 3);
    const place = places.get(colour) ?? places.size;
    if (place > 255) return null;
    places.set(colour, place);
    indices[i] = place;
  }
  const palette = Buffer.alloc(places.size * 3);
  for (const [colour, place] of places) palette.writeUIntBE(colour, place * 3, 3);
  return { indices, palette };
}

function encoded(
  { width, height }: Pixels,
  type: number,
  channels: number,
  bytes: Buffer,
  extra: Buffer[],
  filtered: boolean,
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, type], 8);
  const rows = Buffer.concat(
    Array.from({ length: height }, (_, y) => row(bytes, y, width * channels, channels, filtered)),
  );
  const data = chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 }));
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), ...extra, data, chunk('IEND', Buffer.alloc(0))]);
}

/** Each filter foretells a byte from the one to its left, above it, and above to the left. */
const FILTERS: readonly ((left: number, up: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  paeth,
];

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** A row with the filter that leaves the smallest numbers, or with none. */
function row(bytes: Buffer, y: number, width: number, channels: number, filtered: boolean): Buffer {
  const tried = (filtered ? FILTERS : FILTERS.slice(0, 1)).map((filter, number) => {
    const out = Buffer.alloc(width + 1);
    out[0] = number;
    let sum = 0;
    for (let x = 0; x < width; x++) {
      const value = (bytes[y * width + x]! - foretold(filter, bytes, y, x, width, channels)) & 255;
      out[x + 1] = value;
      sum += value < 128 ? value : 256 - value;
    }
    return { out, sum };
  });
  return tried.reduce((best, each) => (each.sum < best.sum ? each : best)).out;
}

function foretold(
  filter: (typeof FILTERS)[number],
  bytes: Buffer,
  y: number,
  x: number,
  width: number,
  channels: number,
): number {
  const at = y * width + x;
  const left = x < channels ? 0 : bytes[at - channels]!;
  const up = y === 0 ? 0 : bytes[at - width]!;
  const corner = x < channels || y === 0 ? 0 : bytes[at - width - channels]!;
  return filter(left, up, corner);
}

function unfiltered(filtered: Buffer, width: number, height: number, channels: number): Buffer {
  const bytes = Buffer.alloc(width * height);
  for (let y = 0; y < height; y++) {
    const filter = FILTERS[filtered[y * (width + 1)]!]!;
    for (let x = 0; x < width; x++)
      bytes[y * width + x] =
        filtered[y * (width + 1) + x + 1]! + foretold(filter, bytes, y, x, width, channels);
  }
  return bytes;
}
