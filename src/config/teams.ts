import type { TeamsValues } from './teams-variables.ts';

/** How the bot proves to Microsoft who it is. */
export type TeamsCredentials =
  | { readonly kind: 'password'; readonly password: string }
  /** Paths of PEM files. */
  | { readonly kind: 'certificate'; readonly certificateFile: string; readonly privateKeyFile: string }
  | { readonly kind: 'managed-identity' };

/** Another cloud than Microsoft's public one. */
export interface TeamsCloud {
  /** Where the bot gets its tokens, and for what. */
  readonly loginUrl: string;
  readonly oauthScope: string;
  /** The issuer of the channel's tokens, and where its keys are described. */
  readonly issuer: string;
  readonly metadata: string;
}

/** How this installation takes part in Teams. */
export type TeamsSetup =
  /** Not at all; the reason is for the log. */
  | { readonly kind: 'off'; readonly reason: string }
  /** For Microsoft's local client: unsigned messages from this machine. */
  | { readonly kind: 'local' }
  | {
      readonly kind: 'on';
      readonly appId: string;
      /** The tenant in which the app is registered. */
      readonly tenant: string;
      readonly credentials: TeamsCredentials;
      /** Null: Microsoft's public one. */
      readonly cloud: TeamsCloud | null;
    };

/** What the variables, found without fault (`teamsFaults`), set up. */
export function teamsSetup(values: TeamsValues): TeamsSetup {
  if (values.DRIFTVAKT_TEAMS_LOCAL) return { kind: 'local' };
  const { MicrosoftAppId: appId, MicrosoftAppTenantId: tenant } = values;
  if (appId === undefined) return { kind: 'off', reason: 'MicrosoftAppId is not set' };
  const credentials = credentialsOf(values);
  if (tenant === undefined || credentials === null)
    return { kind: 'off', reason: 'only MicrosoftAppId is set, without tenant and credentials' };
  return { kind: 'on', appId, tenant, credentials, cloud: cloudOf(values) };
}

function credentialsOf(values: TeamsValues): TeamsCredentials | null {
  if (values.MicrosoftAppType === 'UserAssignedMSI') return { kind: 'managed-identity' };
  const { MicrosoftAppPassword: password } = values;
  if (password !== undefined) return { kind: 'password', password };
  const { MicrosoftAppCertificate: certificateFile, MicrosoftAppPrivateKey: privateKeyFile } = values;
  if (certificateFile === undefined || privateKeyFile === undefined) return null;
  return { kind: 'certificate', certificateFile, privateKeyFile };
}

function cloudOf(values: TeamsValues): TeamsCloud | null {
  const {
    ToChannelFromBotLoginUrl: loginUrl,
    ToChannelFromBotOAuthScope: oauthScope,
    ToBotFromChannelTokenIssuer: issuer,
    ToBotFromChannelOpenIdMetadataUrl: metadata,
  } = values;
  if (loginUrl === undefined || oauthScope === undefined || issuer === undefined || metadata === undefined)
    return null;
  return { loginUrl, oauthScope, issuer, metadata };
}
