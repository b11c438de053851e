import type { IncomingMessage } from 'node:http';
import { pictureTypeOf } from '../../ports/pictures/type.ts';
import type { KeptPicture } from '../../ports/pictures.ts';
import { FetchError, type FetchFault } from './fault.ts';
import { bytesOf, get } from './get.ts';
import { FETCH_LIMITS, type PictureLimits } from './limits.ts';
import { NETWORK, type Network } from './network.ts';
import { targetOf } from './target.ts';

/** A platform's token, and who may see it. */
export interface Bearer {
  /** Hosts as an address writes them, with the port where it is not the usual one. Nobody else is sent the token. */
  readonly hosts: ReadonlySet<string>;
  /** Asked for only when a host is to be sent it. */
  token(): Promise<string>;
}

/** A picture to fetch. */
export interface AskedPicture {
  readonly address: string;
  /** For addresses that are not open by themselves. */
  readonly bearer?: Bearer;
  /** Ends the try before its own time. */
  readonly signal?: AbortSignal;
}

export type FetchedPicture = KeptPicture | { readonly fault: FetchFault };

/** Fetches a picture. Rejects only for faults of the program. */
export type FetchPicture = (asked: AskedPicture) => Promise<FetchedPicture>;

export interface FetchSettings {
  /** @see Admission.allowLoopback */
  readonly allowLoopback: boolean;
  readonly network?: Network;
  readonly limits?: PictureLimits;
}

/** One request, and one for each time that the answer points somewhere else; all within one time limit. */
export function pictureFetcher(settings: FetchSettings): FetchPicture {
  const { allowLoopback, network = NETWORK, limits = FETCH_LIMITS } = settings;
  return async ({ address, bearer, signal: outer }) => {
    const own = AbortSignal.timeout(limits.pictureMs);
    const signal = outer === undefined ? own : AbortSignal.any([own, outer]);
    const asked: Hops = { bearer, signal, limits, admission: { allowLoopback, network } };
    try {
      return await Promise.race([pictureAt(address, asked), ended(signal)]);
    } catch (cause) {
      if (signal.aborted) return { fault: 'late' };
      if (cause instanceof FetchError) return { fault: cause.fault };
      throw cause;
    }
  };
}

interface Hops {
  readonly bearer: Bearer | undefined;
  readonly signal: AbortSignal;
  readonly limits: PictureLimits;
  readonly admission: Parameters<typeof targetOf>[1];
}

async function pictureAt(address: string, hops: Hops): Promise<KeptPicture> {
  let url = urlOf(address);
  for (let hop = 0; hop <= hops.limits.redirects; hop++) {
    const response = await ask(url, hops);
    const next = nextOf(response, url);
    if (next === null) return picture(response, hops.limits.bytes);
    response.destroy();
    url = next;
  }
  throw new FetchError('redirects');
}

async function ask(url: URL, { admission, bearer, signal, limits }: Hops): Promise<IncomingMessage> {
  const target = await targetOf(url, admission);
  const token = bearer?.hosts.has(url.host) ? await tokenOf(bearer) : null;
  // It may have taken longer than there was time.
  if (signal.aborted) throw new FetchError('late');
  return get(target, { token, signal, headerBytes: limits.headerBytes });
}

async function tokenOf(bearer: Bearer): Promise<string> {
  try {
    return await bearer.token();
  } catch (cause) {
    throw new FetchError('no-token', cause);
  }
}

/** Where an answer points; null if it points nowhere else. */
function nextOf({ statusCode = 0, headers: { location } }: IncomingMessage, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return null;
  if (location === undefined) throw new FetchError('redirects');
  return urlOf(location, from);
}

async function picture(response: IncomingMessage, max: number): Promise<KeptPicture> {
  const { statusCode = 0 } = response;
  if (statusCode !== 200) {
    response.destroy();
    throw new FetchError(faultOfStatus(statusCode));
  }
  const bytes = await bytesOf(response, max);
  const type = pictureTypeOf(bytes);
  if (type === null) throw new FetchError('no-picture');
  return { bytes, type };
}

function faultOfStatus(status: number): FetchFault {
  if (status === 401 || status === 403) return 'denied';
  return status === 404 || status === 410 ? 'gone' : 'failed';
}

function urlOf(address: string, from?: URL): URL {
  const url = URL.parse(address, from?.href);
  if (url === null) throw new FetchError('address-refused');
  return url;
}

/** Rejects when the time is over: finding a host's address, and asking for a token, cannot be broken off. */
function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = (): void => reject(new FetchError('late'));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
