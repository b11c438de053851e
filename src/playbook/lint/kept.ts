import { MATTER_CLASSES, type MatterClass } from '../../domain/contacts/contact.ts';
import { error, type Finding } from '../fault.ts';
import type { LintContext, LintRule } from './context.ts';
import { type Lead, leadsOf } from './leads.ts';
import { contactsFromSites, contactsOf, siteLineOf } from './steps.ts';

/** Contacts kept for one class must not be handed out for another (scenario D2: direct numbers are for critical matters only). */
export const keptForClass: LintRule = (context) => {
  const lines = Object.keys(context.content.sites).map((id) => siteLineOf(context.content.sites, id));
  return [
    ...leadsOf(context).flatMap((lead) =>
      [...handedOut(context, lead, lines)].flatMap(([id, how]): Finding[] => {
        const kept = context.content.contacts[id]?.for;
        if (kept === undefined || kept === lead.class) return [];
        const message = `hands out "${id}"${how} for ${lead.class} matters, which is for ${kept} ones only`;
        return [error(lead.path, `${message}; name another contact, or remove its "for"`)];
      }),
    ),
    ...onCall(context),
  ];
};

/** Everybody to whom it can lead, and how, where that is not plain to see. */
function handedOut(
  { content, listed }: LintContext,
  lead: Lead,
  lines: readonly (readonly string[])[],
): Map<string, string> {
  const callers = lines.filter(
    (line) => lead.sites === undefined || lead.sites.some((id) => line.includes(id)),
  );
  const found = new Map<string, string>();
  const add = (id: string | undefined, how: string) => {
    if (id !== undefined && !found.has(id)) found.set(id, how);
  };
  const steps = content.policies[lead.policy] ?? [];
  for (const id of steps.flatMap(contactsOf)) add(id, '');
  for (const line of callers)
    for (const id of contactsFromSites(steps, content.sites, line)) add(id, ', from its site,');
  for (const id of [...found.keys()]) {
    const how = ` as the stand-in of "${id}"`;
    add(content.contacts[id]?.['stand-in'], how);
    for (const [, absence] of listed('absences')) if (absence.contact === id) add(absence['stand-in'], how);
  }
  return found;
}

function onCall({ content, listed }: LintContext): Finding[] {
  return listed('on-call').flatMap(([i, agreement]): Finding[] => {
    const kept = content.contacts[agreement.contact]?.for;
    const classes: readonly MatterClass[] = agreement.class ?? MATTER_CLASSES;
    if (kept === undefined || classes.every((name) => name === kept)) return [];
    const message = `is on call for more than ${kept} matters, but "${agreement.contact}" is for those only`;
    return [error(['on-call', i], `${message}; write "class: ${kept}"`)];
  });
}
