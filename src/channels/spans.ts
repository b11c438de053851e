import { createHash } from 'node:crypto';

/**
 * Signs by which something that is told several times within seconds is known to be one: of the two spans, which change
 * half a span apart, things that are less than half a span apart have at least one in common, and things that are more
 * than a span apart have none.
 * @param atSeconds when it was told, in s; null: nobody says, and then there is one sign for all time
 */
export function spanSigns(name: string, atSeconds: number | null, spanSeconds: number): readonly string[] {
  if (atSeconds === null) return [name];
  return [atSeconds, atSeconds + spanSeconds / 2].map(
    (at, i) => `${name}/${i}/${Math.floor(at / spanSeconds)}`,
  );
}

/** A press that is repeated within this is the same: platforms send one click up to four times, under other ids too. */
const PRESS_SPAN_SECONDS = 60;

/**
 * Signs by which the repetition of a press is known.
 * @param card the platform's name of the message that the button stands on
 * @param fields what was filled in: with other words it is another press
 */
export function pressSigns(
  card: string,
  choice: string,
  fields: Readonly<Record<string, string>>,
  atSeconds: number | null,
): readonly string[] {
  const filled = Object.keys(fields).length === 0 ? '' : `/${hashOf(JSON.stringify(fields))}`;
  return spanSigns(`pressed/${card}/${choice}${filled}`, atSeconds, PRESS_SPAN_SECONDS);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
