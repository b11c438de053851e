/** Where the tokens of a cloud's channel come from. */
export interface ChannelCloud {
  /** The issuer that its tokens name. */
  readonly issuer: string;
  /** Where its keys are described (OpenID Connect discovery). */
  readonly metadata: string;
}

export const PUBLIC_CLOUD: ChannelCloud = {
  issuer: 'https://api.botframework.com',
  metadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
};

/** What a single-tenant app with a password is known by, and from where it takes messages. */
export interface TeamsSettings {
  readonly appId: string;
  readonly appPassword: string;
  /** The tenant in which the app is registered. */
  readonly appTenantId: string;
  /** Tenants whose people may write. Nobody else's activities are taken. */
  readonly tenants: readonly string[];
  /** Microsoft's public cloud if nothing is said. */
  readonly cloud?: ChannelCloud;
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
    blank(settings.appPassword) && 'the app password is missing',
    blank(settings.appTenantId) && 'the tenant of the app is missing; new bots are single-tenant',
    settings.tenants.length === 0 && 'no tenant is allowed to write; list at least one',
    settings.tenants.some(blank) && 'one of the allowed tenants is empty',
    settings.cloud !== undefined && cloudFault(settings.cloud),
  ].filter((fault) => typeof fault === 'string');
  if (faults.length > 0) throw new TeamsSettingsError(faults.join('; '));
}

function cloudFault({ issuer, metadata }: ChannelCloud): string | false {
  if (blank(issuer)) return 'the issuer of the cloud is missing';
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
