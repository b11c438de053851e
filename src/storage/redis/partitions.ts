import { hash } from 'node:crypto';

/** So many there are at most: what is asked of all of them is asked of each. */
export const MOST_PARTITIONS = 64;

/**
 * Into which partition what belongs: all of one organisation is in the same, and with it in one slot of a Redis Cluster.
 * How many there are is fixed when the place is made.
 */
export class Partitions {
  readonly count: number;
  readonly all: readonly number[];

  constructor(count: number) {
    this.count = count;
    this.all = Array.from({ length: count }, (_, i) => i);
  }

  ofOrganisation(organisation: string): number {
    return this.count === 1 ? 0 : hash('sha256', organisation, 'buffer').readUInt32BE(0) % this.count;
  }

  /** Of a conversation, a destination, or what is named after one: `<channel>/<organisation>/…`; others are together in one. */
  ofName(name: string): number {
    return this.count === 1 ? 0 : this.ofOrganisation(organisationOf(name));
  }

  /** All of them, one after the other: first where it most likely is. */
  from(name: string): readonly number[] {
    const first = this.ofName(name);
    return [first, ...this.all.filter((each) => each !== first)];
  }
}

/** The second part of a name; empty if it has none. */
export function organisationOf(name: string): string {
  return name.split('/', 2)[1] ?? '';
}
