import type { IncomingMessage } from 'node:http';
import { RECEIVER_LIMITS } from './limits.ts';

/**
 * The bytes of a request's body. Of one that is too large only so much that it can be seen to be; null if the sender
 * went away.
 */
export async function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    // The connection stays, to be answered on.
    for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      parts.push(part);
      size += part.length;
      if (size > RECEIVER_LIMITS.body) break;
    }
  } catch {
    return null;
  }
  return Buffer.concat(parts);
}
