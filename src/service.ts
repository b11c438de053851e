import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Logger, pino } from 'pino';
import type { Server } from 'restify';
import { LiveReplies } from './channels/web/live.ts';
import type { PlaygroundParts } from './channels/web/parts.ts';
import { WebSender } from './channels/web/sender.ts';
import { sharedReplies } from './channels/web/shared-live.ts';
import { boardIn, signInLinks } from './composition/board.ts';
import { commitmentRoutes, copyLinks } from './composition/commitment.ts';
import { type DeskPlace, deskSender } from './composition/desk.ts';
import { handoffsIn } from './composition/handoffs.ts';
import { inOneOf } from './composition/in-one.ts';
import { letterFiles } from './composition/letter-files.ts';
import { type MailPart, type MailSurroundings, mailIn } from './composition/mail.ts';
import { mailboxIn } from './composition/mailbox.ts';
import { type Metrics, metricsIn } from './composition/metrics.ts';
import { noticeRoutes } from './composition/notices.ts';
import { PackFolder } from './composition/pack-folder.ts';
import { openPictures, type PictureSurroundings } from './composition/pictures.ts';
import { gatewayIn } from './composition/pings.ts';
import { playbookChannels } from './composition/playbook-channels.ts';
import { printLinks } from './composition/printouts.ts';
import { ownPacer } from './composition/shared.ts';
import { type SlackSurroundings, slackIn } from './composition/slack.ts';
import { statusIn } from './composition/status.ts';
import { type OpenedStore, openStore } from './composition/store.ts';
import { ownTenantIn, type TeamsSurroundings, teamsIn, teamsProfiles } from './composition/teams.ts';
import type { Environment } from './config/environment.ts';
import type { Playbook } from './domain/organisation/playbook.ts';
import { directoryApi } from './http/api/directory.ts';
import { paperApi } from './http/api/paper.ts';
import { timerApi } from './http/api/timers.ts';
import { LinkKeys } from './http/link-key.ts';
import { refuseTrouble } from './http/readiness.ts';
import { LINK_PURPOSE } from './http/routes/admission.ts';
import { packRoute } from './http/routes/pack.ts';
import { type ChannelRoute, createHttpServer } from './http/server.ts';
import { Networks } from './http/status/networks.ts';
import { Packs } from './paper/packs.ts';
import type { Clock } from './ports/clock.ts';
import type { Pictures } from './ports/pictures.ts';
import type { ProfileSource } from './ports/profiles.ts';
import type { Sender } from './ports/sender.ts';
import { systemAlarm } from './runtime/alarm.ts';
import { livePlaybooks } from './runtime/away/live-playbooks.ts';
import { clockFrom } from './runtime/clock.ts';
import { PING_GATEWAY, PING_MAIL } from './runtime/escalations/pingable.ts';
import { paperTable } from './runtime/paper/table.ts';
import { StoredPeople } from './runtime/people/stored-people.ts';
import { WorkingEngine } from './runtime/working-engine.ts';

/** The running service. */
export interface Service {
  /** Where it is reached, such as http://localhost:3978/. */
  readonly address: string;
  /** Lets open requests and turns end, then closes the store. */
  stop(): Promise<void>;
}

/** Requests that are still open after this are cut off. What they brought is in the store, or was not acknowledged. */
const LONGEST_END_MS = 2000;

/**
 * Puts the parts together and starts listening.
 * @throws StoreError when the store cannot be opened; EnvironmentError, TeamsConflictError, TeamsSettingsError and
 * PicturesError naming what is wrong; the system's error when the port cannot be used
 */
