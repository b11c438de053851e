import { mkdir } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { Playbook } from '../domain/organisation/playbook.ts';
import type { LinkKeys } from '../http/link-key.ts';
import type { Alarm } from '../ports/alarm.ts';
import type { Clock } from '../ports/clock.ts';
import { writeWhole } from '../storage/files/write.ts';
import { packFile } from './letter-files.ts';

/** So often (ms) packs are written anew: the schedule begins with the day on which that was. */
export const PACK_EVERY_MS = 6 * 3_600_000;

export interface PackFolderParts {
  readonly folder: string;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly keys: LinkKeys;
  readonly publicUrl: () => string | null;
  readonly clock: Clock;
  readonly alarm: Alarm;
  readonly log: Logger;
}

/**
 * Writes the emergency packs with all numbers into a folder, at the start of the service, which is when routines and numbers
 * change, and again and again: `<organisation>-<language>.pdf`. If that fails, it says so once, goes on trying, and holds nobody up.
 */
export class PackFolder {
  readonly #parts: PackFolderParts;
  #failed = false;
  #stopped = false;
  #writing: Promise<void> = Promise.resolve();
  #cancel: () => void = () => undefined;

  constructor(parts: PackFolderParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#writing = this.write().then(() => {
      if (!this.#stopped) this.#cancel = this.#parts.alarm.after(PACK_EVERY_MS, () => this.start());
    });
  }

  /** Ends what was begun. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    await this.#writing;
  }

  async write(): Promise<void> {
    const { folder, playbooks, log } = this.#parts;
    try {
      await mkdir(folder, { recursive: true });
      for (const playbook of playbooks.values())
        for (const language of playbook.languages) if (!this.#stopped) await this.#one(playbook, language);
      if (this.#failed) log.info({ folder }, 'the emergency packs are written again');
      this.#failed = false;
    } catch (cause) {
      const fault = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
      const advice =
        'the emergency packs cannot be written; see that the folder is there and may be written to';
      if (!this.#failed) log.error({ fault, folder }, advice);
      this.#failed = true;
    }
  }

  async #one(playbook: Playbook, language: Playbook['languages'][number]): Promise<void> {
    const { folder, clock } = this.#parts;
    const now = clock.now();
    const { name, bytes } = await packFile({ ...this.#parts, clock: { now: () => now } }, playbook, language);
    await writeWhole(folder, name, bytes, now.epochMilliseconds);
  }
}
