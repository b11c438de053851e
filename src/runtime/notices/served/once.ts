import { hash } from 'node:crypto';
import type { Notice } from '../../../domain/notices/notice.ts';
import { placeOf } from '../../../domain/notices/place-of.ts';
import type { Subscription } from '../../../domain/notices/subscription.ts';
import type { Playbook } from '../../../domain/organisation/playbook.ts';
import { servedIds } from '../../../domain/organisation/served.ts';
import type { RecordChange, StoredRecord } from '../../../ports/store/records.ts';
import type { Store } from '../../../ports/store.ts';
import { noticeProcessOf, organisationOf } from '../../names.ts';
import { KINDS } from '../../record-codecs.ts';

export interface PlaceParts {
  readonly store: Pick<Store, 'record' | 'latestDelivery'>;
  readonly playbooks: ReadonlyMap<string, Playbook>;
}

/** Which notice is told in which place, by which of the destinations that are the same place. */
interface Claim {
  readonly destination: string;
}

/**
 * A notice of several organisations is told once in a place that several of them, or of their workspaces, have: the first
 * destination that gets it there has the place, and the others are passed over. The claim is committed with the delivery,
 * against the version that was seen, so of two that come at the same moment one sees the other's.
 */
export class PlaceClaims {
  readonly #parts: PlaceParts;
  readonly #notice: Notice;
  readonly #at: number;
  readonly #made = new Map<string, RecordChange & { readonly body: { readonly destination: string } }>();

  /** @param at by the notice's clock, in ms */
  constructor(parts: PlaceParts, notice: Notice, at: number) {
    this.#parts = parts;
    this.#notice = notice;
    this.#at = at;
  }

  /** What is to be committed with the deliveries. */
  get records(): readonly RecordChange[] {
    return [...this.#made.values()];
  }

  /** Whether a destination is the one by which its place gets the notice. */
  async mayHave(subscription: Subscription): Promise<boolean> {
    const key = claimKey(this.#parts, this.#notice, subscription);
    if (key === null) return true;
    const { destination } = subscription;
    const made = this.#made.get(key.id);
    if (made !== undefined) return made.body.destination === destination;
    const claim = await this.#parts.store.record(key);
    if (claim !== null && claimOf(claim).destination === destination) return true;
    if (claim !== null && (await holds(this.#parts, this.#notice, claimOf(claim)))) return false;
    const keys = { notice: this.#notice.id };
    const change = { change: 'write', ...key, at: this.#at, keys, body: { destination } } as const;
    this.#made.set(key.id, { ...change, expected: claim?.version ?? 0 });
    return true;
  }
}

/** Whether the place of a destination gets a notice by another. */
export async function isElsewhere(
  parts: PlaceParts,
  notice: Notice,
  subscription: Subscription,
): Promise<boolean> {
  const key = claimKey(parts, notice, subscription);
  const claim = key === null ? null : await parts.store.record(key);
  if (claim === null || claimOf(claim).destination === subscription.destination) return false;
  return holds(parts, notice, claimOf(claim));
}

/** The record of a place. Null: the notice is one organisation's alone, or the place nobody else's. */
function claimKey(
  { playbooks }: PlaceParts,
  { id, organisation, origin }: Notice,
  subscription: Subscription,
) {
  const isShared = origin !== undefined || servedIds(playbooks, organisation).length > 0;
  const place = isShared ? placeOf(subscription) : null;
  if (place === null) return null;
  const owner = origin?.organisation ?? organisation;
  // It stays when who asked for it is gone: a mail address must not be read from it.
  return { organisation: owner, kind: KINDS.noticePlace, id: hash('sha256', `${id}/${place}`) };
}

/** Whether the destination that has the place has its message, or is to get it. */
async function holds({ store }: PlaceParts, { id }: Notice, { destination }: Claim): Promise<boolean> {
  const topic = noticeProcessOf(organisationOf(destination), id);
  const states = ['pending', 'sending', 'sent', 'ambiguous'] as const;
  return (await store.latestDelivery({ topic, destination, states })) !== null;
}

function claimOf({ body }: StoredRecord): Claim {
  // Written above from the same type.
  return body as unknown as Claim;
}