export async function startService(
  environment: Environment,
  playbooks: ReadonlyMap<string, Playbook>,
  machine: Clock,
): Promise<Service> {
  const log = pino({ level: environment.LOG_LEVEL });
  const clock =
    environment.DRIFTVAKT_CLOCK === undefined ? machine : clockFrom(environment.DRIFTVAKT_CLOCK, machine);
  const keys = new LinkKeys(environment.DRIFTVAKT_LINK_SECRET, environment.production);
  const live = livePlaybooks(playbooks);
  const base: Base = { environment, playbooks: live, machine, clock, log, keys };
  const opened = await openStore(environment, { clock, log });
  live.watchedBy({
    troubleSince: () => opened.watch.trouble?.since ?? null,
    now: () => clock.now().epochMilliseconds,
  });
  const stops: (() => Promise<void>)[] = [() => opened.close()];
  const stop = async (): Promise<void> => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    const metrics = metricsIn(environment, { ...opened, clock });
    const address = await assemble({ ...base, metrics }, { ...opened, store: metrics.store }, stops);
    log.info({ address, organisations: [...playbooks.keys()] }, 'listening');
    return { address, stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

/** What everything is made with. */
interface Base {
  readonly environment: Environment;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  /** The machine's clock, and that of the conversations. */
  readonly machine: Clock;
  readonly clock: Clock;
  readonly log: Logger;
  readonly keys: LinkKeys;
}

/**
 * @param stops gets what has to be done at the end, in reverse order
 * @returns the address
 */
async function assemble(
  base: Base & { readonly metrics: Metrics },
  { store, watch, failed, shared, notes }: OpenedStore,
  stops: (() => Promise<void>)[],
): Promise<string> {
  const { environment, playbooks, clock, log, keys } = base;
  const live = new LiveReplies();
  const web = new WebSender(shared === null ? live : sharedReplies(live, shared.peers, shared.failed));
  const senders = new Map<string, Sender>([['web', web]]);
  const { teams: teamsSetup, slack: slackSetup } = environment;
  const spending = [
    ...(teamsSetup.kind === 'off' ? [] : ['teams']),
    ...(slackSetup.kind === 'off' ? [] : ['slack']),
  ];
  let address = '';
  const publicUrl = (): string | null =>
    environment.DRIFTVAKT_PUBLIC_URL ?? (environment.production || address === '' ? null : address);
  const people = new StoredPeople(store, clock);
  const engine = new WorkingEngine({
    people,
    storeFailed: failed,
    ...{ store, playbooks, clock, log, senders, alarm: systemAlarm, random: Math.random },
    ...(shared !== null && { shared: shared.work, worker: shared.worker }),
    transcripts: new Set(['web', 'desk']),
    unchanging: new Set(['mail']),
    signInLinks: signInLinks(base, () => address),
    copyLinks: copyLinks(keys, publicUrl),
    printLinks: printLinks(playbooks, keys, publicUrl),
    pingWays: {
      mail: environment.mail.kind === 'smtp',
      gateway: environment.DRIFTVAKT_GATEWAY_SECRET !== undefined,
    },
    playbookChannels: playbookChannels(playbooks, ownTenantIn(teamsSetup)),
    spending: new Set(spending.length === 0 ? [] : [...spending, 'desk']),
  });
  const platforms = await platformParts(
    { ...base, engine, outbox: store, pacer: shared?.pacer ?? ownPacer, ownAddress: () => address },
    stops,
  );
  for (const [channel, sender] of platforms.senders) senders.set(channel, sender);
  const { DRIFTVAKT_STATUS_NETWORKS, DRIFTVAKT_TRUSTED_PROXIES, DRIFTVAKT_PUBLIC_URL } = environment;
  const networks = new Networks(DRIFTVAKT_STATUS_NETWORKS, DRIFTVAKT_TRUSTED_PROXIES);
  const file = letterFiles({ playbooks, keys, publicUrl, clock, store });
  const mail = mailPart(base, { engine, store, networks, file, base: () => DRIFTVAKT_PUBLIC_URL ?? address });
  const inOne = inOneOf(shared);
  const handoffs = handoffsIn({
    ...{ playbooks, clock, log, engine, store, inOne, pictures: platforms.pictures },
    ...{ setup: environment.handoffs, mail: environment.mail },
  });
  senders.set('handoff', handoffs.sender);
  const { mailbox } = environment.handoffs;
  const reader =
    mailbox === null ? null : mailboxIn(mailbox, { playbooks, engine, store, clock, log }, inOne);
  if (mail !== null) senders.set('mail', mail.sender).set(PING_MAIL, mail.pings);
  const { DRIFTVAKT_GATEWAY_SECRET: gatewaySecret } = environment;
  if (gatewaySecret !== undefined)
    senders.set(PING_GATEWAY, gatewayIn(gatewaySecret, { playbooks, clock: base.machine }));
  const status = statusIn({
    ...{ ...base, networks, records: store, hasMail: mail !== null, ownAddress: () => address },
  });
  const board = boardIn({ ...base, store, engine });
  senders.set('desk', deskSender(web, desksIn(playbooks, platforms.senders)));
  const server = createHttpServer({
    ...{ playbooks, clock, keys, log, publicUrl },
    ready: async () => refuseTrouble(await watch.look()),
    notes,
    answered: base.metrics.answered,
    // What the channels bring: each one's routes, where they have a place.
    routes: [
      ...platforms.routes,
      base.metrics.route,
      packRoute({ playbooks, clock, keys, publicUrl, packs: new Packs() }),
      ...(mail?.routes ?? []),
      ...noticeRoutes({ playbooks, keys, clock, engine, store }),
      ...timerApi({ playbooks, keys, timers: engine.timers }),
      ...directoryApi({ playbooks, keys, people, profiles: platforms.profiles }),
      ...paperApi({ playbooks, keys, units: (playbook) => paperTable(store, playbook) }),
      ...commitmentRoutes({ playbooks, keys, store, people }),
      ...status.routes,
      ...board.routes,
      ...(environment.production ? [] : await playground({ playbooks, engine, live, clock, log }, keys)),
    ],
  });
  const { DRIFTVAKT_PACK_FOLDER: folder } = environment;
  const packs =
    folder === undefined
      ? null
      : new PackFolder({ folder, playbooks, keys, publicUrl, clock, log, alarm: systemAlarm });
  stops.push(
    () => engine.stop(),
    async () => packs?.stop(),
    () => handoffs.stop(),
    async () => reader?.stop(),
    () => status.stop(),
    async () => {
      live.close();
      board.stop();
      await endRequests(server, log);
    },
  );
  await engine.run();
  watch.whenMended(() => void engine.regain());
  address = await listen(server, environment);
  platforms.start();
  handoffs.start();
  reader?.start();
  status.start();
  packs?.start();
  return address;
}

function mailPart(
  { environment, playbooks, keys, clock, log }: Base,
  around: Pick<MailSurroundings, 'engine' | 'store' | 'networks' | 'base' | 'file'>,
): MailPart | null {
  const { mail } = environment;
  if (mail.kind === 'off') {
    log.info({ reason: mail.reason }, 'mail is off');
    return null;
  }
  return mailIn(mail, { ...around, playbooks, keys, clock, log });
}

/** The platforms that are set up, with the pictures that people send there. */
interface Platforms {
  readonly senders: ReadonlyMap<string, Sender>;
  readonly routes: readonly ChannelRoute[];
  /** What people sent; null: no platform is on. */
  readonly pictures: Pick<Pictures, 'read'> | null;
  /** Whose profiles can be taken into the directory. */
  readonly profiles: readonly ProfileSource[];
  /** Begins to take what does not come over HTTP. */
  start(): void;
}

/** @param stops gets what has to be done at the end */
async function platformParts(
  around: Omit<TeamsSurroundings, 'pictures'> & Omit<SlackSurroundings, 'pictures'> & PictureSurroundings,
  stops: (() => Promise<void>)[],
): Promise<Platforms> {
  const { teams, slack } = around.environment;
  const { log } = around;
  if (teams.kind === 'off') log.info({ reason: teams.reason }, 'Microsoft Teams is off');
  if (slack.kind === 'off') log.info({ reason: slack.reason }, 'Slack is off');
  if (teams.kind === 'off' && slack.kind === 'off')
    return { senders: new Map(), routes: [], pictures: null, profiles: [], start: () => undefined };
  const pictures = await openPictures(around);
  stops.push(() => pictures.stop());
  const inTeams = teams.kind === 'off' ? null : await teamsIn(teams, { ...around, pictures });
  const inSlack = slack.kind === 'off' ? null : await slackIn(slack, { ...around, pictures });
  if (inSlack !== null) stops.push(() => inSlack.stop());
  return {
    senders: new Map([
      ...(inTeams === null ? [] : [['teams', inTeams.sender] as const]),
      ...(inSlack === null ? [] : [['slack', inSlack.sender] as const]),
    ]),
    routes: [
      pictures.route,
      ...(inTeams === null ? [] : [inTeams.route]),
      ...(inSlack === null ? [] : inSlack.routes),
    ],
    pictures: pictures.read,
    profiles: [teamsProfiles(teams, around), inSlack?.profiles ?? null].filter((each) => each !== null),
    start: () => inSlack?.start(),
  };
}

/** Where organisations have their IT desk, as their playbooks say. */
function desksIn(
  playbooks: ReadonlyMap<string, Playbook>,
  senders: ReadonlyMap<string, Sender>,
): readonly DeskPlace[] {
  return (['teams', 'slack'] as const).flatMap((channel) => {
    const sender = senders.get(channel);
    const has = (organisation: string): boolean => playbooks.get(organisation)?.[channel]?.desk != null;
    return sender === undefined ? [] : [{ sender, has }];
  });
}

/** The playground: loaded only where it is used, with what shows its messages as each platform would. */
async function playground(
  parts: Omit<PlaygroundParts, 'render' | 'pageAddress'>,
  keys: LinkKeys,
): Promise<readonly ChannelRoute[]> {
  const [{ playgroundRoutes }, { teamsCard }, { slackBlocks }, { plainText }] = await Promise.all([
    import('./channels/web/playground.ts'),
    import('./channels/teams/render.ts'),
    import('./channels/slack/render.ts'),
    import('./conversation/plain-text/index.ts'),
  ]);
  return playgroundRoutes({
    ...parts,
    render: { teams: teamsCard, slack: slackBlocks, text: plainText },
    pageAddress(page, organisation) {
      const isLinked = parts.playbooks.get(organisation)?.pages[page] === 'link';
      const key = isLinked ? `?key=${keys.keyFor(LINK_PURPOSE, organisation)}` : '';
      return `/${page}/${organisation}${key}`;
    },
  });
}

async function listen(server: Server, { PORT, HOST }: Environment): Promise<string> {
  server.listen(PORT, HOST);
  await Promise.race([
    once(server, 'listening'),
    once(server, 'error').then(([cause]) => Promise.reject(cause)),
  ]);
  const { port } = server.server.address() as AddressInfo;
  return `http://${HOST === '127.0.0.1' ? 'localhost' : HOST}:${port}/`;
}

/** Takes no more, and lets what is open end. Says so where something had to be cut off. */
async function endRequests(server: Server, log: Logger): Promise<void> {
  if (!server.server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(resolve));
  server.server.closeIdleConnections();
  const patience = new AbortController();
  const cut = pause(LONGEST_END_MS, undefined, { signal: patience.signal }).then(
    () => {
      log.warn({ afterMs: LONGEST_END_MS }, 'requests did not end, and were cut off');
      server.server.closeAllConnections();
    },
    () => undefined,
  );
  await closed;
  patience.abort();
  await cut;
}
