import { isUnderWay } from '../../domain/absence/book.ts';
import type { AwayBook } from '../../domain/absence/entry.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Identity } from '../../domain/people/directory.ts';
import type { Store } from '../../ports/store.ts';
import { readBook } from '../away/book.ts';
import type { Holder } from '../people/holders.ts';
import { KINDS } from '../record-codecs.ts';

/** Those of some people who are there: whoever told in the chat that they are away is not reminded, whatever contact they share. */
export async function thereOf(
  store: Pick<Store, 'record'>,
  { organisation, away }: Playbook,
  holders: readonly Holder[],
  at: number,
): Promise<readonly Holder[]> {
  if (away === null || holders.length === 0) return holders;
  const { book } = await readBook(store, organisation);
  const are = await Promise.all(
    holders.map(
      async (holder) =>
        holder.desk || !isAway(book, holder.user, await emailOf(store, organisation, holder), at),
    ),
  );
  return holders.filter((_, i) => are[i]);
}

function isAway({ entries }: AwayBook, user: string, email: string | null, at: number): boolean {
  return entries.some((entry) => {
    const { about } = entry;
    if (about.kind !== 'person' || !isUnderWay(entry, at)) return false;
    return about.user === user || (email !== null && about.email === email);
  });
}

async function emailOf(
  store: Pick<Store, 'record'>,
  organisation: string,
  { user }: Holder,
): Promise<string | null> {
  const record = await store.record({ organisation, kind: KINDS.identity, id: user });
  // Written by the runtime from this type.
  const identity = record?.body as unknown as Identity | undefined;
  return identity?.email?.toLowerCase() ?? null;
}
