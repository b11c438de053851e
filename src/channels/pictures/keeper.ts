import type { Logger } from 'pino';
import type { Clock } from '../../ports/clock.ts';
import { PicturesError } from '../../ports/pictures/error.ts';
import type { Pictures } from '../../ports/pictures.ts';
import { slots } from '../slots.ts';
import type { Bearer, FetchPicture } from './fetch.ts';
import { FETCH_LIMITS } from './limits.ts';

/** Fetches and keeps a picture; its new address, or null if that could not be done. Never rejects. */
export type KeepPicture = (address: string, signal: AbortSignal) => Promise<string | null>;

/** What keeping is made of. */
export interface KeeperParts {
  readonly fetch: FetchPicture;
  readonly pictures: Pick<Pictures, 'keep'>;
  /** Where a kept picture is shown. */
  readonly addressOf: (id: string) => string;
  readonly clock: Clock;
  readonly log: Logger;
}

/** One for a whole service: it bounds how much is fetched at the same time. The platform's token, if it has one, comes with each message. */
export function pictureKeeper(parts: KeeperParts): (bearer?: Bearer) => KeepPicture {
  const inSlot = slots(FETCH_LIMITS.atOnce);
  return (bearer) => async (address, signal) => {
    const asked = { address, signal, ...(bearer !== undefined && { bearer }) };
    try {
      const kept = await inSlot(() => fetchAndKeep(parts, asked), signal);
      if (kept === null) parts.log.warn({ fault: 'busy' }, 'a picture could not be kept');
      return kept === null || kept === 'lost' ? null : parts.addressOf(kept);
    } catch (cause) {
      // The message goes on without it: people in trouble wrote more than a picture.
      parts.log.error(whatFailed(cause), 'a picture could not be kept');
      return null;
    }
  };
}

/** The picture's id; `lost` if it could not be fetched, which is logged. */
async function fetchAndKeep(
  { fetch, pictures, clock, log }: KeeperParts,
  asked: Parameters<FetchPicture>[0],
): Promise<string> {
  const fetched = await fetch(asked);
  if ('fault' in fetched) {
    log.warn({ fault: fetched.fault }, 'a picture could not be kept');
    return 'lost';
  }
  return pictures.keep(fetched.bytes, fetched.type, clock.now().epochMilliseconds);
}

function whatFailed(cause: unknown): object {
  if (cause instanceof PicturesError) return { fault: cause.code, advice: cause.message };
  return { fault: cause instanceof Error ? cause.name : typeof cause };
}
