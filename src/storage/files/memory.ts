import { PICTURE_LIMITS } from '../../ports/pictures/limits.ts';
import type { KeptPicture, Pictures } from '../../ports/pictures.ts';
import { checkPicture, checkPruning, pictureId } from './checks.ts';
import { Shelf } from './shelf.ts';

/** Pictures beside a store in memory, and gone with it. */
export function memoryPictures(maxBytes: number = PICTURE_LIMITS.memoryBytes): Pictures {
  const shelf = new Shelf('The memory for pictures', maxBytes);
  const kept = new Map<string, KeptPicture>();
  return {
    async keep(bytes, type, at) {
      checkPicture(bytes, type, at);
      const id = pictureId(bytes);
      shelf.checkRoom(id, bytes.length);
      shelf.put(id, bytes.length, at);
      // A copy: `slice` of a Buffer is none.
      kept.set(id, { bytes: new Uint8Array(bytes), type });
      return id;
    },
    async read(id) {
      const found = kept.get(id);
      return found === undefined ? null : { ...found, bytes: new Uint8Array(found.bytes) };
    },
    async prune(request) {
      checkPruning(request);
      const old = shelf.before(request.keptBefore, request.limit);
      for (const id of old) {
        shelf.take(id);
        kept.delete(id);
      }
      return old.length;
    },
  };
}
