import { certificateFault } from '../connector/certificate.ts';

/** A cloud of Microsoft's: who signs what the channel sends, and who gives out tokens for what is sent to it. */
export interface TeamsCloud {
  /** The issuer that the channel's tokens name (botbuilder: `ToBotFromChannelTokenIssuer`). */
  readonly issuer: string;
  /** Where its keys are described, OpenID Connect discovery (`ToBotFromChannelOpenIdMetadataUrl`). */
  readonly metadata: string;
  /** The login service; without a path, the app's tenant is put behind it (`ToChannelFromBotLoginUrl`). */
  readonly login: string;
  /** What tokens for the connector are asked for, with or without `/.default` (`ToChannelFromBotOAuthScope`). */
  readonly scope: string;
}

export const PUBLIC_CLOUD: TeamsCloud = {
  issuer: 'https://api.botframework.com',
  metadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  login: 'https://login.microsoftonline.com',
  scope: 'https://api.botframework.com/.default',
};

/** By what the app proves to Microsoft's login who it is. */
export type Credentials =
  | { readonly kind: 'password'; readonly password: string }
  /** Both in PEM, the private key without a passphrase. */
  | { readonly kind: 'certificate'; readonly certificate: string; readonly privateKey: string }
  /** A user-assigned managed identity of Azure, whose client id is the app id. */
  | { readonly kind: 'managed-identity' };

/** What a single-tenant app is known by, and from where it takes messages. */
export interface TeamsSettings {
  readonly appId: string;
  readonly credentials: Credentials;
  /** The tenant in which the app is registered. */
  readonly appTenantId: string;
  /** Tenants whose people may write. Nobody else's activities are taken. */
  readonly tenants: readonly string[];
  /** Microsoft's public cloud if nothing is said. */
  readonly cloud?: TeamsCloud;
}

/** The settings cannot be used; the message names every fault, and no secret. */
export class TeamsSettingsError extends Error {
  override readonly name = 'TeamsSettingsError';
}

/**
 * Refuses what would leave the door open: botbuilder takes an empty app id for "do not authenticate".
 * @throws TeamsSettingsError naming every fault
 */
export function assertUsable(settings: TeamsSettings): void {
  const faults = [
    blank(settings.appId) && 'the app id is missing: without it nobody would be authenticated',
    credentialsFault(settings.credentials),
    blank(settings.appTenantId) && 'the tenant of the app is missing; new bots are single-tenant',
    settings.tenants.length === 0 && 'no tenant is allowed to write; list at least one',
    settings.tenants.some(blank) && 'one of the allowed tenants is empty',
    settings.cloud !== undefined && cloudFault(settings.cloud),
  ].filter((fault) => typeof fault === 'string');
  if (faults.length > 0) throw new TeamsSettingsError(faults.join('; '));
}

function credentialsFault(credentials: Credentials): string | false {
  switch (credentials.kind) {
    case 'password':
      return blank(credentials.password) && 'the app password is missing';
    case 'certificate':
      return certificateFault(credentials.certificate, credentials.privateKey) ?? false;
    case 'managed-identity':
      return false;
  }
}

function cloudFault({ issuer, metadata, login, scope }: TeamsCloud): string | false {
  if (blank(issuer)) return 'the issuer of the cloud is missing';
  if (blank(scope)) return 'the scope of the cloud is missing';
  if (URL.parse(login)?.protocol !== 'https:') return 'the login of the cloud must be reached over https';
  return !isTrustworthy(metadata) && 'the keys of the cloud must come over https, or from 127.0.0.1';
}

/** Keys that come over plain http could be anybody's, but for those of this machine. */
function isTrustworthy(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1');
}

function blank(text: string): boolean {
  return text.trim() === '';
}
