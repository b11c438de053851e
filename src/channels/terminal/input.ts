import type { Happening } from '../../conversation/event.ts';

/** What a line of the input means. */
export type Line =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'happening'; readonly what: Happening }
  /** Moves the clock; `to` gives the new time from the present one. */
  | { readonly kind: 'clock'; readonly to: (now: Temporal.ZonedDateTime) => Temporal.Instant };

/** A line that cannot be read. The message is one clear line. */
export class LineError extends Error {
  override readonly name = 'LineError';
}

/**
 * Reads a line: `#id` presses that choice, with a form's fields as `#id name=value&name2=value2`; `@+PT24H` and
 * `@2026-12-24T10:00:00+01:00` move the clock; anything else is typed.
 * @throws LineError
 */
export function readLine(text: string): Line {
  const line = text.trim();
  if (line === '') return { kind: 'nothing' };
  if (line.startsWith('@')) return { kind: 'clock', to: clockMove(line) };
  const [, choice, fields] = /^#(\S+)(?:\s+(.*))?$/.exec(line) ?? [];
  if (choice === undefined) return { kind: 'happening', what: { kind: 'said', text: line, pictures: [] } };
  return { kind: 'happening', what: { kind: 'pressed', choice, fields: fieldsOf(fields ?? '') } };
}

function fieldsOf(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

function clockMove(line: string): (now: Temporal.ZonedDateTime) => Temporal.Instant {
  const moved = timeOf(line);
  return (now) => {
    const to = moved(now);
    if (Temporal.Instant.compare(to, now.toInstant()) >= 0) return to;
    throw new LineError(`"${line}" moves the clock backwards, from ${isoText(now)}; it only goes forward`);
  };
}

function timeOf(line: string): (now: Temporal.ZonedDateTime) => Temporal.Instant {
  const text = line.slice(1);
  const unreadable = () =>
    new LineError(`"${line}" is no time; write @+PT24H or @2026-12-24T10:00:00+01:00 to move the clock`);
  try {
    if (!/^[+-]?P/i.test(text)) {
      const instant = Temporal.Instant.from(text);
      return () => instant;
    }
    const duration = Temporal.Duration.from(text);
    return (now) => {
      try {
        return now.add(duration).toInstant();
      } catch {
        throw unreadable();
      }
    };
  } catch {
    throw unreadable();
  }
}

/** A time with its offset, in whole seconds. */
export function isoText(at: Temporal.ZonedDateTime): string {
  return at.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
