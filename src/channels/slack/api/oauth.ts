import { z } from 'zod';
import { cut } from '../../../conversation/plain-text/clean.ts';
import { jsonOf } from '../../teams/connector/codes.ts';
import { exchange } from '../../teams/connector/http.ts';
import { baseOf, type CallParts } from './call.ts';
import { meaningOf } from './codes.ts';
import { API_LIMITS } from './limits.ts';

/** What a workspace, or a whole Enterprise organisation, gave the app. */
export interface Grant {
  /** T…; null where the app is installed for a whole organisation. */
  readonly team: Named | null;
  /** E…; null if the workspace belongs to none. */
  readonly enterprise: Named | null;
  readonly isOrganisation: boolean;
  /** The bot's own user. */
  readonly botUser: string;
  readonly scopes: readonly string[];
  readonly token: string;
  /** With what the next token is fetched, once; null: the token does not expire. */
  readonly refresh: string | null;
  /** In ms since 1970 UTC; null: never. */
  readonly expiresAt: number | null;
}
interface Named {
  readonly id: string;
  readonly name: string | null;
}

/**
 * What came of asking for a token. `refused`: Slack decided so, and asking the same again does not help. `unsure`: it may
 * have been given or not. A reason holds Slack's code and what an operator should do; never a secret.
 */
export type Granted =
  | { readonly outcome: 'granted'; readonly grant: Grant }
  | { readonly outcome: 'refused'; readonly code: string; readonly reason: string }
  | { readonly outcome: 'unsure'; readonly reason: string };

/** Slack's `oauth.v2.access`. Each call is exactly one request; none rejects but for faults of the program. */
export interface OAuthClient {
  /** Takes a code that Slack gave with a redirect; Slack takes each once, for ten minutes. */
  exchange(code: string, redirectUri: string): Promise<Granted>;
  /** Fetches the next token. Slack takes each refresh token once. */
  refresh(refreshToken: string): Promise<Granted>;
}

export interface OAuthParts extends CallParts {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** @throws TypeError if the address is none that a secret may be sent to */
export function oauthClient(parts: OAuthParts): OAuthClient {
  const url = new URL('oauth.v2.access', baseOf(parts.apiUrl));
  const ask = (fields: Readonly<Record<string, string>>) => access(parts, url, fields);
  return {
    exchange: (code, redirect_uri) => ask({ grant_type: 'authorization_code', code, redirect_uri }),
    refresh: (refresh_token) => ask({ grant_type: 'refresh_token', refresh_token }),
  };
}

async function access(
  { clientId, clientSecret, clock, limits, signal }: OAuthParts,
  url: URL,
  fields: Readonly<Record<string, string>>,
): Promise<Granted> {
  const asked = clock.now().epochMilliseconds;
  const headers = {
    authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const body = new URLSearchParams(fields).toString();
  const request = { method: 'POST', url, token: null, body, headers } as const;
  const answered = await exchange(request, { ...API_LIMITS, ...limits }, signal);
  if (answered.kind !== 'answered')
    return { outcome: 'unsure', reason: `Slack did not answer (${answered.cause})` };
  return grantedIn(jsonOf(answered.body), answered.status, asked);
}

const id = z.string().regex(/^[A-Z][A-Z0-9]{1,30}$/);
const secret = z.string().regex(/^[\x21-\x7e]{10,500}$/);
const named = z
  .object({ id, name: z.string().nullish().catch(null) })
  .transform(({ id, name }): Named => ({ id, name: name == null ? null : cut(name, API_LIMITS.name) }));

/** https://docs.slack.dev/reference/methods/oauth.v2.access */
const granted = z
  .object({
    ok: z.literal(true),
    access_token: secret,
    bot_user_id: id,
    scope: z.string().catch(''),
    team: named.nullish(),
    enterprise: named.nullish(),
    is_enterprise_install: z.boolean().default(false),
    refresh_token: secret.nullish(),
    expires_in: z.number().int().min(1).max(100_000_000).nullish(),
  })
  // Whose it is must be known, and a token that expires must be one that can be renewed.
  .refine((all) => (all.is_enterprise_install ? all.enterprise : all.team) != null)
  .refine((all) => (all.expires_in == null) === (all.refresh_token == null));
const complaint = z.object({ ok: z.literal(false), error: z.string().regex(/^[a-z0-9_]{1,60}$/) });

function grantedIn(body: unknown, status: number, asked: number): Granted {
  const code = complaint.safeParse(body).data?.error ?? null;
  if (code !== null) return refusedWith(code);
  const { data } = granted.safeParse(body);
  const isGood = status >= 200 && status < 300;
  if (isGood && data !== undefined) return { outcome: 'granted', grant: grantOf(data, asked) };
  if (isGood && z.object({ ok: z.literal(true) }).safeParse(body).success)
    return { outcome: 'refused', code: 'no_bot_token', reason: 'Slack gave no token of a bot' };
  return { outcome: 'unsure', reason: `Slack answered ${status}, and nobody can say what it did` };
}

function grantOf(data: z.output<typeof granted>, asked: number): Grant {
  return {
    team: data.team ?? null,
    enterprise: data.enterprise ?? null,
    isOrganisation: data.is_enterprise_install,
    botUser: data.bot_user_id,
    scopes: data.scope.split(',').filter((scope) => scope !== ''),
    token: data.access_token,
    refresh: data.refresh_token ?? null,
    expiresAt: data.expires_in == null ? null : asked + data.expires_in * 1000,
  };
}

function refusedWith(code: string): Granted {
  const means = meaningOf(code)?.means;
  const says = SAYS.get(code) ?? 'look it up in Slack’s reference of oauth.v2.access';
  return means === 'busy' || means === 'unsure'
    ? { outcome: 'unsure', reason: `Slack is busy or has a fault (${code})` }
    : { outcome: 'refused', code, reason: `Slack refused (${code}): ${says}` };
}

const CLIENT = 'check SLACK_CLIENT_ID and SLACK_CLIENT_SECRET';

/** What an operator should do, by the errors of the same page. */
const SAYS: ReadonlyMap<string, string> = new Map([
  ['invalid_client_id', CLIENT],
  ['bad_client_secret', CLIENT],
  [
    'bad_redirect_uri',
    'add <DRIFTVAKT_PUBLIC_URL>/slack/oauth_redirect to the app’s “Redirect URLs” (“OAuth & Permissions”)',
  ],
  ['oauth_authorization_url_mismatch', 'the app is not one with granular permissions; make it anew'],
  ['invalid_code', 'the code was used before, or is older than ten minutes; begin again'],
  ['invalid_refresh_token', 'this refresh token was used before; the workspace has to install the app again'],
  ['no_scopes', 'the app asks for no scopes; add those of the manifest'],
  [
    'cannot_install_an_org_installed_app',
    'the app is installed for the whole Enterprise organisation; its administrator adds it to this workspace',
  ],
]);
