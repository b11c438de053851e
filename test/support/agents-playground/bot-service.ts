import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ServiceProcess } from '../service-process.ts';

/** The real service as the bot of Microsoft's client. It can be stopped and go on later, at the same address. */
export class BotService {
  /** For the client's `-e`. */
  readonly endpoint: string;
  readonly #folder: string;
  readonly #environment: Readonly<Record<string, string>>;
  #service: ServiceProcess;

  private constructor(service: ServiceProcess, folder: string, environment: Record<string, string>) {
    this.endpoint = `${service.address}api/messages`;
    this.#service = service;
    this.#folder = folder;
    this.#environment = { ...environment, PORT: new URL(service.address).port };
  }

  /**
   * @param at the instant at which its clock starts
   * @param playbook the text of the only one; left out: the shipped ones
   */
  static async start(given: Record<string, string>, at: string, playbook?: string): Promise<BotService> {
    const folder = mkdtempSync(join(tmpdir(), 'driftvakt-bot-'));
    const environment = { ...given, DRIFTVAKT_STORE: join(folder, 'store.sqlite') };
    if (playbook !== undefined) {
      writeFileSync(join(folder, 'playbook.yaml'), playbook);
      Object.assign(environment, { DRIFTVAKT_PLAYBOOKS: folder });
    }
    const service = await ServiceProcess.start({ ...environment, DRIFTVAKT_CLOCK: at });
    return new BotService(service, folder, environment);
  }

  /** Everything that it printed since it was last started. */
  get printed(): string {
    return this.#service.printed;
  }

  /**
   * Stops it, and starts it again with the same store and another time: what fell due meanwhile is done then, as after a
   * night in which the machine was off.
   */
  async goOnAt(at: string): Promise<void> {
    await this.#service.stop();
    this.#service = await ServiceProcess.start({ ...this.#environment, DRIFTVAKT_CLOCK: at });
  }

  /** The conversations of all events that it ever took. */
  taken(): string[] {
    const store = new DatabaseSync(join(this.#folder, 'store.sqlite'), { readOnly: true, timeout: 5000 });
    const rows = store.prepare('SELECT conversation FROM inbox ORDER BY seq').all();
    store.close();
    return rows.map(({ conversation }) => String(conversation));
  }

  async stop(): Promise<void> {
    await this.#service.stop();
    rmSync(this.#folder, { recursive: true });
  }
}
