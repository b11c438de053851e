import type { Clock } from '../../../ports/clock.ts';
import { PUBLIC_CLOUD, type TeamsSettings } from '../receiver/settings.ts';
import { thumbprintOf } from './certificate.ts';
import { TOKEN_LIMITS } from './limits.ts';
import { identityFault, loginFault } from './login-faults.ts';
import { loginNetwork } from './login-network.ts';
import { type Granted, type TokenSource, tokenSource } from './token.ts';

/** Whose tokens, and from where. */
export type LoginSettings = Pick<TeamsSettings, 'appId' | 'appTenantId' | 'credentials' | 'cloud'>;

/** What MSAL tells of a token. */
interface Acquired {
  readonly accessToken: string;
  readonly expiresOn: Date | null;
}

/** For reading people and their managers, if that is permitted. */
export const GRAPH_SCOPE = 'https://graph.microsoft.com/.default';

/**
 * The app's tokens for one service, from Microsoft's login by MSAL, which is loaded with the first one.
 * @param scope the service; Teams' connector if nothing is said
 */
export function appTokens(settings: LoginSettings, clock: Clock, scope?: string): TokenSource {
  const wanted = scopeOf(scope ?? (settings.cloud ?? PUBLIC_CLOUD).scope);
  return tokenSource(async () => {
    try {
      return grantedBy(await acquired(settings, wanted));
    } catch (cause) {
      return settings.credentials.kind === 'managed-identity' ? identityFault(cause) : loginFault(cause);
    }
  }, clock);
}

/**
 * A client for each token: MSAL's own keeping would be a second one beside ours, and after one 500 it asks nobody for a
 * minute. A token lives for an hour at least.
 */
async function acquired(settings: LoginSettings, scope: string): Promise<Acquired | null> {
  const { ConfidentialClientApplication, ManagedIdentityApplication } = await import('@azure/msal-node');
  const { appId, appTenantId, credentials, cloud = PUBLIC_CLOUD } = settings;
  const system = { networkClient: loginNetwork(TOKEN_LIMITS.answerMs), disableInternalRetries: true };
  if (credentials.kind === 'managed-identity') {
    const managedIdentityIdParams = { userAssignedClientId: appId };
    const application = new ManagedIdentityApplication({ managedIdentityIdParams, system });
    return application.acquireToken({ resource: scope, forceRefresh: true });
  }
  const authority = authorityOf(cloud.login, appTenantId);
  // Said to be known, it is not looked up at Microsoft's public cloud first.
  const knownAuthorities = [new URL(authority).host];
  const auth = { clientId: appId, authority, knownAuthorities, ...proofOf(credentials) };
  const application = new ConfidentialClientApplication({ auth, system });
  return application.acquireTokenByClientCredential({ scopes: [scope], skipCache: true });
}

function proofOf(credentials: Exclude<LoginSettings['credentials'], { kind: 'managed-identity' }>) {
  if (credentials.kind === 'password') return { clientSecret: credentials.password };
  const { certificate, privateKey } = credentials;
  return { clientCertificate: { thumbprintSha256: thumbprintOf(certificate), privateKey, x5c: certificate } };
}

/** How long it lives is asked of the machine's clock, which also told when it ends: the service's may run elsewhere. */
function grantedBy(acquired: Acquired | null): Granted {
  const ends = acquired?.expiresOn?.getTime();
  if (!acquired?.accessToken || ends === undefined)
    return { outcome: 'retry', reason: 'Microsoft’s login gave no token', afterMs: 0 };
  return {
    outcome: 'granted',
    token: acquired.accessToken,
    livesMs: ends - Temporal.Now.instant().epochMilliseconds,
  };
}

/** The login address names the tenant by its path, or the app's own is put behind it. */
function authorityOf(login: string, tenant: string): string {
  const { origin, pathname } = new URL(login);
  return `${origin}${pathname === '/' ? `/${tenant}` : pathname.replace(/\/+$/, '')}`;
}

function scopeOf(scope: string): string {
  return scope.endsWith('/.default') ? scope : `${scope.replace(/\/+$/, '')}/.default`;
}
