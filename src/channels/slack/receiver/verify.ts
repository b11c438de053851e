import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../../../ports/clock.ts';
import { signatureCheck } from './bolt.ts';
import { SLACK_RECEIVER_LIMITS } from './limits.ts';
import { isCertificateCheck } from './unpack.ts';

/** A body of Slack's, or why it is none. A reason holds nothing of what was sent. */
export type Verdict =
  | { readonly outcome: 'verified'; readonly text: string }
  /** Unsigned, and of no effect: Slack looks at the certificate. */
  | { readonly outcome: 'ssl-check' }
  | { readonly outcome: 'refused'; readonly status: 401 | 413; readonly reason: string };

/** Tells Slack's own requests from everybody else's. Never throws. */
export type Verify = (headers: IncomingHttpHeaders, body: Uint8Array) => Verdict;

/** The settings cannot be used; the message names no secret. */
export class SlackSettingsError extends Error {
  override readonly name = 'SlackSettingsError';
}

const SIGNATURE = /^v0=[0-9a-f]{64}$/;
const TIMESTAMP = /^[1-9]\d{0,11}$/;

/**
 * Makes a verifier, loading Bolt.
 * @throws SlackSettingsError for a secret that is empty: with it anybody could sign
 */
export async function slackVerifier(signingSecret: string, clock: Clock): Promise<Verify> {
  if (signingSecret.trim() === '') throw new SlackSettingsError('the signing secret of Slack is missing');
  const isSigned = await signatureCheck(signingSecret);
  return (headers, body) => {
    if (body.length > SLACK_RECEIVER_LIMITS.body)
      return refused(413, `the body is larger than ${SLACK_RECEIVER_LIMITS.body} bytes`);
    const text = textOf(body);
    if (text === null) return refused(401, 'the body is no text');
    if (isUnsignedCheck(headers, text)) return { outcome: 'ssl-check' };
    const [signature, timestamp] = [headers['x-slack-signature'], headers['x-slack-request-timestamp']];
    // Bolt takes what stands behind a second "=" for nothing, and any text for a time.
    if (typeof signature !== 'string' || !SIGNATURE.test(signature))
      return refused(401, 'there is no signature of Slack’s');
    if (typeof timestamp !== 'string' || !TIMESTAMP.test(timestamp))
      return refused(401, 'there is no time of signing');
    const now = clock.now();
    const fault = timeFault(Number(timestamp), now);
    if (fault !== null) return refused(401, fault);
    if (!isSigned({ signature, timestamp: Number(timestamp), body: text }, now))
      return refused(401, 'the signature is wrong');
    return { outcome: 'verified', text };
  };
}

/** Bolt lets times of the future pass. */
function timeFault(timestamp: number, now: Temporal.Instant): string | null {
  const ahead = timestamp - now.epochMilliseconds / 1000;
  if (ahead > SLACK_RECEIVER_LIMITS.clockSeconds) return 'the time of signing is in the future';
  return ahead < -SLACK_RECEIVER_LIMITS.clockSeconds ? 'the signature is too old' : null;
}

function isUnsignedCheck(headers: IncomingHttpHeaders, text: string): boolean {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
  return isForm && text.length < 1000 && isCertificateCheck(text);
}

/** Bolt signs text. Of bytes that are none, many would become the same text; those are refused. */
function textOf(body: Uint8Array): string | null {
  return isUtf8(body) ? Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8') : null;
}

function refused(status: 401 | 413, reason: string): Verdict {
  return { outcome: 'refused', status, reason };
}
