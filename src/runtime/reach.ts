import { hash } from 'node:crypto';
import type { RecordChange } from '../ports/store/records.ts';
import type { Store } from '../ports/store.ts';
import type { KeptInbound, Reach } from './inbound.ts';
import { derivedName } from './names.ts';
import { KINDS } from './record-codecs.ts';

/** How a conversation is reached, as far as a channel may write there. */
export type Reached =
  | { readonly outcome: 'known'; readonly reach: Reach; readonly user: string }
  /** The bot was removed or blocked. */
  | { readonly outcome: 'left' }
  | { readonly outcome: 'unknown' };

interface ReferenceBody {
  readonly conversation: string;
  readonly user: string;
  readonly reach: Reach;
}

/** A short sign of an address, by which a change of it is seen. */
export function reachHash(reach: Reach): string {
  return hash('sha256', JSON.stringify(reach), 'base64url');
}

/** Whether the bot was removed from the place of an event. */
export async function hasLeft(store: Store, { organisation, reach }: KeptInbound): Promise<boolean> {
  if (reach === undefined) return false;
  const place = await store.record({ organisation, kind: KINDS.place, id: reach.place });
  return place?.keys.state === 'left';
}

/** What an event changes in what is known about its conversation's address. */
export function reachRecords(
  { organisation, from, what, reach }: KeptInbound,
  conversation: string,
  about: {
    readonly at: number;
    /** Of how it is reached now, and how it was last kept. */
    readonly hash: string | null;
    readonly keptHash: string | null;
    readonly left: boolean;
  },
): RecordChange[] {
  if (reach === undefined) return [];
  const isLeaving = what.kind === 'left';
  const { at } = about;
  const place: RecordChange = {
    ...{ change: 'write', organisation, kind: KINDS.place, id: reach.place, at },
    ...{ keys: { state: isLeaving ? 'left' : 'here' }, body: null },
  };
  const body: ReferenceBody = { conversation, user: from.user, reach };
  const reference: RecordChange = {
    ...{ change: 'write', organisation, kind: KINDS.reference, id: referenceId(conversation), at },
    ...{ keys: { user: from.user, place: reach.place }, body: body as never },
  };
  return [
    ...(isLeaving !== about.left ? [place] : []),
    ...(about.hash === about.keptHash ? [] : [reference]),
  ];
}

/** How to write to a conversation now. */
export async function reachOf(
  store: Pick<Store, 'record'>,
  organisation: string,
  conversation: string,
  passing = false,
): Promise<Reached> {
  const kept = await store.record({
    ...{ organisation, kind: KINDS.reference, id: referenceId(conversation), passing },
  });
  if (kept === null) return { outcome: 'unknown' };
  // Written above from the same type.
  const { reach, user } = kept.body as unknown as ReferenceBody;
  const place = await store.record({ organisation, kind: KINDS.place, id: reach.place, passing });
  return place?.keys.state === 'left' ? { outcome: 'left' } : { outcome: 'known', reach, user };
}

/** The conversation of the whole room in which something happened; null in a chat with one person. */
export function roomOf({ reach }: Pick<KeptInbound, 'reach'>): string | null {
  return reach?.room?.conversation ?? null;
}

/**
 * How a room is reached that gets notices itself. It is kept with the subscription, and anew with each new address in it.
 * @param subscribed whether it is subscribed, before this or by this
 */
export function roomRecords(
  { organisation, from, reach }: KeptInbound,
  about: { readonly at: number; readonly subscribed: boolean },
): RecordChange[] {
  if (reach?.room === undefined || !about.subscribed) return [];
  const { conversation, address } = reach.room;
  const body: ReferenceBody = { conversation, user: from.user, reach: { place: reach.place, address } };
  return [
    {
      ...{ change: 'write', organisation, kind: KINDS.reference, id: referenceId(conversation) },
      ...{ at: about.at, keys: { user: from.user, place: reach.place }, body: body as never },
    },
  ];
}

function referenceId(conversation: string): string {
  return derivedName('', conversation);
}
