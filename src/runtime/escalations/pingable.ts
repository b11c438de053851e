import { hash } from 'node:crypto';
import type { Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Store } from '../../ports/store.ts';
import { holdersOf } from '../people/holders.ts';

/** What is set up here besides chats. */
export interface Ways {
  readonly mail: boolean;
  readonly gateway: boolean;
}

/** Where a contact is pinged. */
export interface PingPlace {
  readonly destination: string;
  readonly language: Language | null;
}

/** Channels of pings that are no chats. */
export const PING_MAIL = 'ping-mail';
export const PING_GATEWAY = 'ping-gateway';

/** Where somebody is pinged by mail: a name that tells nobody the address. */
export function mailPlace(organisation: string, address: string): string {
  return `${PING_MAIL}/${organisation}/${hash('sha256', address).slice(0, 32)}`;
}

/** The address behind it, while the playbook still has it; null: nobody any more. */
export function mailAddressAt(playbook: Playbook, destination: string): string | null {
  const { contacts, sites, pack } = playbook;
  const accounts = [...contacts.values()].flatMap((contact) => [...contact.accounts]);
  // Letters on paper go to the addresses of managers too, and to those that get the emergency pack.
  const managers = [...sites.values()].map(({ manager }) => contacts.get(manager ?? '')?.email ?? null);
  const all = [...accounts, ...managers.filter((address) => address !== null), ...(pack?.mail ?? [])];
  return all.find((address) => mailPlace(playbook.organisation, address) === destination) ?? null;
}

export interface PingableParts {
  readonly store: Pick<Store, 'findRecords' | 'record'>;
  readonly ways: Ways;
}

/** Which of some contacts can be written to. */
export async function pingableOf(
  parts: PingableParts,
  playbook: Playbook,
  contacts: readonly string[],
): Promise<ReadonlySet<string>> {
  const places = await Promise.all(contacts.map((contact) => placesOf(parts, playbook, contact)));
  return new Set(contacts.filter((_, i) => (places[i]?.length ?? 0) > 0));
}

/**
 * Where a contact is pinged: in the chats of all who hold it, at their addresses, and through the gateway at its number.
 * Addresses and numbers are those of a contact that people hold, and never those of a queue or a supplier.
 */
export async function placesOf(
  { store, ways }: PingableParts,
  playbook: Playbook,
  contact: string,
): Promise<readonly PingPlace[]> {
  const { organisation, escalation, contacts } = playbook;
  const found = contacts.get(contact);
  if (found === undefined || escalation === null) return [];
  const asked = new Set(escalation.ways);
  const chats = asked.has('chat') ? await holdersOf(store, playbook, contact) : [];
  const mail = asked.has('mail') && ways.mail ? [...found.accounts.keys()] : [];
  const isPerson = found.accounts.size > 0 || found.heldBy !== null;
  const calls = asked.has('gateway') && ways.gateway && escalation.gateway !== null && isPerson;
  return [
    ...chats.map(({ conversation, language }) => ({ destination: conversation, language })),
    ...mail.map((address) => ({
      destination: mailPlace(organisation, address),
      language: null,
    })),
    ...(calls && found.phone !== null
      ? [{ destination: `${PING_GATEWAY}/${organisation}/${contact}`, language: null }]
      : []),
  ];
}
