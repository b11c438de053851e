import { createHmac } from 'node:crypto';
import { FAKE_APP } from './app.ts';
import type { Json } from './check.ts';

/** A request as Slack posts it. */
export interface SlackRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const FORM = 'application/x-www-form-urlencoded';

/** Slack's signature, version 0, of a body (docs.slack.dev/authentication/verifying-requests-from-slack). */
export function slackSignature(secret: string, seconds: number | string, body: string | Buffer): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${seconds}:`).update(body).digest('hex')}`;
}

/** @param at when it is sent, in ms since 1970 */
export function signed(
  body: string,
  contentType: string,
  at: number,
  secret: string = FAKE_APP.signingSecret,
): SlackRequest {
  const seconds = Math.floor(at / 1000);
  return {
    headers: {
      'Content-Type': contentType,
      'User-Agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'X-Slack-Request-Timestamp': `${seconds}`,
      'X-Slack-Signature': slackSignature(secret, seconds, body),
    },
    body,
  };
}

/** An event: JSON. @param retry when Slack sends it again: which time, and why */
export function eventRequest(
  payload: Json,
  at: number,
  retry?: { readonly num: number; readonly reason: string },
  secret?: string,
): SlackRequest {
  const { headers, body } = signed(JSON.stringify(payload), 'application/json', at, secret);
  const again =
    retry === undefined ? {} : { 'X-Slack-Retry-Num': `${retry.num}`, 'X-Slack-Retry-Reason': retry.reason };
  return { headers: { ...headers, ...again }, body };
}

/** Interactivity: a form with one field, `payload`. */
export function interactiveRequest(payload: Json, at: number, secret?: string): SlackRequest {
  return signed(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), FORM, at, secret);
}

/** A slash command, or `ssl_check`: a form. */
export function formRequest(
  fields: Readonly<Record<string, string>>,
  at: number,
  secret?: string,
): SlackRequest {
  return signed(new URLSearchParams(fields).toString(), FORM, at, secret);
}
