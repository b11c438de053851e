import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { FetchError } from './fault.ts';
import type { Target } from './target.ts';

/** How an address is asked. */
export interface Asking {
  /** With `Bearer` before it; null: without. */
  readonly token: string | null;
  readonly headerBytes: number;
  readonly signal: AbortSignal;
}

/**
 * One GET, by a connection of its own to an address that was looked at: what its name leads to a moment later does not
 * count.
 * @throws FetchError `unreachable`
 */
export async function get({ url, addresses }: Target, asking: Asking): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const request = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, {
    agent: false,
    lookup: pinned(addresses),
    headers: {
      Accept: 'image/*',
      'Accept-Encoding': 'identity',
      ...(asking.token !== null && { Authorization: `Bearer ${asking.token}` }),
    },
    maxHeaderSize: asking.headerBytes,
    signal: asking.signal,
  });
  request.on('response', resolve).on('error', reject).end();
  try {
    return await promise;
  } catch (cause) {
    throw new FetchError('unreachable', cause);
  }
}

/**
 * The bytes of an answer.
 * @throws FetchError `too-large`, as soon as that can be seen, or `unreachable`
 */
export async function bytesOf(response: IncomingMessage, max: number): Promise<Uint8Array> {
  if (Number(response.headers['content-length'] ?? 0) > max) throw tooLarge(response);
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > max) throw tooLarge(response);
      parts.push(part);
    }
  } catch (cause) {
    throw cause instanceof FetchError ? cause : new FetchError('unreachable', cause);
  }
  return Buffer.concat(parts);
}

function tooLarge(response: IncomingMessage): FetchError {
  response.destroy();
  return new FetchError('too-large');
}

function pinned(addresses: Target['addresses']): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, { all }, answer) => {
    if (all) answer(null, found);
    else answer(null, addresses[0], isIP(addresses[0]));
  };
}
