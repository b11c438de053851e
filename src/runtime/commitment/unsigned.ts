import type { Known } from '../../conversation/event.ts';
import { namedWish } from '../../conversation/named-wish.ts';
import type { Signature } from '../../domain/commitment/commitment.ts';
import { signersSeenBy, unsignedOf } from '../../domain/commitment/unsigned.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Identity } from '../../domain/people/directory.ts';
import { STORE_LIMITS } from '../../ports/store/limits.ts';
import type { Store } from '../../ports/store.ts';
import type { KeptInbound } from '../inbound.ts';
import type { StoredPeople } from '../people/stored-people.ts';
import { KINDS } from '../record-codecs.ts';

const ASKED: ReadonlySet<string> = new Set(['came', 'said', 'pressed', 'wished']);

/** For managers and IT, where they ask: who has not signed. Nothing is read for others, or for other words. */
export async function unsignedKnown(
  parts: { readonly store: Pick<Store, 'findRecords'>; readonly people: Pick<StoredPeople, 'read'> },
  playbook: Playbook,
  { what, from }: KeptInbound,
  identity: Identity | null,
): Promise<Pick<Known, 'unsigned'>> {
  const { organisation, commitment } = playbook;
  if (commitment === null || !ASKED.has(what.kind)) return {};
  const seen = signersSeenBy(playbook, from, identity);
  if (seen === null) return {};
  const isAsked = what.kind !== 'came' && (what.kind !== 'said' || namedWish(what.text) === 'unsigned');
  if (!isAsked) return { unsigned: null };
  const [signed, { people }] = await Promise.all([
    signedAddresses(parts.store, organisation, commitment.version),
    parts.people.read(organisation),
  ]);
  const missing = unsignedOf(playbook, people, signed, seen);
  const all = unsignedOf(playbook, people, new Set(), seen).length;
  return { unsigned: { all, missing: missing.map(({ name, unit }) => ({ name, unit })) } };
}

async function signedAddresses(
  store: Pick<Store, 'findRecords'>,
  organisation: string,
  version: string,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  let after: string | undefined;
  do {
    const page = await store.findRecords({
      ...{ organisation, kind: KINDS.signature, keys: { version }, order: 'oldest', passing: true },
      ...{ limit: STORE_LIMITS.pageSize, ...(after !== undefined && { after }) },
    });
    for (const { body } of page.items) {
      // Written by the runtime from this type.
      const { known } = body as unknown as Signature;
      if (known?.email != null) found.add(known.email.toLowerCase());
    }
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}
