import type { Logger } from 'pino';
import type { Bearer } from '../channels/pictures/fetch.ts';
import type { SlackAddress } from '../channels/slack/address.ts';
import { slackCall } from '../channels/slack/api/call.ts';
import { slackApi } from '../channels/slack/api/client.ts';
import { slackPace } from '../channels/slack/api/pace.ts';
import { botToken, type Workspace, type WorkspaceTokens } from '../channels/slack/api/tokens.ts';
import { type SlackChannelParts, slackChannel } from '../channels/slack/channel.ts';
import { introductions } from '../channels/slack/introduce.ts';
import { organisationsIn } from '../channels/slack/organisations.ts';
import { slackProfiles } from '../channels/slack/profiles.ts';
import { boltBridge } from '../channels/slack/receiver/bolt.ts';
import { slackRoutes } from '../channels/slack/receiver/receive.ts';
import { slackSocket } from '../channels/slack/receiver/socket.ts';
import { socketConnect } from '../channels/slack/receiver/socket-client.ts';
import type { Take } from '../channels/slack/receiver/take.ts';
import { slackVerifier } from '../channels/slack/receiver/verify.ts';
import { defaultOrganisation, type Environment } from '../config/environment.ts';
import type { SlackCredentials, SlackSetup } from '../config/slack.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import type { ChannelRoute } from '../http/server.ts';
import type { Clock } from '../ports/clock.ts';
import type { ProfileSource } from '../ports/profiles.ts';
import type { Sender } from '../ports/sender.ts';
import type { Store } from '../ports/store.ts';
import { systemAlarm } from '../runtime/alarm.ts';
import type { PicturePart } from './pictures.ts';
import { channelAddresses } from './playbook-channels.ts';
import type { MakesPacer } from './shared.ts';
import { type InstallSurroundings, installedWorkspaces, type TokenSource } from './slack-install.ts';

/** What Slack needs of the service around it. */
export interface SlackSurroundings extends Pick<SlackChannelParts, 'engine'> {
  readonly environment: Environment;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly outbox: Pick<Store, 'delivery'> & InstallSurroundings['store'];
  readonly pictures: Pick<PicturePart, 'keep'>;
  readonly clock: Clock;
  /** The machine's own clock: signatures and limits go by it, whatever time the service plays. */
  readonly machine: Clock;
  readonly log: Logger;
  /** Where the service is reached if the environment does not say. */
  readonly ownAddress: () => string;
  readonly pacer: MakesPacer;
}

/** Slack as it runs. */
export interface SlackRunning {
  readonly sender: Sender;
  readonly routes: readonly ChannelRoute[];
  /** The members of workspaces, for the directory. */
  readonly profiles: ProfileSource;
  /** Begins to take what comes over Socket Mode. */
  start(): void;
  stop(): Promise<void>;
}

type On = Exclude<SlackSetup, { kind: 'off' }>;

const SLACK_API = 'https://slack.com/api/';
/** Slack waits 3 s for its answer. */
const PICTURES_MS = 1500;
/** Where Slack keeps files: https://docs.slack.dev/reference/objects/file-object */
const FILE_HOSTS = ['files.slack.com', 'slack-files.com'];

/**
 * Slack as the environment sets it up.
 * @throws EnvironmentError, SlackConflictError, SlackSettingsError naming what is wrong
 */
export async function slackIn(setup: On, around: SlackSurroundings): Promise<SlackRunning> {
  const { environment, playbooks, clock, machine, log, engine, outbox, pictures } = around;
  const apiUrl = setup.apiUrl ?? SLACK_API;
  const call = slackCall({ apiUrl, clock: machine });
  const organisations = organisationsIn(playbooks, {
    defaultOrganisation: defaultOrganisation(environment, playbooks),
  });
  const source = tokensFrom(setup.credentials, { ...around, store: outbox, organisations, apiUrl });
  const { tokens } = source;
  const api = slackApi({ tokens, call, pace: slackPace(around.pacer(machine)) });
  const bolt = boltBridge({ start: async () => undefined, stop: async () => undefined });
  const hosts = new Set([...FILE_HOSTS, ...(setup.apiUrl === null ? [] : [new URL(apiUrl).host])]);
  const channel = slackChannel({
    ...{ api, engine, outbox, organisations, playbooks, clock, log, bolt },
    pictures: (inbound, actor) => pictures.keep(inbound, bearerFor(tokens, actor, hosts), PICTURES_MS),
    introduce: introductions({ api, engine, records: outbox, clock, log }),
    forget: (removed) => source.forget(removed),
    deskAddress: (organisation) => deskAddress(playbooks.get(organisation)),
    channelAddress: channelAddresses(playbooks, { platform: 'slack', ownTenant: null }, newAddress),
  });
  const profiles = slackProfiles({
    api,
    workspacesOf: (organisation) => playbooks.get(organisation)?.slack?.workspaces ?? [],
  });
  return { ...running(channel.sender, source, await wayIn(setup, channel.take, around)), profiles };
}

type WayIn = Pick<SlackRunning, 'routes' | 'start' | 'stop'>;

function running(sender: Sender, source: TokenSource, way: WayIn): Omit<SlackRunning, 'profiles'> {
  return {
    sender,
    routes: [...way.routes, ...source.routes],
    start() {
      source.start();
      way.start();
    },
    async stop() {
      await way.stop();
      await source.stop();
    },
  };
}

async function wayIn(setup: On, take: Take, { machine, log }: SlackSurroundings): Promise<WayIn> {
  if (setup.mode === 'http') {
    const verify = await slackVerifier(setup.signingSecret, machine);
    const nothing = async (): Promise<void> => undefined;
    return { routes: slackRoutes({ verify, take, log }), start: () => undefined, stop: nothing };
  }
  const { appToken, apiUrl } = setup;
  const connect = socketConnect({ appToken, apiUrl });
  const socket = slackSocket({
    ...{ connect, take, log, clock: machine, alarm: systemAlarm, random: Math.random },
  });
  return { routes: [], start: () => socket.start(), stop: () => socket.stop() };
}

/** The one token that is set, or those that workspaces gave when they installed the app. */
function tokensFrom(credentials: SlackCredentials, around: InstallSurroundings): TokenSource {
  if (credentials.kind === 'oauth') return installedWorkspaces(credentials, around);
  const { log, machine, apiUrl } = around;
  const call = slackCall({ apiUrl, clock: machine });
  return {
    tokens: botToken(credentials.token, call, machine),
    routes: [],
    forget: async ({ team, by }) => log.warn({ team, by }, 'a workspace took the app’s token back'),
    start: () => undefined,
    stop: async () => undefined,
  };
}

/** Files are given out to the bot of their workspace alone. */
function bearerFor(tokens: WorkspaceTokens, of: Workspace, hosts: ReadonlySet<string>): Bearer {
  return {
    hosts,
    async token() {
      const given = await tokens.tokenFor(of);
      if (given.outcome === 'token') return given.token;
      throw new Error('there is no token for pictures now');
    },
  };
}

/** IT's desk can be written to before anybody wrote there: the playbook names its channel and workspace. */
function deskAddress(playbook: Playbook | undefined): SlackAddress | null {
  const slack = playbook?.slack ?? null;
  const [team] = slack?.workspaces ?? [];
  if (slack === null || slack.desk === null || team === undefined) return null;
  return newAddress(slack.desk, team);
}

/** A channel in which nobody has written yet. */
function newAddress(channel: string, team: string): SlackAddress {
  return { team, enterprise: null, channel, thread: null, user: 'desk' };
}
