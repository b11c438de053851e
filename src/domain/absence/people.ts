import type { Contact } from '../contacts/contact.ts';
import type { Playbook } from '../organisation/playbook.ts';
import { siteLine } from '../organisation/site.ts';
import type { Identity } from '../people/directory.ts';
import { type Claimant, heldBy, isAmong } from '../people/holders.ts';
import type { Millis } from '../timeline/timeline.ts';
import { isUnderWay } from './book.ts';
import type { AwayBook, AwayEntry } from './entry.ts';

/** The contacts that somebody alone holds: when they are away nobody answers there. */
export function heldAlone(
  playbook: Playbook,
  claimant: Claimant,
  identity: Identity | null,
): readonly string[] {
  return heldBy(playbook, claimant, identity).filter((id) => isOnePersons(playbook.contacts.get(id)));
}

/** The contacts that they hold with others: these answer while one of them is away. */
export function heldWithOthers(
  playbook: Playbook,
  claimant: Claimant,
  identity: Identity | null,
): readonly string[] {
  return heldBy(playbook, claimant, identity).filter((id) => !isOnePersons(playbook.contacts.get(id)));
}

/** Contacts whose absence somebody may tell besides their own: those of the units that they lead; or any, by the playbook. */
export function mayTellOf(
  playbook: Playbook,
  claimant: Claimant,
  identity: Identity | null,
): readonly string[] {
  const all = [...playbook.contacts.values()]
    .filter(({ id }) => id !== playbook.fallback.id)
    .map(({ id }) => id);
  if (isAmong(playbook, playbook.away?.forOthers ?? [], claimant, identity)) return all;
  const led = ledSites(playbook, claimant, identity).flatMap((id) => {
    const site = playbook.sites.get(id);
    return [site?.contact ?? null, site?.manager ?? null];
  });
  const ids = new Set([...heldBy(playbook, claimant, identity), ...led]);
  return all.filter((id) => ids.has(id));
}

/** Units that somebody may report unmanned: whose phone or lead they hold, and those below; or all, by the playbook. */
export function ledSites(
  playbook: Playbook,
  claimant: Claimant,
  identity: Identity | null,
): readonly string[] {
  const ids = [...playbook.sites.keys()];
  if (isAmong(playbook, playbook.away?.forOthers ?? [], claimant, identity)) return ids;
  const held = new Set(heldBy(playbook, claimant, identity));
  return ids.filter((id) =>
    siteLine(playbook.sites, id).some(
      (site) => held.has(site.manager ?? '') || (site.id === id && held.has(site.contact ?? '')),
    ),
  );
}

/**
 * The absence of somebody in the directory that is under way; null: they are there, or nobody said.
 * @param name null: others have the same name, so it says nothing
 */
export function awayNow(
  { entries }: AwayBook,
  { email, name }: { readonly email: string | null; readonly name: string | null },
  now: Millis,
): AwayEntry | null {
  const address = email?.toLowerCase() ?? null;
  const found = entries.find((entry) => {
    const { about } = entry;
    if (about.kind !== 'person' || !isUnderWay(entry, now)) return false;
    if (address !== null && about.email !== null) return about.email === address;
    return name !== null && about.name === name;
  });
  return found ?? null;
}

/** Whether somebody may tell of a person of the directory: of anybody by the playbook, else of those of the units that they lead. */
export function mayTellOfPerson(
  playbook: Playbook,
  claimant: Claimant,
  identity: Identity | null,
  unit: string | null,
): boolean {
  if (isAmong(playbook, playbook.away?.forOthers ?? [], claimant, identity)) return true;
  const named = unit?.trim().toLowerCase();
  return ledSites(playbook, claimant, identity).some((id) =>
    Object.values(playbook.sites.get(id)?.name ?? {}).some((name) => name.toLowerCase() === named),
  );
}

/** The book as somebody may see it: why others are away is only for those whom the playbook names. */
export function bookFor(book: AwayBook, user: string, seesReasons: boolean): AwayBook {
  if (seesReasons) return book;
  const isOwn = ({ about, by }: AwayEntry): boolean =>
    by.user === user || (about.kind === 'person' && about.user === user);
  return {
    ...book,
    entries: book.entries.map((entry) => (isOwn(entry) ? entry : { ...entry, reason: null })),
  };
}

function isOnePersons(contact: Contact | undefined): boolean {
  return (
    contact !== undefined &&
    !contact.isDesk &&
    !contact.isOwnManager &&
    contact.heldBy === null &&
    contact.accounts.size <= 1
  );
}
