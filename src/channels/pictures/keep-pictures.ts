import type { Picture } from '../../domain/reports/report.ts';
import type { Inbound } from '../../runtime/inbound.ts';
import type { KeepPicture } from './keeper.ts';
import { FETCH_LIMITS } from './limits.ts';

/** The address of a picture that was sent, and could not be kept: its name is all that is left. */
export const NOT_KEPT = '';

/**
 * What came in, with its pictures kept: each has the address under which it is shown from now on, or `NOT_KEPT`. All
 * are fetched at once, and none is waited for beyond the time. The same message again gets the same addresses.
 * @param ms time for all of them
 */
export async function keepPictures(
  inbound: Inbound,
  keep: KeepPicture,
  ms: number = FETCH_LIMITS.messageMs,
): Promise<Inbound> {
  const { what } = inbound;
  if (what.kind !== 'said' || what.pictures.length === 0) return inbound;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), ms);
  const { signal } = patience;
  try {
    const pictures = await Promise.all(
      what.pictures.map((picture, i) => kept(picture, i < FETCH_LIMITS.pictures ? keep : keepNone, signal)),
    );
    return { ...inbound, what: { ...what, pictures } };
  } finally {
    clearTimeout(timer);
  }
}

async function kept({ name, address }: Picture, keep: KeepPicture, signal: AbortSignal): Promise<Picture> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  signal.addEventListener('abort', () => resolve(null), { once: true });
  return { name, address: (await Promise.race([keep(address, signal), late])) ?? NOT_KEPT };
}

const keepNone: KeepPicture = async () => null;
