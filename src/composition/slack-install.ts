import type { Logger } from 'pino';
import { slackCall } from '../channels/slack/api/call.ts';
import { oauthClient } from '../channels/slack/api/oauth.ts';
import type { WorkspaceTokens } from '../channels/slack/api/tokens.ts';
import type { Installation } from '../channels/slack/install/installation.ts';
import { Installations } from '../channels/slack/install/installations.ts';
import { INSTALL_LIMITS } from '../channels/slack/install/limits.ts';
import { INSTALL_PATH, REDIRECT_PATH } from '../channels/slack/install/pages.ts';
import { removals } from '../channels/slack/install/removal.ts';
import { Rotation } from '../channels/slack/install/rotation.ts';
import { installRoutes } from '../channels/slack/install/routes.ts';
import { keyFrom, type Seal, sealOf } from '../channels/slack/install/seal.ts';
import { InstallStates } from '../channels/slack/install/state.ts';
import { InstalledTokens } from '../channels/slack/install/tokens.ts';
import type { SlackOrganisations } from '../channels/slack/organisations.ts';
import type { Removed } from '../channels/slack/receiver/parse/outcome.ts';
import { SENDER_LIMITS } from '../channels/slack/sending.ts';
import type { Environment } from '../config/environment.ts';
import type { SlackCredentials } from '../config/slack.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import { linkSecret } from '../http/link-key.ts';
import { smallPage } from '../http/pages/small-page.ts';
import { writePage } from '../http/reply.ts';
import type { ChannelRoute } from '../http/server.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { systemAlarm } from '../runtime/alarm.ts';
import { faultForLog } from '../runtime/fault.ts';
import { Heartbeat } from '../runtime/heartbeat.ts';
import { deskOf } from '../runtime/names.ts';

/** Where the tokens of workspaces come from, and what goes with it. */
export interface TokenSource {
  readonly tokens: WorkspaceTokens;
  readonly routes: readonly ChannelRoute[];
  /** What is done when a workspace removes the app. Rejects if that could not be kept. */
  forget(removed: Removed): Promise<void>;
  /** Begins to renew tokens before they end. */
  start(): void;
  stop(): Promise<void>;
}

/** What the installations need of the service around them. */
export interface InstallSurroundings {
  readonly environment: Environment;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly organisations: SlackOrganisations;
  readonly store: Pick<Store, 'record' | 'findRecords' | 'writeRecords' | 'hasten'>;
  /** By it deliveries wait. */
  readonly clock: Clock;
  /** By it tokens end. */
  readonly machine: Clock;
  readonly log: Logger;
  readonly ownAddress: () => string;
  /** Of the Web API. */
  readonly apiUrl: string;
}

type OAuth = Extract<SlackCredentials, { kind: 'oauth' }>;

/** The app for several workspaces, each of which installs it. */
export function installedWorkspaces(app: OAuth, around: InstallSurroundings): TokenSource {
  const { environment, store, organisations, machine, log, apiUrl } = around;
  const { DRIFTVAKT_PUBLIC_URL: publicUrl } = environment;
  const addressOf = (path: string) => () => new URL(path, publicUrl ?? around.ownAddress()).href;
  const installAddress = addressOf(INSTALL_PATH);
  const oauth = oauthClient({ ...app, apiUrl, clock: machine });
  const call = slackCall({ apiUrl, clock: machine });
  const installations = new Installations({ records: store, seal: sealFor(environment) });
  const rotation = new Rotation({ installations, oauth, clock: machine, log });
  const tokens = new InstalledTokens({ installations, rotation, call, clock: machine, log, installAddress });
  const keepFresh = new Heartbeat(systemAlarm, INSTALL_LIMITS.sweepMs, () => freshen(tokens, log));
  return {
    tokens,
    routes: installRoutes({
      ...{ ...around, clock: machine, oauth, installations, organisations, clientId: app.clientId },
      states: new InstallStates(keyFrom(linkSecret(environment.DRIFTVAKT_LINK_SECRET), 'slack-install')),
      redirectUri: addressOf(REDIRECT_PATH),
      authorizeUrl: new URL('/oauth/v2/authorize', apiUrl).href,
      show: (response, page) => writePage(response, smallPage(page)),
      installed: (...what) => resume(around, ...what),
    }),
    forget: removals({ installations, tokens, call, log, installAddress }),
    start: () => keepFresh.start(),
    async stop() {
      await keepFresh.stop();
      await rotation.idle();
    },
  };
}

function sealFor({
  DRIFTVAKT_LINK_SECRET: present,
  DRIFTVAKT_LINK_SECRET_BEFORE: before,
}: Environment): Seal {
  const earlier = before === undefined ? [] : [before];
  return sealOf([linkSecret(present), ...earlier], 'slack-tokens');
}

async function freshen(tokens: InstalledTokens, log: Logger): Promise<void> {
  try {
    await tokens.keepFresh();
  } catch (cause) {
    log.error(faultForLog(cause), 'the tokens of workspaces could not be looked over');
  }
}

/** What waited for a workspace goes out now; with a whole organisation also in its workspaces, which are not known. */
async function resume(
  { store, clock, log }: InstallSurroundings,
  { id }: Installation,
  organisation: string | null,
): Promise<void> {
  const own = id.startsWith('E') ? 'slack/' : `slack/${organisation}/${id}/`;
  const places = organisation === null ? [own] : [own, deskOf(organisation)];
  const now = clock.now().epochMilliseconds;
  // What may have arrived is still given time to, before it is looked for.
  const restMs = SENDER_LIMITS.lookAgainMs;
  try {
    for (const destinations of places) await store.hasten({ destinations, now, restMs });
  } catch (cause) {
    log.error(faultForLog(cause), 'messages that waited for an installation go out later');
  }
}
