import { error, type Finding } from '../fault.ts';
import type { PlaybookFile } from '../schema/playbook.ts';
import { suggestion } from '../suggestion.ts';
import type { LintRule } from './context.ts';
import { many, type Reference } from './reference.ts';

/** What the part on handing over names. */
export function handOffReferences(content: PlaybookFile): Reference[] {
  const { manager, quotes, invoices } = content['hand-offs'];
  return [
    ...many('contacts', manager, ['hand-offs', 'manager']),
    ...many('contacts', quotes, ['hand-offs', 'quotes']),
    ...many('contacts', invoices, ['hand-offs', 'invoices']),
  ];
}

/** A supplier is a contact, and one that mail goes to has an address. */
export const suppliersReached: LintRule = ({ content, names }) => {
  const known = names('contacts');
  return Object.entries(content['hand-offs'].suppliers).flatMap(([id, supplier]): Finding[] => {
    const path = ['hand-offs', 'suppliers', id];
    if (known?.has(id) === false)
      return [error(path, `names "${id}", which is not in "contacts:"${suggestion(id, known)}`)];
    if (supplier.by !== 'mail' || content.contacts[id] === undefined) return [];
    if (content.contacts[id].email !== undefined) return [];
    return [
      error(
        [...path, 'by'],
        `is mail, but the contact "${id}" has no email; add it there, or choose another way`,
      ),
    ];
  });
};
