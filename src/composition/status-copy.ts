import { hash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { boardOf } from '../domain/notices/board/board.ts';
import { EVERYWHERE, type Notice } from '../domain/notices/notice.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import type { Millis } from '../domain/timeline/timeline.ts';
import { type Copied, copyFiles, copyIndex } from '../http/status/copy-files.ts';
import { isOpenToAll } from '../http/status/documents.ts';
import type { Alarm } from '../ports/alarm.ts';
import type { Clock } from '../ports/clock.ts';
import { Manifest } from '../storage/files/manifest.ts';
import { writeForOthers } from '../storage/files/write.ts';

/** So often it looks whether something has changed. */
export const COPY_LOOK_EVERY_MS = 2000;

/** What the copy is made of. */
export interface StatusCopyParts {
  readonly folder: string;
  readonly playbooks: ReadonlyMap<string, Playbook>;
  readonly board: { notices(organisation: string): Promise<readonly Notice[]> };
  /** Where the original is; null: nobody said. */
  readonly publicUrl: string | null;
  readonly clock: Clock;
  readonly alarm: Alarm;
  readonly log: Logger;
}

/** What an organisation's folder was written from, and until when that is so. */
interface Written {
  readonly notices: readonly Notice[];
  readonly from: Millis;
  readonly until: Millis;
}

/**
 * Writes the pages that are open to everybody into a folder whenever something changes, so that they can be looked at when
 * the service is down. If that fails, it says so once, goes on trying, and holds nobody up.
 */
export class StatusCopy {
  readonly #parts: StatusCopyParts;
  readonly #open: readonly Playbook[];
  readonly #written = new Map<string, Written>();
  /** Hashes of the files, so that what is the same is not written again. */
  readonly #hashes = new Map<string, string>();
  readonly #manifest: Manifest;
  #isPlanned = false;
  #isTidy = false;
  #failed = false;
  #stopped = false;
  #looking: Promise<void> = Promise.resolve();
  #cancel: () => void = () => undefined;

  constructor(parts: StatusCopyParts) {
    this.#parts = parts;
    this.#manifest = new Manifest(parts.folder);
    this.#open = [...parts.playbooks.values()].filter(isOpenToAll);
  }

  start(): void {
    this.#looking = this.look().then(() => {
      if (!this.#stopped) this.#cancel = this.#parts.alarm.after(COPY_LOOK_EVERY_MS, () => this.start());
    });
  }

  /** Ends what was begun. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    await this.#looking;
  }

  /** Writes what is not so any more. */
  async look(): Promise<void> {
    try {
      await this.#write();
      if (this.#failed) this.#parts.log.info('the copy of the status pages is written again');
      this.#failed = false;
    } catch (cause) {
      const { folder, log } = this.#parts;
      const advice =
        'the copy of the status pages cannot be written; see that the folder is there and may be written to';
      if (!this.#failed) log.error({ fault: codeOf(cause), folder }, advice);
      this.#failed = true;
    }
  }

  async #write(): Promise<void> {
    const { board, clock, folder } = this.#parts;
    const now = clock.now();
    await this.#plan(now);
    const all: Copied[] = [];
    let isChanged = false;
    for (const playbook of this.#open) {
      const copied = { playbook, notices: await board.notices(playbook.organisation) };
      all.push(copied);
      if (this.#holds(copied, now.epochMilliseconds) || this.#stopped) continue;
      await this.#writeOne(copied, now);
      isChanged = true;
    }
    const first = this.#open[0];
    if (isChanged && first !== undefined)
      await this.#file(folder, 'index.html', copyIndex(all, first.languages[0], now, first.timezone));
    await this.#tidy(now);
  }

  /** Which files there are changes only with the playbooks, and so with a start. */
  async #plan(now: Temporal.Instant): Promise<void> {
    if (this.#isPlanned) return;
    await mkdir(this.#parts.folder, { recursive: true });
    await this.#manifest.plan(this.#names(now));
    this.#isPlanned = true;
  }

  /** Once all of it is written, what is there from before and not wanted any more goes. */
  async #tidy(now: Temporal.Instant): Promise<void> {
    if (this.#isTidy || this.#stopped) return;
    await this.#manifest.settle(this.#names(now));
    this.#isTidy = true;
  }

  #names(now: Temporal.Instant): readonly string[] {
    const all = this.#open.flatMap((playbook) =>
      copyFiles({ playbook, notices: [] }, now, null).map(({ name }) => `${playbook.organisation}/${name}`),
    );
    return all.length === 0 ? [] : ['index.html', ...all];
  }

  #holds({ playbook, notices }: Copied, now: Millis): boolean {
    const written = this.#written.get(playbook.organisation);
    return written?.notices === notices && written.from <= now && now < written.until;
  }

  async #writeOne(copied: Copied, now: Temporal.Instant): Promise<void> {
    const { playbook, notices } = copied;
    const folder = join(this.#parts.folder, playbook.organisation);
    await mkdir(folder, { recursive: true });
    for (const file of copyFiles(copied, now, this.#parts.publicUrl))
      await this.#file(folder, file.name, file.text());
    const local = now.toZonedDateTimeISO(playbook.timezone);
    const until = boardOf(playbook, notices, EVERYWHERE, local).changesAt;
    this.#written.set(playbook.organisation, { notices, from: now.epochMilliseconds, until });
  }

  async #file(folder: string, name: string, text: string): Promise<void> {
    const path = join(folder, name);
    const sum = hash('sha256', text);
    if (this.#hashes.get(path) === sum) return;
    await writeForOthers(folder, name, text);
    this.#hashes.set(path, sum);
  }
}

function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  return 'code' in cause ? String(cause.code) : cause.name;
}
