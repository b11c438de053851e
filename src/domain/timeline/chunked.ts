import { type Millis, type Segment, searchSegments, segmentsBetween, type Timeline } from './timeline.ts';

/** Chunks are this long: a few hundred segments for ordinary office hours. */
const CHUNK: Millis = 128 * 24 * 3_600_000;
/** At most this many chunks are kept unless said otherwise, some 14 years; the oldest goes first. */
const MAX_CHUNKS = 40;

/**
 * A timeline worked out chunk by chunk on first use and then found by binary search.
 * @param build the segments that cover [from, to), sorted and gapless; the first may start earlier, the last end later
 * @param most how many chunks are kept: memory against the breadth of what is asked
 */
export function chunked<T>(
  build: (from: Millis, to: Millis) => readonly Segment<T>[],
  most = MAX_CHUNKS,
): Timeline<T> {
  const chunks = new Map<number, readonly Segment<T>[]>();
  const chunkOf = (at: Millis): readonly Segment<T>[] => {
    const key = Math.floor(at / CHUNK);
    let chunk = chunks.get(key);
    if (chunk === undefined) {
      chunk = build(key * CHUNK, (key + 1) * CHUNK);
      if (chunks.size >= most) chunks.delete(chunks.keys().next().value ?? key);
      chunks.set(key, chunk);
    }
    return chunk;
  };
  return { segmentAt: (at) => searchSegments(chunkOf(at), at) };
}

/** Remembers a timeline that is costly to work out, with equal neighbours joined and known ends kept beyond a chunk. */
export function remembered<T>(
  source: Timeline<T>,
  same: (a: T, b: T) => boolean,
  most = MAX_CHUNKS,
): Timeline<T> {
  return chunked((from, to) => {
    const segments = segmentsBetween(source, from, to, same);
    const last = segments.at(-1);
    if (last !== undefined)
      segments[segments.length - 1] = { ...last, end: Math.max(last.end, source.segmentAt(to - 1).end) };
    return segments;
  }, most);
}
