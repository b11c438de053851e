import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../../src/ports/store.ts';
import { command, outageDraft } from '../broadcast/commands.ts';
import { type Destination, destinationsOf, ENTERPRISE, subscribe } from '../broadcast/destinations.ts';
import { BROADCAST_TOKEN, BroadcastPlatforms } from '../broadcast/platforms.ts';
import { RedisServer } from '../redis-server.ts';
import { storeAt } from '../redis-store.ts';
import { seeded } from '../store-kill.ts';
import { Bots } from './bots.ts';
import { Load } from './load.ts';
import { Matters } from './matters.ts';
import { HOMES, organisationOf, playbooksIn, teamOf } from './playbooks.ts';
import type { SoakSettings } from './settings.ts';
import { SlackTalker } from './slack-talker.ts';
import { TeamsTalker } from './teams-talker.ts';
import type { Talker } from './writings.ts';

/** The broadcast's own tenants and workspaces. */
const SPREAD = { tenants: 100, workspaces: 100 };
const NOTICE = 'Ingen kommer på nettet';
/** When the notice and the matters begin, as a share of the run. */
const BEGINNING = 0.2;
const QUIET_MS = 240_000;
const LOOK_MS = 250;

/** What a run came to, besides what was wrong. */
export interface SoakFigures {
  readonly accepted: number;
  readonly answeredInTime: number;
  /** Sent again by the platform, for whatever reason. */
  readonly again: number;
  readonly kills: number;
  readonly restarts: number;
  readonly codes: readonly (number | null)[];
  readonly quietAfterMs: number;
  /** How often a limit of the platforms was broken, by platform. */
  readonly violations: Readonly<Record<'teams' | 'slack', number>>;
}

/** Everything of a run: the processes, their Redis, the platforms, and who writes there. */
export class Soak {
  readonly settings: SoakSettings;
  readonly talkers: readonly Talker[];
  readonly destinations: readonly Destination[];
  readonly platforms: BroadcastPlatforms;
  readonly matters: Matters;
  readonly redis: RedisServer;
  readonly bots: Bots;
  readonly #folder: string;
  readonly #random: () => number;

  static async start(settings: SoakSettings): Promise<Soak> {
    const random = seeded(settings.seed);
    const folder = mkdtempSync(join(tmpdir(), 'driftvakt-soak-'));
    const destinations = destinationsOf({ ...SPREAD, destinations: settings.destinations });
    const platforms = await BroadcastPlatforms.start(destinations);
    const [redis, matters] = await Promise.all([
      RedisServer.start(),
      Matters.start(seeded(settings.seed + 1)),
    ]);
    const talkers = talkersOf(settings.people, platforms);
    const environment = {
      ...platforms.environment,
      ...matters.environment,
      ...{ DRIFTVAKT_STORE: redis.url, DRIFTVAKT_PLAYBOOKS: playbooksIn(folder, matters.gateway) },
      ...{ DRIFTVAKT_LINK_SECRET: 'a-secret-of-all-the-processes-together', LOG_LEVEL: 'error' },
    };
    const bots = await Bots.start(settings.processes, environment, random);
    const parts = { settings, talkers, destinations, platforms, matters, redis, bots, folder, random };
    const soak = new Soak(parts);
    const { serviceUrl } = platforms.teams.connector;
    await soak.inStore((store) => subscribe(store, destinations, serviceUrl, Date.now()));
    return soak;
  }

  private constructor(
    parts: Pick<
      Soak,
      'settings' | 'talkers' | 'destinations' | 'platforms' | 'matters' | 'redis' | 'bots'
    > & { readonly folder: string; readonly random: () => number },
  ) {
    this.settings = parts.settings;
    this.talkers = parts.talkers;
    this.destinations = parts.destinations;
    this.platforms = parts.platforms;
    this.matters = parts.matters;
    this.redis = parts.redis;
    this.bots = parts.bots;
    this.#folder = parts.folder;
    this.#random = parts.random;
  }

