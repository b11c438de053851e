import { RECEIVER_LIMITS } from './limits.ts';
import { addressedFrom, tenantOf } from './parse/activity.ts';
import type { Verify } from './verify.ts';

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/;
const HERE = /^(?:127(?:\.\d{1,3}){3}|\[::1\]|localhost)$/;

/**
 * For Microsoft's local client, which signs nothing: takes what comes from this machine and wants its answers there. A
 * page in a browser cannot send JSON to another origin without being asked, so it cannot pass for the client.
 */
export const verifyLocal: Verify = async (headers, body, from) => {
  if (body.length > RECEIVER_LIMITS.body)
    return refused(413, `the body is larger than ${RECEIVER_LIMITS.body} bytes`);
  if (from === undefined || !LOOPBACK.test(from)) return refused(401, 'it does not come from this machine');
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) return refused(401, 'it is no JSON');
  const activity = jsonOf(body);
  const addressed = addressedFrom(activity);
  const tenant = tenantOf(activity);
  if (addressed === null || tenant === null)
    return refused(401, 'the activity is not of Teams, or names no service address or tenant');
  if (!HERE.test(new URL(addressed.serviceUrl).hostname))
    return refused(401, 'the service address is not on this machine');
  return { outcome: 'verified', activity, tenant };
};

function refused(status: 401 | 413, reason: string) {
  return { outcome: 'refused', status, reason } as const;
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}
