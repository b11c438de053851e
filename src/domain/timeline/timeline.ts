/** An instant in milliseconds since 1970-01-01T00:00Z: the inner unit of timelines, because they are searched often. */
export type Millis = number;

/** A value that holds from `start` (inclusive) to `end` (exclusive); infinite where nothing ever changes. */
export interface Segment<T> {
  readonly start: Millis;
  readonly end: Millis;
  readonly value: T;
}

/** A value for every instant. Neighbouring segments may carry equal values; `holdsUntil` looks through that. */
export interface Timeline<T> {
  segmentAt(at: Millis): Segment<T>;
}

/** How far ahead a change is looked for; longer than the eight years that 29 February can be away. */
export const HORIZON: Millis = 10 * 366 * 24 * 3_600_000;

/** The same value for ever. */
export function constant<T>(value: T): Timeline<T> {
  const segment = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY, value };
  return { segmentAt: () => segment };
}

/** Joins timelines: the value changes where one of theirs does. */
export function combine<A, T>(parts: readonly Timeline<A>[], join: (values: readonly A[]) => T): Timeline<T> {
  return {
    segmentAt(at) {
      let [start, end] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
      const values = parts.map((part) => {
        const segment = part.segmentAt(at);
        start = Math.max(start, segment.start);
        end = Math.min(end, segment.end);
        return segment.value;
      });
      return { start, end, value: join(values) };
    },
  };
}

/** Which of some stretches cover an instant; stretches may overlap. */
export function stretches<T extends { readonly start: Millis; readonly end: Millis }>(
  items: readonly T[],
): Timeline<readonly T[]> {
  const edges = [...new Set(items.flatMap((item) => [item.start, item.end]))].sort((a, b) => a - b);
  const bounds = [Number.NEGATIVE_INFINITY, ...edges, Number.POSITIVE_INFINITY];
  const segments = bounds.slice(0, -1).map((start, i) => ({
    start,
    end: bounds[i + 1] ?? Number.POSITIVE_INFINITY,
    value: items.filter((item) => item.start <= start && start < item.end),
  }));
  return { segmentAt: (at) => searchSegments(segments, at) };
}

/**
 * The first instant after `at` with another value, or null when there is none within the horizon.
 * @param same whether two values count as equal
 */
export function holdsUntil<T>(
  timeline: Timeline<T>,
  at: Millis,
  same: (a: T, b: T) => boolean,
): Millis | null {
  const here = timeline.segmentAt(at);
  let segment = here;
  while (segment.end - at < HORIZON) {
    const next = timeline.segmentAt(segment.end);
    if (!same(here.value, next.value)) return segment.end;
    segment = next;
  }
  return null;
}

/** All changes in [from, to): segments clipped to it, equal neighbours joined. */
export function segmentsBetween<T>(
  timeline: Timeline<T>,
  from: Millis,
  to: Millis,
  same: (a: T, b: T) => boolean,
): Segment<T>[] {
  const result: Segment<T>[] = [];
  for (let at = from; at < to; ) {
    const segment = timeline.segmentAt(at);
    const end = Math.min(segment.end, to);
    const last = result.at(-1);
    if (last !== undefined && same(last.value, segment.value)) result[result.length - 1] = { ...last, end };
    else result.push({ start: at, end, value: segment.value });
    at = end;
  }
  return result;
}

/** The segment of a sorted, gapless list that contains the instant. */
export function searchSegments<T>(segments: readonly Segment<T>[], at: Millis): Segment<T> {
  let [low, high] = [0, segments.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const found = segments[low];
  if (found === undefined) throw new RangeError('a timeline needs at least one segment');
  return found;
}
