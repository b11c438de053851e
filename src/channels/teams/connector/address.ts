import { CONNECTOR_LIMITS } from './limits.ts';

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * The address of something at the connector; null if the service address cannot be trusted with a token, or an id is none.
 * @param path ids and names, one a segment; they are encoded here
 */
export function connectorUrl(
  serviceUrl: string,
  path: readonly string[],
  allowLoopback: boolean,
): URL | null {
  const base = URL.parse(serviceUrl);
  if (base === null || !isTrusted(base, allowLoopback) || !path.every(isSegment)) return null;
  const folder = base.pathname.replace(/\/+$/, '');
  return URL.parse(`${base.origin}${folder}/v3/${path.map(encodeURIComponent).join('/')}`);
}

function isTrusted({ protocol, hostname, username, password }: URL, allowLoopback: boolean): boolean {
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (allowLoopback && protocol === 'http:' && LOOPBACK.includes(hostname));
}

/** Dots alone would lead to another folder. */
function isSegment(text: string): boolean {
  return text.isWellFormed() && text.length <= CONNECTOR_LIMITS.id && !/^\.{0,2}$/.test(text);
}
