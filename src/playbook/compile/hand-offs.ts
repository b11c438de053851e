import type { HandOffRules, SupplierRule } from '../../domain/orders/rules.ts';
import type { PlaybookFile } from '../schema/playbook.ts';
import { mapValues } from './texts.ts';

/** How reports are handed on. */
export function compileHandOffs(content: PlaybookFile): HandOffRules {
  const { manager = [], quotes, invoices, suppliers } = content['hand-offs'];
  return {
    managers: manager,
    quotes: quotes ?? manager,
    invoices: invoices ?? manager,
    suppliers: mapValues(suppliers, (file, contact): SupplierRule => {
      const address = content.contacts[contact]?.email;
      return {
        contact,
        way: file.by,
        atOnce: file['at-once'],
        confirmWithin: file['confirm-within'] ?? null,
        chases: file.chase,
        believed: file.from ?? (address === undefined ? [] : [address.toLowerCase()]),
        replyTo: file['reply-to'] ?? null,
      };
    }),
  };
}
