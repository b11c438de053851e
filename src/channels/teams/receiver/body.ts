import type { IncomingMessage } from 'node:http';
import { RECEIVER_LIMITS } from './limits.ts';

/**
 * The bytes of a request's body. Of one that is too large only so much that it can be seen to be; null if the sender
 * went away.
 */
export function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  const { promise, resolve } = Promise.withResolvers<Uint8Array | null>();
  const parts: Buffer[] = [];
  let size = 0;
  const take = (part: Buffer): void => {
    parts.push(part);
    size += part.length;
    if (size <= RECEIVER_LIMITS.body) return;
    // The connection stays, to be answered on.
    request.off('data', take).pause();
    resolve(Buffer.concat(parts));
  };
  request
    .on('data', take)
    .on('end', () => resolve(parts.length === 1 ? (parts[0] ?? null) : Buffer.concat(parts)))
    .on('error', () => resolve(null))
    .on('close', () => resolve(null));
  return promise;
}
