import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PICTURE_LIMITS } from '../../ports/pictures/limits.ts';
import { pictureTypeOf } from '../../ports/pictures/type.ts';
import type { KeptPicture, Pictures } from '../../ports/pictures.ts';
import { checkPicture, checkPruning, isPictureId, pictureId } from './checks.ts';
import { folderError, isMissing, mappingErrors } from './errors.ts';
import { Shelf } from './shelf.ts';
import { syncFolder, UNFINISHED, writeWhole } from './write.ts';

const PROBE = `${'0'.repeat(64)}${UNFINISHED}`;

/** Where pictures are kept. One service uses a folder, as it does its store. */
export interface PictureFolderOptions {
  /** Made if it is not there, for this account only. */
  readonly folder: string;
  /** Bytes of all its pictures; then new ones are refused. */
  readonly maxBytes?: number;
}

/**
 * Pictures as files, each named by its id. What else lies in the folder is left alone.
 * @throws PicturesError if the folder cannot be made, read or written
 */
export async function openPictureFolder(options: PictureFolderOptions): Promise<Pictures> {
  const { folder, maxBytes = PICTURE_LIMITS.folderBytes } = options;
  const shelf = new Shelf(`The folder for pictures ${folder}`, maxBytes);
  await mappingErrors(folder, () => prepare(folder, shelf));
  const inTurn = queue();
  return {
    async keep(bytes, type, at) {
      checkPicture(bytes, type, at);
      const id = pictureId(bytes);
      await inTurn(() => mappingErrors(folder, () => keep(folder, shelf, { id, bytes, at })));
      return id;
    },
    async read(id) {
      if (!isPictureId(id)) return null;
      return mappingErrors(folder, () => read(folder, id));
    },
    async prune(request) {
      checkPruning(request);
      return inTurn(async () => {
        const old = shelf.before(request.keptBefore, request.limit);
        for (const id of old) {
          await mappingErrors(folder, () => rm(join(folder, id), { force: true }));
          shelf.take(id);
        }
        return old.length;
      });
    },
  };
}

/** Notes what is there, and clears away what was begun when a service died. */
async function prepare(folder: string, shelf: Shelf): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // The only way to learn that it can be written; cleared away below.
  await writeFile(join(folder, PROBE), '', { mode: 0o600 });
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (isUnfinished(name)) await rm(path, { force: true });
    if (!isPictureId(name)) continue;
    const { size, mtimeMs } = await stat(path);
    shelf.put(name, size, Math.round(mtimeMs));
  }
}

async function keep(
  folder: string,
  shelf: Shelf,
  { id, bytes, at }: { readonly id: string; readonly bytes: Uint8Array; readonly at: number },
): Promise<void> {
  const path = join(folder, id);
  const youngest = Math.max(at, shelf.keptAt(id) ?? at);
  if (await holds(path, bytes)) {
    await utimes(path, youngest / 1000, youngest / 1000);
    // The one who wrote it may have died before this.
    await syncFolder(folder);
  } else {
    shelf.checkRoom(id, bytes.length);
    await writeWhole(folder, id, bytes, youngest);
  }
  shelf.put(id, bytes.length, youngest);
}

async function read(folder: string, id: string): Promise<KeptPicture | null> {
  const bytes = await contents(join(folder, id));
  if (bytes === null) return null;
  const type = pictureTypeOf(bytes);
  if (type === null || pictureId(bytes) !== id) throw folderError('corrupt', folder);
  return { bytes, type };
}

/** Whether a file is there with exactly that in it; one that was damaged is written anew. */
async function holds(path: string, bytes: Uint8Array): Promise<boolean> {
  return (await contents(path))?.equals(bytes) ?? false;
}

async function contents(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (cause) {
    if (isMissing(cause)) return null;
    throw cause;
  }
}

function isUnfinished(name: string): boolean {
  return name.endsWith(UNFINISHED) && isPictureId(name.slice(0, -UNFINISHED.length));
}

/** One after the other: nothing is pruned while it is kept again, and no room is given away twice. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    // Who asked hears of a failure; who comes next does not.
    last = mine.catch(() => undefined);
    return mine;
  };
}
