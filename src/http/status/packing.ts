import type { IncomingMessage } from 'node:http';
import { gzipSync } from 'node:zlib';

/** What is smaller, in bytes, is sent as it is. */
const LEAST_BYTES = 1024;

/** Whether a reader takes gzip (RFC 9110, 12.5.3): by its name or by `*`, and not with a weight of 0. */
export function takesGzip({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const offered = String(headers['accept-encoding'] ?? '').toLowerCase();
  const weights = offered.split(',').map((each) => {
    const [name = '', ...parameters] = each.split(';').map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return { name, isTaken: weight === undefined || Number(weight.slice(2)) > 0 };
  });
  const of = (wanted: string) => weights.find(({ name }) => name === wanted);
  return (of('gzip') ?? of('x-gzip') ?? of('*'))?.isTaken ?? false;
}

/** Packs a text when it is first asked for; null: that would make nothing smaller. */
export function packing(body: Buffer): () => Buffer | null {
  let packed: Buffer | null | undefined;
  return () => {
    packed ??= body.length < LEAST_BYTES ? null : gzipSync(body);
    return packed;
  };
}
