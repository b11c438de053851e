import type { Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { quietly } from './quiet.ts';
import { PUBLIC_CLOUD, type TeamsSettings } from './settings.ts';

/** The parts of an activity that its token is checked against. */
export interface Claimed {
  readonly type: string;
  readonly channelId: string;
  readonly serviceUrl: string;
}

/**
 * What botbuilder says of a token. `unavailable`: the channel's keys could not be read, so nobody can say; `cause` is
 * the name of what went wrong.
 */
export type TokenVerdict =
  | { readonly outcome: 'valid' | 'invalid' }
  | { readonly outcome: 'unavailable'; readonly cause: string };

type CredentialsFactory = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]
>;

/** Checks the token of a request by the channel's keys. */
export type TokenCheck = (claimed: Claimed, authorization: string) => Promise<TokenVerdict>;

/** By whose name a token is at fault, and not what it is checked with. */
const FAULTS_OF_THE_TOKEN = ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError', 'SyntaxError'];

/** Loads botbuilder, which takes a third of a second and 57 MB: only where Teams is configured. */
export async function tokenCheck(settings: TeamsSettings): Promise<TokenCheck> {
  const { ConfigurationBotFrameworkAuthentication } = await import('botbuilder');
  const authentication = new ConfigurationBotFrameworkAuthentication(
    cloudOptions(settings),
    appOnly(settings.appId),
  );
  return async (claimed, authorization) => {
    try {
      // It looks at no more of the activity than that.
      await quietly(() =>
        authentication.authenticateRequest(claimed as Partial<Activity> as Activity, authorization),
      );
      return { outcome: 'valid' };
    } catch (cause) {
      return verdictOn(cause);
    }
  };
}

/** Who the app is. Its own credentials are for sending, which is not botbuilder's business here. */
function appOnly(appId: string): CredentialsFactory {
  return {
    isValidAppId: async (id) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: () => Promise.reject(new Error('botbuilder sends nothing here')),
  };
}

/** All of them: if one is set, botbuilder takes none of the others from its defaults. */
function cloudOptions({ appId, appTenantId, cloud = PUBLIC_CLOUD }: TeamsSettings): Record<string, string> {
  return {
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: appTenantId,
    ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${appTenantId}`,
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: cloud.issuer,
    OAuthUrl: 'https://api.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: cloud.metadata,
    // Tokens of the emulator's issuers never come so far; if one did, these keys would not fit it.
    ToBotFromEmulatorOpenIdMetadataUrl: cloud.metadata,
    CallerId: 'urn:botframework:azure',
  };
}

function verdictOn(cause: unknown): TokenVerdict {
  if (!(cause instanceof Error)) return { outcome: 'unavailable', cause: typeof cause };
  const isAboutToken = 'statusCode' in cause ? cause.statusCode === 401 : false;
  if (isAboutToken || FAULTS_OF_THE_TOKEN.includes(cause.name)) return { outcome: 'invalid' };
  return { outcome: 'unavailable', cause: cause.name };
}
