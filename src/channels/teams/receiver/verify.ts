import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../../../ports/clock.ts';
import { deadline } from './deadline.ts';
import { RECEIVER_LIMITS } from './limits.ts';
import { type Addressed, addressedFrom, isNoActivity, tenantOf } from './parse/activity.ts';
import { type ProvenCheck, provenTokens } from './proven.ts';
import { tokenCheck } from './sdk.ts';
import { assertUsable, PUBLIC_CLOUD, type TeamsSettings } from './settings.ts';
import { claimsOf, type Expected, faultOf } from './token.ts';

/** An activity of the channel, or why it is none. A reason holds nothing of what was sent. */
export type Verdict =
  | { readonly outcome: 'verified'; readonly activity: unknown; readonly tenant: string }
  | { readonly outcome: 'refused'; readonly status: 400 | 401 | 413 | 503; readonly reason: string };

/** Tells the channel's own requests from everybody else's, by headers, body and sender's address. Never rejects. */
export type Verify = (
  headers: Pick<IncomingHttpHeaders, 'authorization' | 'content-type'>,
  body: Uint8Array,
  from: string | undefined,
) => Promise<Verdict>;

/**
 * Makes a verifier, loading botbuilder.
 * @param keysMs how long the channel's keys may take to come
 * @throws TeamsSettingsError naming every fault of the settings
 */
export async function teamsVerifier(
  settings: TeamsSettings,
  clock: Clock,
  keysMs: number = RECEIVER_LIMITS.keysMs,
): Promise<Verify> {
  assertUsable(settings);
  const botbuilder = await tokenCheck(settings);
  const check = provenTokens(
    (...asked) => deadline(botbuilder(...asked), keysMs),
    () => clock.now().epochMilliseconds,
  );
  const expected = { issuer: (settings.cloud ?? PUBLIC_CLOUD).issuer, audience: settings.appId };
  const tenants = new Set(settings.tenants.map((tenant) => tenant.toLowerCase()));
  return async ({ authorization = '' }, body) => {
    const asked = askedBy(authorization, body, expected, clock.now());
    if ('outcome' in asked) return asked;
    return (await tokenRefusal(check, asked, authorization)) ?? tenantVerdict(asked.activity, tenants);
  };
}

/** A request against which nothing speaks but that its token is not proven yet. */
interface Asked {
  readonly addressed: Addressed;
  readonly activity: unknown;
  /** When the token ends, in ms since 1970. */
  readonly expiresAt: number;
}

/** What can be said of a request without the channel's keys. */
function askedBy(
  authorization: string,
  body: Uint8Array,
  expected: Expected,
  now: Temporal.Instant,
): Asked | Verdict {
  if (body.length > RECEIVER_LIMITS.body)
    return refused(413, `the body is larger than ${RECEIVER_LIMITS.body} bytes`);
  const claims = claimsOf(authorization);
  if (claims === null) return refused(401, 'there is no token of the channel');
  const fault = faultOf(claims, expected, now);
  if (fault !== null) return refused(401, fault);
  const activity = jsonOf(body);
  if (isNoActivity(activity)) return refused(400, 'the body is no activity');
  const addressed = addressedFrom(activity);
  if (addressed === null) return refused(401, 'the activity is not of Teams, or names no service address');
  if (claims.serviceurl !== addressed.serviceUrl)
    return refused(401, 'the token is for another service address');
  return { addressed, activity, expiresAt: claims.exp * 1000 };
}

/** What is wrong with the token for this activity; null if it is proven. */
async function tokenRefusal(
  check: ProvenCheck,
  { addressed, expiresAt }: Asked,
  authorization: string,
): Promise<Verdict | null> {
  const verdict = await check(addressed, authorization, expiresAt);
  if (verdict === 'late') return refused(503, 'the keys of the channel did not come in time');
  if (verdict.outcome === 'unavailable')
    return refused(503, `the keys of the channel could not be read (${verdict.cause})`);
  return verdict.outcome === 'invalid'
    ? refused(401, 'the signature or the time of the token is wrong')
    : null;
}

function tenantVerdict(activity: unknown, tenants: ReadonlySet<string>): Verdict {
  const tenant = tenantOf(activity);
  if (tenant === null || !tenants.has(tenant)) return refused(401, 'the tenant is not allowed here');
  return { outcome: 'verified', activity, tenant };
}

function refused(status: 400 | 401 | 413 | 503, reason: string): Verdict {
  return { outcome: 'refused', status, reason };
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}
