import type { Contact } from '../../domain/contacts/contact.ts';
import type { TextKey } from '../../locales/catalogue.ts';

/** Whether it is by calling that a contact is reached. */
export function isCalled({ phone, url }: Contact): boolean {
  return phone !== null && url === null;
}

/** What to do with the only contact of a step. */
export function headingFor(contact: Contact): TextKey {
  if (isCalled(contact)) return contact.email === null ? 'step.one-call' : 'step.one-either';
  return contact.email !== null || contact.url !== null || contact.receipt === 'sent'
    ? 'step.one-write'
    : 'step.one-go';
}

/** Whether there is anything to dial, write to or open. */
export function hasAddress({ phone, email, url }: Contact): boolean {
  return phone !== null || email !== null || url !== null;
}