  /** People write, things break; then all that was begun is ended. @param tell is told how it goes */
  async run(tell: (line: string) => void): Promise<SoakFigures> {
    const over = new AbortController();
    const load = new Load(this.talkers, () => this.bots.address());
    const telling = setInterval(() => tell(`${load.accepted} accepted, ${load.answered} answered`), 10_000);
    try {
      const { rate, forMs } = this.settings;
      const breaking = this.#break(over.signal, tell);
      const beginning = this.#begin(over.signal, tell);
      await Promise.all([
        load.offer(rate, forMs, over.signal).finally(() => over.abort()),
        breaking,
        beginning,
      ]);
      await this.bots.all();
      const begun = Date.now();
      await this.#quiet(tell);
      const quietAfterMs = Date.now() - begun;
      const codes = await this.bots.stop();
      const again = this.talkers.flatMap(({ written }) => written.map(({ tries }) => tries.length - 1));
      return {
        ...{ accepted: load.accepted, answeredInTime: load.answered, kills: this.bots.kills, codes },
        ...{ again: again.reduce((sum, n) => sum + n, 0), restarts: this.settings.redisRestarts },
        ...{ quietAfterMs, violations: this.#violations() },
      };
    } finally {
      clearInterval(telling);
      over.abort();
    }
  }

  /** Something done in the store that the processes share, as often as it takes: Redis may just be away. */
  async inStore<T>(use: (store: Store) => Promise<T>): Promise<T> {
    const store = await storeAt(this.redis.url);
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  }

  async end(): Promise<void> {
    await this.bots.end();
    await this.matters.stop();
    this.platforms.stop();
    await this.redis.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #violations(): SoakFigures['violations'] {
    const { teams, slack } = this.platforms;
    return { teams: teams.connector.rates.violations, slack: slack.pacing.violations };
  }

  async #begin(over: AbortSignal, tell: (line: string) => void): Promise<void> {
    const { forMs, escalations } = this.settings;
    await until(Date.now() + forMs * BEGINNING, over);
    tell(`a notice to ${this.destinations.length}, and ${escalations} matters`);
    const at = Date.now();
    const draft = outageDraft(NOTICE, at - 1000);
    await this.inStore((store) => command(store, 'publish', { do: 'publish-outage', draft }, at));
    await this.inStore((store) => this.matters.begin(store, escalations));
  }

  async #break(over: AbortSignal, tell: (line: string) => void): Promise<void> {
    const { forMs, killEveryMs, redisRestarts } = this.settings;
    const begun = Date.now();
    let restarts = 0;
    for (let kill = 1; !over.aborted; kill++) {
      await until(begun + kill * killEveryMs, over);
      if (over.aborted) return;
      await this.bots.killOne();
      // Between two kills, at a moment of its own.
      if (restarts >= redisRestarts || Date.now() - begun < ((restarts + 1) * forMs) / (redisRestarts + 1))
        continue;
      await pause(this.#random() * killEveryMs);
      await this.redis.restart();
      restarts += 1;
      tell(`Redis was killed, and started again`);
    }
  }

  /** Waits until nothing waits any more: what a killed process had in hand is its own for a while. */
  async #quiet(tell: (line: string) => void): Promise<void> {
    await this.inStore(async (store) => {
      let toldAt = 0;
      const most = QUIET_MS + this.destinations.length * 20;
      for (const begun = Date.now(); ; await pause(LOOK_MS)) {
        const { waitingEvents, pending, sending } = await store.health();
        if (waitingEvents + pending + sending === 0) return;
        const waits = `${waitingEvents} events, ${pending} messages wait, ${sending} are being sent`;
        if (Date.now() - begun > most) return tell(`not quiet after ${Math.round(most / 1000)} s: ${waits}`);
        if (Date.now() - toldAt < 10_000) continue;
        toldAt = Date.now();
        tell(waits);
      }
    });
  }
}

function talkersOf(people: number, { teams, slack }: BroadcastPlatforms): readonly Talker[] {
  const orgWide = { token: BROADCAST_TOKEN, bot: 'U0DRIFTVAKT' };
  return Array.from({ length: people }, (_, i): Talker => {
    const n = Math.floor(i / 2);
    if (i % 2 === 0) return new TeamsTalker(teams, n);
    const team = teamOf(n % HOMES);
    const workspace =
      slack.workspaces.get(team) ?? slack.addWorkspace({ team, enterprise: ENTERPRISE, orgWide });
    return new SlackTalker(workspace, organisationOf(n));
  });
}

async function until(at: number, over: AbortSignal): Promise<void> {
  await pause(Math.max(0, at - Date.now()), undefined, { signal: over }).catch(() => undefined);
}
