import { hash } from 'node:crypto';

/** Ours alone: the names of an installation's notices are made within it. */
const NAMESPACE = Buffer.from('6f1d0c0e5b7a4c1e9a3d2f8b7c604e15', 'hex');

/** A UUID (RFC 9562, version 5) that is the same for the same name for ever, wherever the service is reached. */
export function uuidOf(...name: readonly (string | number)[]): string {
  const bytes = Buffer.concat([NAMESPACE, Buffer.from(JSON.stringify(name))]);
  const digest = hash('sha1', bytes, 'buffer').subarray(0, 16);
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  return digest.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
