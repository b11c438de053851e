import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** A network, such as 10.0.0.0/8. */
export interface Network {
  readonly address: string;
  readonly prefix: number;
  readonly family: 'ipv4' | 'ipv6';
}

/** Tells who is within the networks from which pages may be seen. */
export class Networks {
  readonly #allowed: BlockList | null;
  readonly #proxies: BlockList;

  /**
   * @param allowed empty: all
   * @param proxies whose word about where a request comes from is taken
   */
  constructor(allowed: readonly Network[] = [], proxies: readonly Network[] = []) {
    this.#allowed = allowed.length === 0 ? null : listOf(allowed);
    this.#proxies = listOf(proxies);
  }

  /** Whether there is any restriction. */
  get isRestricted(): boolean {
    return this.#allowed !== null;
  }

  /** Whether a request comes from within. One of which nobody can tell does not. */
  allows(request: IncomingMessage): boolean {
    if (this.#allowed === null) return true;
    const client = this.clientOf(request);
    return client !== null && has(this.#allowed, client);
  }

  /**
   * Where a request comes from: who is connected, or, if that is a proxy of ours, who it says, and so on. Each proxy adds
   * who was connected to it at the end, so what stands before the last one that we do not know is hearsay.
   */
  clientOf({ socket, headers }: IncomingMessage): string | null {
    const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
    const hops = [...forwarded.filter((hop) => hop.trim() !== ''), socket.remoteAddress ?? ''].toReversed();
    let client: string | null = null;
    for (const hop of hops) {
      client = addressIn(hop);
      if (client === null || !has(this.#proxies, client)) return client;
    }
    return client;
  }
}

function listOf(networks: readonly Network[]): BlockList {
  const list = new BlockList();
  for (const { address, prefix, family } of networks) list.addSubnet(address, prefix, family);
  return list;
}

function has(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** An address without the port that some proxies add, and without a zone; null if it is none. */
function addressIn(hop: string): string | null {
  const text = hop.trim().replace(/%.*$/, '');
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^([\d.]+):\d+$/, '$1');
  return isIP(bare) === 0 ? null : bare;
}
