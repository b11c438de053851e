import { readFileSync } from 'node:fs';
import type { Playbook } from '../../src/domain/organisation/playbook.ts';
import { loadPlaybook } from '../../src/playbook/load.ts';

/** The organisations whose playbooks ship with the project. */
export const SHIPPED = ['falkenberg', 'harjedalen', 'itcentrum', 'kivido', 'porsanger'] as const;
export type Shipped = (typeof SHIPPED)[number];

/** The text of a shipped playbook. */
export function shippedText(organisation: Shipped): string {
  return readFileSync(new URL(`../../playbooks/${organisation}.yaml`, import.meta.url), 'utf8');
}

/** A shipped playbook, with text added at its end for what a test is about. */
export function shipped(organisation: Shipped, added = ''): Playbook {
  return playbookFrom(`${shippedText(organisation)}\n${added}`);
}

/** A shipped playbook in which each contact is held by one address of the platform's directory: `<contact>@example.test`. */
export function shippedWithHolders(organisation: Shipped): Playbook {
  const playbook = shipped(organisation);
  const contacts = [...playbook.contacts.values()].map(
    (contact) => [contact.id, { ...contact, accounts: new Set([`${contact.id}@example.test`]) }] as const,
  );
  return { ...playbook, contacts: new Map(contacts) };
}

/** A playbook from text that must load. */
export function playbookFrom(text: string): Playbook {
  const { playbook, faults } = loadPlaybook('test.yaml', text);
  if (playbook === null) throw new Error(JSON.stringify(faults, null, 2));
  return playbook;
}

/** A local time in a playbook's zone. */
export function at(playbook: Playbook, local: string): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(playbook.timezone);
}
