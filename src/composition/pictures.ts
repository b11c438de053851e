import type { Logger } from 'pino';
import { type Bearer, pictureFetcher } from '../channels/pictures/fetch.ts';
import { keepPictures } from '../channels/pictures/keep-pictures.ts';
import { pictureKeeper } from '../channels/pictures/keeper.ts';
import { type Environment, EnvironmentError } from '../config/environment.ts';
import type { LinkKeys } from '../http/link-key.ts';
import { pictureAddress, pictureRoute } from '../http/routes/picture.ts';
import type { ChannelRoute } from '../http/server.ts';
import type { Clock } from '../ports/clock.ts';
import { PICTURE_LIMITS } from '../ports/pictures/limits.ts';
import type { Pictures } from '../ports/pictures.ts';
import { systemAlarm } from '../runtime/alarm.ts';
import { faultForLog } from '../runtime/fault.ts';
import { Heartbeat } from '../runtime/heartbeat.ts';
import type { Inbound } from '../runtime/inbound.ts';
import { openPictureFolder } from '../storage/files/folder.ts';
import { memoryPictures } from '../storage/files/memory.ts';
import { isRedisAddress } from '../storage/redis/address.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Where the store is in no folder. */
const DEFAULT_FOLDER = 'data/pictures';

/** The pictures that people send. */
export interface PicturePart {
  readonly route: ChannelRoute;
  /** Where they are kept. */
  readonly read: Pick<Pictures, 'read'>;
  /** Fetches a message's pictures and keeps them. @param bearer the platform's token, for its own pictures; `ms` for all of them */
  keep(inbound: Inbound, bearer?: Bearer, ms?: number): Promise<Inbound>;
  stop(): Promise<void>;
}

/** What it needs of the service around it. */
export interface PictureSurroundings {
  readonly environment: Environment;
  readonly keys: LinkKeys;
  readonly clock: Clock;
  readonly log: Logger;
  /** Where the service is reached if the environment does not say. */
  readonly ownAddress: () => string;
}

/**
 * Opens the place where pictures are kept: a folder beside the store, or memory for a store in memory.
 * @throws PicturesError if it cannot be used; EnvironmentError if nobody could be shown what is kept
 */
export async function openPictures(around: PictureSurroundings): Promise<PicturePart> {
  const { environment, keys, clock, log, ownAddress } = around;
  assertShowable(environment);
  const { DRIFTVAKT_PUBLIC_URL: publicUrl } = environment;
  const folder = folderOf(environment);
  const pictures: Pictures = folder === null ? memoryPictures() : await openPictureFolder({ folder });
  const keeper = pictureKeeper({
    ...{ pictures, clock, log, fetch: pictureFetcher({ allowLoopback: isLocal(environment) }) },
    addressOf: (id) => pictureAddress(publicUrl ?? ownAddress(), keys, id),
  });
  const upkeep = new Heartbeat(systemAlarm, HOUR_MS, () =>
    prune(pictures, clock).catch((cause: unknown) => {
      log.error(faultForLog(cause), 'old pictures could not be removed');
    }),
  );
  upkeep.start();
  return {
    route: pictureRoute({ pictures, keys }),
    read: pictures,
    keep: (inbound, bearer, ms) => keepPictures(inbound, keeper(bearer), ms),
    stop: () => upkeep.stop(),
  };
}

/** Beside a store in a file; null: in memory. */
function folderOf({ DRIFTVAKT_PICTURES: named, DRIFTVAKT_STORE: store }: Environment): string | null {
  if (named !== undefined) return named;
  if (store === ':memory:') return null;
  return isRedisAddress(store) ? DEFAULT_FOLDER : `${store}-pictures`;
}

async function prune(pictures: Pictures, clock: Clock): Promise<void> {
  const keptBefore = clock.now().epochMilliseconds - PICTURE_LIMITS.keptDays * DAY_MS;
  const limit = PICTURE_LIMITS.pruneSize;
  for (let gone: number = limit; gone === limit; ) gone = await pictures.prune({ keptBefore, limit });
}

/** Links to pictures must lead here from outside, and hold after a restart. */
function assertShowable({ production, DRIFTVAKT_PUBLIC_URL, DRIFTVAKT_LINK_SECRET }: Environment): void {
  const missing = [
    DRIFTVAKT_PUBLIC_URL === undefined &&
      'DRIFTVAKT_PUBLIC_URL is missing; set it to the https address of the service',
    DRIFTVAKT_LINK_SECRET === undefined && 'DRIFTVAKT_LINK_SECRET is missing; set it to 32 random characters',
  ].filter((fault) => typeof fault === 'string');
  if (!production || missing.length === 0) return;
  throw new EnvironmentError(
    missing.map((fault) => `${fault}: pictures that people send with a report are shown by it`).join('\n'),
  );
}

/** Whether a platform on this machine stands in for the real one. */
function isLocal({ production, teams, slack }: Environment): boolean {
  return !production && (teams.kind === 'local' || (slack.kind === 'on' && slack.apiUrl !== null));
}
