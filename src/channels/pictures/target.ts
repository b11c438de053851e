import { isIP } from 'node:net';
import { FetchError } from './fault.ts';
import type { Network } from './network.ts';

/** Where a request may go: the host by its name, and the addresses that were looked at and are connected to. */
export interface Target {
  readonly url: URL;
  readonly addresses: readonly [string, ...string[]];
}

/** What may be asked. */
export interface Admission {
  readonly network: Network;
  /** Whether this machine may be asked, and without TLS: for a local client of a platform, never in production. */
  readonly allowLoopback: boolean;
}

/**
 * Finds out where an address leads, and whether it may be followed.
 * @throws FetchError `address-refused` or `unreachable`
 */
export async function targetOf(url: URL, { network, allowLoopback }: Admission): Promise<Target> {
  const isPlain = url.protocol === 'http:';
  if (!(url.protocol === 'https:' || (isPlain && allowLoopback))) throw new FetchError('address-refused');
  if (url.username !== '' || url.password !== '') throw new FetchError('address-refused');
  const [first, ...others] = await addressesOf(url, network);
  if (first === undefined) throw new FetchError('unreachable');
  const mayAsk = (address: string): boolean => {
    const reach = network.reach(address);
    return reach === 'loopback' ? allowLoopback : reach === 'public' && !isPlain;
  };
  // One that may not be asked among others is a trap, or a mistake.
  if (![first, ...others].every(mayAsk)) throw new FetchError('address-refused');
  return { url, addresses: [first, ...others] };
}

async function addressesOf({ hostname }: URL, network: Network): Promise<readonly string[]> {
  const literal = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(literal) !== 0) return [literal];
  try {
    return await network.resolve(hostname);
  } catch (cause) {
    throw new FetchError('unreachable', cause);
  }
}
