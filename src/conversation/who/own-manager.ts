import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Contact } from '../../domain/contacts/contact.ts';
import type { DirectoryEntry } from '../../domain/people/directory.ts';

/** The reader's own manager, as the directory knows them. */
export interface OwnManager {
  readonly name: string;
  /** E.164. */
  readonly phone: string;
}

/**
 * Who is meant by a contact that stands for the reader's own manager. Null for every other contact, where the playbook
 * gives a number itself, and where the directory knows none that can be dialled: then all stays as the playbook says.
 */
export function ownManagerAt(contact: Contact, manager: DirectoryEntry | null): OwnManager | null {
  if (!contact.isOwnManager || contact.phone !== null || manager === null) return null;
  const { name, phone } = manager;
  const parsed = phone === null ? undefined : parsePhoneNumberFromString(phone);
  // What was kept long ago, or by another channel, was not checked here.
  return phone === null || !parsed?.isValid() || parsed.number !== phone ? null : { name, phone };
}
