import type { Contact } from '../../../src/domain/contacts/contact.ts';
import type { Playbook } from '../../../src/domain/organisation/playbook.ts';
import { at } from '../../support/playbooks.ts';

/** The contacts that a policy names, step by step. */
export function steps(playbook: Playbook, policy: string): (readonly string[])[] {
  return playbook.policies.get(policy)!.steps.map((step) => step.contacts);
}

/** A contact, which must be there. */
export function contact(playbook: Playbook, id: string): Contact {
  const found = playbook.contacts.get(id);
  if (found === undefined) throw new Error(`no contact "${id}"`);
  return found;
}

/** The route that a class takes, and a service or role if need be. */
export function policyFor(
  playbook: Playbook,
  name: string,
  part: { service?: string; role?: string } = {},
): string | undefined {
  return playbook.routes.find(
    (route) =>
      route.class === name &&
      (route.services === null || route.services.includes(part.service ?? '')) &&
      (route.roles === null || route.roles.includes(part.role ?? '')),
  )?.policy;
}

/** Whether a contact is there for certain at a local time. */
export function isOpen(playbook: Playbook, id: string, local: string): boolean {
  return contact(playbook, id).hours.segmentAt(at(playbook, local).epochMilliseconds).value.open;
}
