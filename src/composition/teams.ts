import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import type { Pacing } from '../channels/pace/pacing.ts';
import type { Bearer } from '../channels/pictures/fetch.ts';
import type { TeamsAddress } from '../channels/teams/address.ts';
import { type TeamsChannel, type TeamsChannelParts, teamsChannel } from '../channels/teams/channel.ts';
import { type Connector, teamsConnector } from '../channels/teams/connector/connector.ts';
import { appTokens, GRAPH_SCOPE } from '../channels/teams/connector/login.ts';
import { pacedConnector } from '../channels/teams/connector/paced-connector.ts';
import { noTokens, type TokenSource } from '../channels/teams/connector/token.ts';
import { organisationsIn, type TeamsOrganisations } from '../channels/teams/organisations.ts';
import { graphDirectory } from '../channels/teams/people/graph.ts';
import { graphUsers } from '../channels/teams/people/graph-users.ts';
import { introductions } from '../channels/teams/people/introduce.ts';
import { pictureHosts } from '../channels/teams/pictures/hosts.ts';
import { deadline } from '../channels/teams/receiver/deadline.ts';
import { verifyLocal } from '../channels/teams/receiver/local.ts';
import type { Credentials, TeamsSettings } from '../channels/teams/receiver/settings.ts';
import { teamsVerifier } from '../channels/teams/receiver/verify.ts';
import { defaultOrganisation, type Environment, EnvironmentError } from '../config/environment.ts';
import type { TeamsCredentials, TeamsSetup } from '../config/teams.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { ProfileSource } from '../ports/profiles.ts';
import type { Store } from '../ports/store.ts';
import { systemAlarm } from '../runtime/alarm.ts';
import type { PicturePart } from './pictures.ts';
import { channelAddresses } from './playbook-channels.ts';
import type { MakesPacer } from './shared.ts';

/** What Teams needs of the service around it. */
export interface TeamsSurroundings extends Pick<TeamsChannelParts, 'engine'> {
  readonly outbox: Pick<Store, 'delivery' | 'record'>;
  readonly pictures: Pick<PicturePart, 'keep'>;
  readonly environment: Environment;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly clock: Clock;
  /** The machine's own clock: tokens go by it, whatever time the service plays. */
  readonly machine: Clock;
  readonly log: Logger;
  readonly pacer: MakesPacer;
}

type On = Extract<TeamsSetup, { kind: 'on' }>;

/** The people of the tenant in which the bot is registered, for the directory; null: Graph is not set up. */
export function teamsProfiles(
  setup: TeamsSetup,
  { environment, machine, playbooks }: Pick<TeamsSurroundings, 'environment' | 'machine' | 'playbooks'>,
): ProfileSource | null {
  if (setup.kind !== 'on' || !environment.DRIFTVAKT_GRAPH) return null;
  const own = defaultOrganisation(environment, playbooks);
  const tokens = appTokens(settingsOf(setup, []), machine, GRAPH_SCOPE);
  return graphUsers({
    ...{ tokens, clock: machine },
    isOwn(organisation) {
      const tenants = playbooks.get(organisation)?.teams?.tenants ?? [];
      return tenants.includes(setup.tenant) || (tenants.length === 0 && organisation === own);
    },
  });
}

/** How long the start waits for Microsoft's login, in ms. */
const FIRST_TOKEN_MS = 3000;

/** From where messages to a channel go in which nobody has written yet. Source: “Send proactive messages”, Microsoft. */
const PUBLIC_SERVICE = 'https://smba.trafficmanager.net/teams/';

/**
 * Microsoft Teams as the environment sets it up.
 * @throws EnvironmentError, TeamsConflictError, TeamsSettingsError naming what is wrong
 */
export async function teamsIn(
  setup: Exclude<TeamsSetup, { kind: 'off' }>,
  around: TeamsSurroundings,
): Promise<TeamsChannel> {
  const { environment, playbooks, clock, log } = around;
  const organisations = organisationsIn(playbooks, {
    defaultOrganisation: defaultOrganisation(environment, playbooks),
    ...(setup.kind === 'on' && { ownTenant: setup.tenant }),
  });
  const link = setup.kind === 'local' ? local(around) : await real(setup, organisations, around);
  const { engine, outbox, pictures } = around;
  return teamsChannel({
    ...{ engine, outbox, playbooks, clock, alarm: systemAlarm, log, organisations },
    ...{ verify: link.verify, connector: link.connector },
    complete: (inbound, { address }) => pictures.keep(inbound, bearerFor(link.tokens, address)),
    introduce: introductions({
      ...{ connector: link.connector, engine, records: outbox, playbooks, clock, log },
      directory: link.directory,
    }),
    deskAddress: (organisation) => deskAddress(setup, playbooks.get(organisation)),
    channelAddress: channelAddresses(
      playbooks,
      { platform: 'teams', ownTenant: ownTenantIn(setup) },
      (channel, tenant) => newAddress(setup, channel, tenant),
    ),
  });
}

