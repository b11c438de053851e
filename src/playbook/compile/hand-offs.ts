import type { HandOffRules, SupplierRule } from '../../domain/orders/rules.ts';
import type { PlaybookFile } from '../schema/playbook.ts';
import { mapValues } from './texts.ts';

/** How reports are handed on. */
export function compileHandOffs(content: PlaybookFile): HandOffRules {
  const { quotes, invoices, suppliers, ...file } = content['hand-offs'];
  const judge = content['follow-up']?.judge;
  const manager = file.manager ?? (judge === undefined ? [] : [judge]);
  return {
    managers: manager,
    quotes: quotes ?? manager,
    invoices: invoices ?? manager,
    suppliers: mapValues(suppliers, (file, contact): SupplierRule => {
      const address = content.contacts[contact]?.email;
      return {
        contact,
        way: file.by,
        confirmWithin: file['confirm-within'] ?? null,
        chases: file.chase,
        believed: file.from ?? (address === undefined ? [] : [address.toLowerCase()]),
        replyTo: file['reply-to'] ?? null,
        branch: file.branch ?? null,
      };
    }),
  };
}
