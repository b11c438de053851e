/**
 * How long a `Retry-After` header asks to wait, in ms: seconds or a date (RFC 9110, 10.2.3). 0 if there is none, or none
 * that can be read, or a date that has passed.
 */
export function retryAfterMs(header: string | undefined, now: Temporal.Instant, longestMs: number): number {
  const asked = header === undefined ? 0 : (inSeconds(header.trim()) ?? untilDate(header, now));
  return Math.min(longestMs, Math.max(0, Math.ceil(asked)));
}

function inSeconds(text: string): number | null {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : null;
}

/** Only with a weekday in front: `Date.parse` takes "-5" for a year. */
function untilDate(text: string, now: Temporal.Instant): number {
  const at = /^[A-Z][a-z]{2},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? 0 : at - now.epochMilliseconds;
}