/** The tenant in which the bot is registered; null: it is not. */
export function ownTenantIn(setup: TeamsSetup): string | null {
  return setup.kind === 'on' ? setup.tenant : null;
}

/** Both ways between Teams and the bot, and by what the bot proves who it is; null: by nothing. */
interface Link extends Pick<TeamsChannelParts, 'verify' | 'connector'> {
  readonly tokens: TokenSource | null;
  /** Where managers are looked up; null: nowhere. */
  readonly directory: Directory | null;
}

/** For Microsoft's local client, which signs nothing and asks for no token. */
function local({ machine, log, pacer }: TeamsSurroundings): Link {
  log.warn('DRIFTVAKT_TEAMS_LOCAL: unsigned messages from this machine are taken for those of Teams');
  return {
    verify: verifyLocal,
    connector: connectorWith(noTokens, machine, true, pacer(machine)),
    tokens: null,
    directory: null,
  };
}

async function real(
  setup: On,
  { tenants }: TeamsOrganisations,
  { environment, machine, log, pacer }: TeamsSurroundings,
): Promise<Link> {
  const settings = settingsOf(setup, [...tenants]);
  const tokens = appTokens(settings, machine);
  await firstToken(tokens, log);
  const connector = connectorWith(tokens, machine, !environment.production, pacer(machine));
  const directory = environment.DRIFTVAKT_GRAPH
    ? graphDirectory({ tokens: appTokens(settings, machine, GRAPH_SCOPE), clock: machine })
    : null;
  return { verify: await teamsVerifier(settings, machine), connector, tokens, directory };
}

/**
 * A wrong password is told when the service starts, not with the first message. And no message is begun before there is
 * a token: one that is begun when the process dies counts as perhaps sent.
 */
async function firstToken(tokens: TokenSource, log: Logger): Promise<void> {
  const first = await deadline(tokens.token(), FIRST_TOKEN_MS);
  if (first === 'late') log.warn('Microsoft’s login does not answer; messages to Teams wait for it');
  else if (first.outcome !== 'token') log.error({ reason: first.reason }, 'there is no token for Teams');
}

/** Pictures that were pasted into a message are given out to the bot alone. */
function bearerFor(tokens: TokenSource | null, { serviceUrl }: TeamsAddress): Bearer | undefined {
  if (tokens === null) return undefined;
  return {
    hosts: pictureHosts(serviceUrl),
    async token() {
      const outcome = await tokens.token();
      if (outcome.outcome === 'token' && outcome.token !== null) return outcome.token;
      throw new Error('there is no token for pictures now');
    },
  };
}

function connectorWith(tokens: TokenSource, clock: Clock, allowLoopback: boolean, pacer: Pacing): Connector {
  return pacedConnector(teamsConnector({ tokens, clock, allowLoopback }), pacer);
}

/** What the receiver and the login need. @throws EnvironmentError if a file of the certificate cannot be read */
function settingsOf({ appId, tenant, credentials, cloud }: On, tenants: string[]): TeamsSettings {
  return {
    ...{ appId, appTenantId: tenant, tenants, credentials: read(credentials) },
    ...(cloud !== null && {
      cloud: {
        ...{ issuer: cloud.issuer, metadata: cloud.metadata },
        ...{ login: cloud.loginUrl, scope: cloud.oauthScope },
      },
    }),
  };
}

function read(credentials: TeamsCredentials): Credentials {
  if (credentials.kind !== 'certificate') return credentials;
  const { certificateFile, privateKeyFile } = credentials;
  return {
    kind: 'certificate',
    certificate: textIn(certificateFile, 'MicrosoftAppCertificate'),
    privateKey: textIn(privateKeyFile, 'MicrosoftAppPrivateKey'),
  };
}

function textIn(file: string, variable: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new EnvironmentError(`${variable} names a file that cannot be read (${code}): ${file}`);
  }
}

/** IT's desk can be written to before anybody wrote there: the playbook names its channel. */
function deskAddress(setup: TeamsSetup, playbook: Playbook | undefined): TeamsAddress | null {
  const desk = playbook?.teams?.desk ?? null;
  const tenant = playbook?.teams?.tenants[0] ?? ownTenantIn(setup);
  return desk === null || tenant === null ? null : newAddress(setup, desk, tenant);
}

/** A channel in which nobody has written yet. In clouds of Microsoft's for governments it is known only once somebody has. */
function newAddress(setup: TeamsSetup, conversation: string, tenant: string): TeamsAddress | null {
  if (setup.kind !== 'on' || setup.cloud !== null) return null;
  const bot = `28:${setup.appId}`;
  return { serviceUrl: PUBLIC_SERVICE, conversation, bot, user: bot, tenant };
}
