import type { IncomingMessage } from 'node:http';

/** Bytes of a form's body. */
const MOST_BYTES = 16_384;

/** The fields of a form that was sent; null if it is larger than any of ours. What is no form has no fields. */
export async function bodyForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES) return null;
    parts.push(part);
  }
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}
