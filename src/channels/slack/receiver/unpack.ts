import { z } from 'zod';
import { isDeeper } from './depth.ts';
import { SLACK_RECEIVER_LIMITS } from './limits.ts';

/** What a body holds, whose sender is proven; or why it is refused, in words with nothing in it of what was sent. */
export type Unpacked =
  | { readonly outcome: 'payload'; readonly payload: Readonly<Record<string, unknown>> }
  /** Slack wants to see whether the address is ours: the challenge goes back (`url_verification`). */
  | { readonly outcome: 'challenge'; readonly challenge: string }
  /** Slack looks at the certificate (`ssl_check`). */
  | { readonly outcome: 'ssl-check' }
  | { readonly outcome: 'refused'; readonly status: 400 | 415; readonly reason: string };

const challenged = z.object({
  type: z.literal('url_verification'),
  challenge: z.string().min(1).max(1000),
});

/**
 * Events come as JSON; what people press and call as a form, the former with one field `payload` that is JSON. What is
 * both, or could be read in two ways, is refused. Source: “Events API”, “Handling user interaction”, docs.slack.dev
 */
export function unpacked(contentType: string | undefined, text: string): Unpacked {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  if (type === 'application/json') return fromJson(text);
  if (type === 'application/x-www-form-urlencoded') return fromForm(text);
  return refused(415, 'it is neither JSON nor a form');
}

/** A JSON object; null for what is none, or too deep. */
export function jsonObject(text: string): Readonly<Record<string, unknown>> | null {
  if (isDeeper(text, SLACK_RECEIVER_LIMITS.depth)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** Whether a form says no more than that Slack looks at the certificate; that comes without a signature. */
export function isCertificateCheck(text: string): boolean {
  const form = fieldsIn(text);
  const names = form === null ? [] : Object.keys(form);
  return form?.ssl_check === '1' && names.every((name) => name === 'ssl_check' || name === 'token');
}

function fromJson(text: string): Unpacked {
  const payload = jsonObject(text);
  if (payload === null) return refused(400, 'the body is no JSON object, or too deep');
  if ('payload' in payload) return refused(400, 'a payload within JSON');
  // To have all others refused by the shape would cost more than to read them.
  if (payload.type !== 'url_verification') return { outcome: 'payload', payload };
  const challenge = challenged.safeParse(payload).data?.challenge;
  return challenge === undefined ? { outcome: 'payload', payload } : { outcome: 'challenge', challenge };
}

function fromForm(text: string): Unpacked {
  const form = fieldsIn(text);
  if (form === null) return refused(400, 'a field of the form is there twice, or there are too many');
  if (isCertificateCheck(text)) return { outcome: 'ssl-check' };
  if (form.payload === undefined) return { outcome: 'payload', payload: form };
  if (Object.keys(form).length > 1) return refused(400, 'a payload beside other fields');
  const payload = jsonObject(form.payload);
  if (payload === null) return refused(400, 'the payload is no JSON object, or too deep');
  return { outcome: 'payload', payload };
}

/** Null if a field is there twice: readers differ in which one counts. */
function fieldsIn(text: string): Readonly<Record<string, string>> | null {
  const entries = [...new URLSearchParams(text)];
  const names = new Set(entries.map(([name]) => name));
  const isClear = names.size === entries.length && entries.length <= SLACK_RECEIVER_LIMITS.formFields;
  return isClear ? Object.fromEntries(entries) : null;
}

function refused(status: 400 | 415, reason: string): Unpacked {
  return { outcome: 'refused', status, reason };
}
