import { createHmac, timingSafeEqual } from 'node:crypto';

/** So old, or so far ahead, a signature may be, in seconds; who receives must refuse others (docs/hand-off.md). */
export const REPLAY_WINDOW_S = 300;

/**
 * What proves that a body is ours and was sent now: HMAC-SHA256 over the seconds since 1970, a dot, and the body, in
 * hexadecimal.
 */
export function signatureOf(secret: string, seconds: number, body: string): string {
  return createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
}

/** How a receiver proves it; here for tests, and as the example to follow. */
export function isSigned(
  secret: string,
  {
    seconds,
    signature,
    body,
  }: { readonly seconds: number; readonly signature: string; readonly body: string },
  now: number,
): boolean {
  if (!Number.isSafeInteger(seconds) || Math.abs(now / 1000 - seconds) > REPLAY_WINDOW_S) return false;
  const [expected, given] = [signatureOf(secret, seconds, body), signature].map((text) => Buffer.from(text));
  return expected !== undefined && given?.length === expected.length && timingSafeEqual(given, expected);
}
