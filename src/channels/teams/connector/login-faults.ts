import type { TokenOutcome } from './token.ts';

/** What the operator has to do, by the number of Microsoft's error (AADSTS…). */
const INSTRUCTIONS: Readonly<Record<string, string>> = {
  '7000215':
    'the app password is wrong; enter the secret’s value, not its id, from Entra, “Certificates & secrets”',
  '7000222':
    'the app password has expired; make a new secret in Entra, “Certificates & secrets”, and enter its value',
  '700016': 'there is no such app in this tenant; check MicrosoftAppId and MicrosoftAppTenantId',
  '90002': 'there is no such tenant; check MicrosoftAppTenantId',
  '900023': 'the tenant is no id and no domain; check MicrosoftAppTenantId',
  '7000229':
    'the app has no service principal in this tenant; add it under “Enterprise applications” in Entra',
  '7000112': 'the app is disabled; enable it in Entra, “Enterprise applications”',
  '700027': 'the certificate is not one of the app’s; upload it in Entra, “Certificates & secrets”',
  '700024': 'the signature’s time does not fit; set the clock of this machine',
  '1000502': 'the certificate is outside its time of validity; make a new one and upload it in Entra',
  '500011': 'there is no such service in this tenant; check ToChannelFromBotOAuthScope',
  '53003': 'a rule of conditional access forbids it; except this app in Entra',
};

/** What is said of an error of MSAL: the fields that its classes have, in the versions that are used. */
interface Told {
  readonly name?: unknown;
  readonly errorCode?: unknown;
  readonly errorNo?: unknown;
  readonly status?: unknown;
}

/** These mean that nobody answered, or not in a way that can be read. */
const UNREACHABLE = [
  'network_error',
  'endpoints_resolution_error',
  'openid_config_error',
  'token_parsing_error',
  'null_or_empty_token',
  'post_request_failed',
];

type NoToken = Exclude<TokenOutcome, { outcome: 'token' }>;

/** The same for a managed identity, about which Azure itself is asked. */
export function identityFault(cause: unknown): NoToken {
  const { outcome } = loginFault(cause);
  const reason =
    'Azure gave no token: assign the managed identity whose client id is MicrosoftAppId to where this runs';
  return outcome === 'failed' ? { outcome, reason } : { outcome, reason, afterMs: 0 };
}

/** What to do about a login that did not succeed. Of what was thrown only codes are taken, never the words. */
export function loginFault(cause: unknown): NoToken {
  if (typeof cause !== 'object' || cause === null) return unknown('UNKNOWN');
  const { name, errorCode, errorNo, status }: Told = cause;
  if (name !== 'ServerError') {
    if (isCode(errorCode) && UNREACHABLE.includes(errorCode)) return away();
    return unknown([errorCode, name].find(isCode) ?? 'UNKNOWN');
  }
  if (typeof status !== 'number' || status >= 500 || status === 429 || status === 408)
    return { outcome: 'retry', reason: `Microsoft’s login is busy${said(status)}`, afterMs: 0 };
  const number = typeof errorNo === 'string' || typeof errorNo === 'number' ? `${errorNo}` : '';
  const instruction = INSTRUCTIONS[number] ?? 'look the code up in Microsoft’s list of AADSTS errors';
  const code = /^\d{1,10}$/.test(number)
    ? `AADSTS${number}`
    : isCode(errorCode)
      ? errorCode
      : 'without a code';
  return { outcome: 'failed', reason: `Microsoft’s login refused the app (${code}): ${instruction}` };
}

function away(): NoToken {
  return {
    outcome: 'retry',
    reason: 'Microsoft’s login could not be reached, or not be understood',
    afterMs: 0,
  };
}

function unknown(code: string): NoToken {
  return { outcome: 'failed', reason: `there is no way to log in (${code}): check the app’s credentials` };
}

function isCode(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Za-z0-9_.-]{1,60}$/.test(text);
}

function said(status: unknown): string {
  return typeof status === 'number' ? ` (${status})` : '';
}
