import { readFile, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { writeForOthers } from './write.ts';

/** Where the names stand. */
export const MANIFEST = '.driftvakt-files.json';

/** A file in the folder or in a folder of it: nothing that leads out of it. */
const NAME = /^(?!\.)[^/\\\0]{1,255}(?:\/(?!\.)[^/\\\0]{1,255})?$/;
const names = z.array(z.string().regex(NAME));

/**
 * The files that were written into a folder, by name, so that later only those are removed again that are of no use any
 * more. What somebody else put there is nobody's to remove.
 */
export class Manifest {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** To be called before files are written: should the process die then, they are known all the same. */
  async plan(wanted: readonly string[]): Promise<void> {
    await this.#write([...new Set([...(await this.#read()), ...wanted])]);
  }

  /** To be called when all are written: removes the others that were written before, and folders that are empty then. */
  async settle(wanted: readonly string[]): Promise<void> {
    const gone = new Set(await this.#read()).difference(new Set(wanted));
    for (const name of gone) await rm(join(this.#folder, name), { force: true });
    for (const folder of new Set([...gone].map(dirname)))
      if (folder !== '.') await rmdir(join(this.#folder, folder)).catch(() => undefined);
    await this.#write(wanted);
  }

  /** None where nothing is written yet, or where somebody else wrote something else. */
  async #read(): Promise<readonly string[]> {
    try {
      return names.parse(JSON.parse(await readFile(join(this.#folder, MANIFEST), 'utf8')));
    } catch {
      return [];
    }
  }

  async #write(present: readonly string[]): Promise<void> {
    await writeForOthers(this.#folder, MANIFEST, `${JSON.stringify(present.toSorted())}\n`);
  }
}
