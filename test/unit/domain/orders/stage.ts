import { applyOrder } from '../../../../src/domain/orders/apply.ts';
import type { OrderApplied, OrderCommand } from '../../../../src/domain/orders/commands.ts';
import { newOrder } from '../../../../src/domain/orders/new-order.ts';
import type { Order, OrderActor, OrderMail } from '../../../../src/domain/orders/order.ts';
import type { HandOffRules, SupplierRule } from '../../../../src/domain/orders/rules.ts';
import type { Playbook } from '../../../../src/domain/organisation/playbook.ts';
import type { Report } from '../../../../src/domain/reports/report.ts';
import { shipped } from '../../../support/playbooks.ts';

export const AT = Date.parse('2026-11-23T08:15:00Z');
export const HOUR = 3_600_000;
export const SUPPLIER: SupplierRule = {
  ...{ contact: 'supplier', way: 'mail', chases: 2, replyTo: null },
  ...{ confirmWithin: Temporal.Duration.from('PT4H'), believed: ['nemesys.nl'] },
};
export const RULES: HandOffRules = {
  managers: ['manager-general-affairs'],
  quotes: ['directors'],
  invoices: ['manager-general-affairs'],
  suppliers: new Map([['supplier', SUPPLIER]]),
};
export const playbook: Playbook = { ...shipped('kivido'), handOffs: RULES };

const person = (user: string, ...holds: string[]): OrderActor => ({
  kind: 'person',
  user,
  name: null,
  holds,
});
export const MANAGER = person('mila', 'manager-general-affairs');
export const DIRECTOR = person('dirk', 'directors');
export const REPORTER = person('anna');
export const STRANGER = person('sly');
export const BOT: OrderActor = { kind: 'bot' };
export const NEMESYS: OrderActor = { kind: 'supplier' };

export const report: Report = {
  ...{ id: 'K7M2-QX4P', organisation: 'kivido', user: 'anna', conversation: 'web/kivido/anna', at: AT },
  by: { name: 'Anna de Vries', email: 'anna@kivido.nl', phone: null },
  ...{ language: 'nl', class: 'critical', circumstances: ['no-mail'], statedCritical: false },
  ...{ service: 'mail', site: null, role: 'employee', policy: 'to-manager', routine: null },
  ...{ what: 'Er komt geen mail meer in.', where: 'Goes', hit: 'everybody', since: 'vanochtend' },
  ...{ contactBack: '0113 000000', pictures: [], trail: [], state: 'received', receipt: 'spoken' },
  ...{ outage: null, history: [] },
};

export function made(rule: SupplierRule = SUPPLIER): Order {
  return newOrder(report, [], rule, { by: MANAGER, at: AT });
}

/** Does it and expects that it was done. */
export function when(order: Order, command: OrderCommand, by: OrderActor = BOT, at = AT): Order {
  const applied = apply(order, command, by, at);
  if (applied.outcome !== 'done') throw new Error(`${command.do}: ${applied.why}`);
  return applied.order;
}

export function apply(order: Order, command: OrderCommand, by: OrderActor = BOT, at = AT): OrderApplied {
  return applyOrder(playbook, order, command, { by, at });
}

export const HANDED = { do: 'handed', external: null, confirms: false } as const;

export function mail(taken: OrderMail['taken'], believed = true): OrderMail {
  const from = believed ? 'support@nemesys.nl' : 'sly@example.org';
  return { at: AT, from, subject: 'Re: [K7M2-QX4P]', text: 'Wij hebben uw melding.', believed, taken };
}
