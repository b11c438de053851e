import type { Contact } from '../contacts/contact.ts';
import type { Playbook } from '../organisation/playbook.ts';
import type { Identity } from './directory.ts';

/** What a channel knows of who speaks, as far as it says which contacts they are. */
export interface Claimant {
  /** IT's own desk. */
  readonly desk: boolean;
  /** Their role, where the channel knows it for certain: never what they told about themselves. */
  readonly role: string | null;
}

/**
 * The contacts of a playbook that somebody holds: they answer for them, and may judge, acknowledge and authorise as they.
 * It is so by their address in the platform's own directory, by a role that the channel knows for certain, or because they
 * write from IT's desk and the playbook says that the desk holds it. What people type about themselves gives no right, nor
 * does the address of a guest: another organisation's directory says that.
 * @param identity who they are by the platform's directory; null: nobody told
 * @returns ids, in the order of the playbook
 */
export function heldBy(playbook: Playbook, claimant: Claimant, identity: Identity | null): readonly string[] {
  const address = identity === null || identity.isGuest === true ? null : identity.email;
  return [...playbook.contacts.values()]
    .filter((contact) => isHeld(contact, claimant, address?.toLowerCase() ?? null))
    .map(({ id }) => id);
}

/** Whether somebody is one of those whom a list names, by roles that the channel knows for certain or by contacts. */
export function isAmong(
  playbook: Playbook,
  ids: readonly string[],
  claimant: Claimant,
  identity: Identity | null,
): boolean {
  if (claimant.role !== null && ids.includes(claimant.role)) return true;
  return ids.length > 0 && heldBy(playbook, claimant, identity).some((contact) => ids.includes(contact));
}

function isHeld(
  { id, accounts, heldBy: role, isDesk }: Contact,
  claimant: Claimant,
  address: string | null,
): boolean {
  if (address !== null && accounts.has(address)) return true;
  if (claimant.role !== null && (claimant.role === id || claimant.role === role)) return true;
  return isDesk && claimant.desk;
}
