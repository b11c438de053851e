import { CONNECTOR_LIMITS } from './limits.ts';

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/** A service address that was read: where the connector's own paths begin. */
interface Base {
  readonly origin: string;
  readonly folder: string;
}

/** Teams has a handful of service addresses, and each message goes to one. */
const bases = new Map<string, Base | null>();
const MOST_BASES = 100;

/**
 * The address of something at the connector; null if the service address cannot be trusted with a token, or an id is none.
 * @param path ids and names, one a segment; they are encoded here
 */
export function connectorUrl(
  serviceUrl: string,
  path: readonly string[],
  allowLoopback: boolean,
): Pick<URL, 'origin' | 'pathname' | 'search'> | null {
  const base = baseOf(serviceUrl, allowLoopback);
  if (base === null || !path.every(isSegment)) return null;
  const { origin, folder } = base;
  return { origin, pathname: `${folder}/v3/${path.map(encodeURIComponent).join('/')}`, search: '' };
}

function baseOf(serviceUrl: string, allowLoopback: boolean): Base | null {
  const name = `${allowLoopback} ${serviceUrl}`;
  const known = bases.get(name);
  if (known !== undefined) return known;
  const url = URL.parse(serviceUrl);
  const base =
    url === null || !isTrusted(url, allowLoopback)
      ? null
      : { origin: url.origin, folder: url.pathname.replace(/\/+$/, '') };
  if (bases.size >= MOST_BASES) bases.clear();
  bases.set(name, base);
  return base;
}

function isTrusted({ protocol, hostname, username, password }: URL, allowLoopback: boolean): boolean {
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (allowLoopback && protocol === 'http:' && LOOPBACK.includes(hostname));
}

/** Dots alone would lead to another folder. */
function isSegment(text: string): boolean {
  return text.isWellFormed() && text.length <= CONNECTOR_LIMITS.id && !/^\.{0,2}$/.test(text);
}
