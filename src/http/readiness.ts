import type { StoreErrorCode } from '../ports/store/error.ts';
import type { StoreTrouble } from '../runtime/store-watch.ts';

/** What comes in cannot be taken. The message says why, and holds no address and no secret. */
export class NotReadyError extends Error {
  override readonly name = 'NotReadyError';
}

const WORDS: Readonly<Partial<Record<StoreErrorCode, string>>> = {
  'disk-full': 'there is no memory or disk space left',
  'read-only': 'it takes no writes',
  locked: 'it is busy, or loads its data',
  'cannot-open': 'it lets nobody in',
  'newer-version': 'it was made by a newer version',
  foreign: 'it holds what is not ours',
  corrupt: 'it is damaged',
  closed: 'it is closed',
};

/** @throws NotReadyError naming what is wrong with the store */
export function refuseTrouble(trouble: StoreTrouble | null): void {
  if (trouble === null) return;
  const { code, sign, since } = trouble;
  const at = Temporal.Instant.fromEpochMilliseconds(since).toString({ smallestUnit: 'second' });
  const what = WORDS[code] ?? 'it does not answer';
  throw new NotReadyError(`store: ${sign ?? code}: ${what}, since ${at}`);
}
