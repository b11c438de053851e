import { inLanguage } from '../domain/organisation/language.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import { GatewaySender } from '../handoffs/gateway/sender.ts';
import type { Clock } from '../ports/clock.ts';
import type { Sender } from '../ports/sender.ts';

/** Pings through gateways for SMS and voice, as the playbooks name them. */
export function gatewayIn(
  secret: string,
  { playbooks, clock }: { readonly playbooks: ReadonlyMap<string, Playbook>; readonly clock: Clock },
): Sender {
  return new GatewaySender({
    ...{ secret, clock },
    to(organisation, destination, language) {
      const playbook = playbooks.get(organisation);
      const contact = playbook?.contacts.get(destination.split('/').at(-1) ?? '');
      const address = playbook?.escalation?.gateway ?? null;
      if (playbook === undefined || contact?.phone == null || address === null) return null;
      const role = inLanguage(contact.role, language, playbook.languages);
      return { address, contact: contact.id, role, phone: contact.phone };
    },
  });
}
