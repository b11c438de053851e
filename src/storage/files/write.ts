import { open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How the name of a file ends that is being written. */
export const UNFINISHED = '.part';

/**
 * Writes a file that is there whole or not at all, whatever happens meanwhile, and that only this account may read.
 * @param at its time, in ms since 1970 UTC
 */
export async function writeWhole(folder: string, name: string, bytes: Uint8Array, at: number): Promise<void> {
  const unfinished = join(folder, `${name}${UNFINISHED}`);
  try {
    const file = await open(unfinished, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.utimes(at / 1000, at / 1000);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, join(folder, name));
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw cause;
  }
  await syncFolder(folder);
}

/**
 * Writes a file that others may read, and that is there whole or not at all while the service runs. What it holds can be
 * made again, so nobody waits for the disk.
 */
export async function writeForOthers(folder: string, name: string, text: string): Promise<void> {
  const unfinished = join(folder, `${name}${UNFINISHED}`);
  try {
    await writeFile(unfinished, text, { mode: 0o644 });
    await rename(unfinished, join(folder, name));
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw cause;
  }
}

/** From here on the names in a folder survive a loss of power. */
export async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}
