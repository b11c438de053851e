import { lookup } from 'node:dns/promises';
import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Whom an IP address belongs to: everybody's network, this machine, or a network that only insiders reach. */
export type Reach = 'public' | 'loopback' | 'closed';

/** What is known of the network. */
export interface Network {
  /** The IP addresses of a host; rejects if it has none. */
  resolve(host: string): Promise<readonly string[]>;
  reach(address: string): Reach;
}

export const NETWORK: Network = {
  async resolve(host) {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  },
  reach: reachOf,
};

// IANA's registries of special-purpose addresses: https://www.iana.org/assignments/iana-ipv4-special-registry,
// https://www.iana.org/assignments/iana-ipv6-special-registry; multicast and what is reserved beside them.
const CLOSED_4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  // Looks public, but is what each machine in Azure reaches its host by.
  '168.63.129.16/32',
];
/** Everything else of IPv6 is not public, or holds an IPv4 address that would have to be looked at. */
const OPEN_6 = ['2000::/3'];
const CLOSED_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'];

const closed = blockList([...CLOSED_4, ...CLOSED_6]);
const open6 = blockList(OPEN_6);
const loopback = blockList(['127.0.0.0/8', '::1/128']);

/** Whom an address belongs to. What is no IP address is closed. */
export function reachOf(address: string): Reach {
  const family = isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : null;
  // One with a zone (`fe80::1%eth0`) is of a network right here.
  if (family === null || address.includes('%')) return 'closed';
  if (loopback.check(address, family)) return 'loopback';
  if (family === 'ipv6' && !open6.check(address, family)) return 'closed';
  return closed.check(address, family) ? 'closed' : 'public';
}

function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), isIPv4(address) ? 'ipv4' : 'ipv6');
  }
  return list;
}
