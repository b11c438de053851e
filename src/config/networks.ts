import { isIP } from 'node:net';
import { z } from 'zod';

const MOST_NETWORKS = 100;

/** A network of an address list, as BlockList of node:net takes it. */
interface NetworkSetting {
  readonly address: string;
  readonly prefix: number;
  readonly family: 'ipv4' | 'ipv6';
}

/** Networks and single addresses, with commas or blanks between them. */
export const networks = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
  .refine((parts) => parts.length <= MOST_NETWORKS, {
    error: `holds more than ${MOST_NETWORKS} networks`,
    abort: true,
  })
  .refine((parts) => parts.every((part) => networkIn(part) !== null), {
    error: 'holds something that is no network; write them as 10.0.0.0/8, 2001:db8::/32, with commas between',
    abort: true,
  })
  .transform((parts) => parts.map(networkIn).filter((network) => network !== null));

function networkIn(text: string): NetworkSetting | null {
  const [address = '', prefix, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0 || address.includes('%')) return null;
  const longest = version === 4 ? 32 : 128;
  if (prefix === undefined) return { address, prefix: longest, family: `ipv${version as 4 | 6}` };
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > longest) return null;
  return { address, prefix: Number(prefix), family: `ipv${version as 4 | 6}` };
}
