import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { NoticeCommand } from '../../../src/domain/notices/commands.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import { ServiceProcess } from '../service-process.ts';
import { seeded } from '../store-kill.ts';
import { command, outageDraft } from './commands.ts';
import { type Destination, destinationsOf, type Spread, subscribe } from './destinations.ts';
import { OutboxView } from './outbox.ts';
import { BroadcastPlatforms, type Chances } from './platforms.ts';

/** What the acceptance of the broadcast asks for. */
const CHANCES: Chances = { refused: 0.05, faulty: 0.02, reset: 0.01 };
/** So many starts are killed too. */
const KILLED_STARTS = 0.15;
/** Where nothing comes any more it is killed all the same. */
const PATIENCE_MS = 1500;

export interface KilledSettings extends Spread {
  readonly kills: number;
  readonly seed: number;
  /** What the notice says. */
  readonly text: string;
}

/** What is done about the notice while the service is dead for the nth time. */
export interface WhileDead {
  readonly kill: number;
  readonly command: NoticeCommand;
}

/** A notice that goes out from the real service, which is killed at random moments and started again. */
export class KilledBroadcast {
  readonly destinations: readonly Destination[];
  readonly platforms: BroadcastPlatforms;
  readonly outbox: OutboxView;
  readonly #file: string;
  readonly #folder: string;
  readonly #settings: KilledSettings;
  readonly #random: () => number;

  static async start(settings: KilledSettings): Promise<KilledBroadcast> {
    const destinations = destinationsOf(settings);
    const platforms = await BroadcastPlatforms.start(destinations);
    const folder = mkdtempSync(join(tmpdir(), 'driftvakt-broadcast-'));
    const file = join(folder, 'store.sqlite');
    const store = openSqliteStore({ file });
    const at = Date.now();
    await subscribe(store, destinations, platforms.teams.connector.serviceUrl, at);
    const draft = outageDraft(settings.text, at - 1000);
    await command(store, 'publish', { do: 'publish-outage', draft }, at);
    await store.close();
    return new KilledBroadcast(settings, destinations, platforms, folder);
  }

  private constructor(
    settings: KilledSettings,
    destinations: readonly Destination[],
    platforms: BroadcastPlatforms,
    folder: string,
  ) {
    this.#settings = settings;
    this.destinations = destinations;
    this.platforms = platforms;
    this.#folder = folder;
    this.#file = join(folder, 'store.sqlite');
    this.outbox = new OutboxView(this.#file);
    this.#random = seeded(settings.seed);
    platforms.goWrong(CHANCES, seeded(settings.seed + 1));
  }

  /**
   * Kills it while the notice goes out, as often as is asked; then lets it finish.
   * @param look called each time while it is dead
   */
  async live(look: () => void, whileDead: WhileDead | null = null): Promise<void> {
    const { kills, destinations } = this.#settings;
    const moments = Array.from({ length: kills }, () => this.#random() * destinations).sort((a, b) => a - b);
    for (const [kill, moment] of moments.entries()) {
      const service = await this.#started();
      await this.#reached(moment);
      await service.kill();
      look();
      if (whileDead?.kill === kill) await this.#command(whileDead.command);
    }
    const service = await this.#started();
    await this.#settled(whileDead === null ? 1 : 2);
    if ((await service.stop()) !== 0) throw new Error(`it did not end well: ${service.printed}`);
  }

  stop(): void {
    this.outbox.close();
    this.platforms.stop();
    rmSync(this.#folder, { recursive: true });
  }

  get #environment(): Record<string, string> {
    return { ...this.platforms.environment, DRIFTVAKT_STORE: this.#file, LOG_LEVEL: 'fatal' };
  }

  async #started(): Promise<ServiceProcess> {
    if (this.#random() < KILLED_STARTS)
      await ServiceProcess.killedWhileStarting(this.#environment, this.#random() * 900);
    return ServiceProcess.start(this.#environment);
  }

  async #command(what: NoticeCommand): Promise<void> {
    const store = openSqliteStore({ file: this.#file });
    await command(store, what.do, what, Date.now());
    await store.close();
  }

  /** Waits until so many requests came in all, and a little longer. */
  async #reached(requests: number): Promise<void> {
    for (let [seen, since] = [-1, Date.now()]; ; await pause(5)) {
      if (this.platforms.requests !== seen) [seen, since] = [this.platforms.requests, Date.now()];
      if (seen >= requests || Date.now() - since > PATIENCE_MS) break;
    }
    await pause(this.#random() * 30);
  }

  /** Waits until a revision has found all its destinations, and nothing is on its way any more. */
  async #settled(revision: number): Promise<void> {
    const { destinations } = this.#settings;
    for (const deadline = Date.now() + 120_000 + destinations * 30; ; await pause(100)) {
      const { pending = 0, sending = 0 } = this.outbox.counts();
      if (pending + sending === 0 && this.outbox.isComplete(revision)) return;
      if (Date.now() > deadline) throw new Error(`not all went out: ${pending} wait, ${sending} are sent`);
    }
  }
}
