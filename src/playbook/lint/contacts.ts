import { error, type Finding, warning } from '../fault.ts';
import { isPlaceholder, phoneFault } from '../phone.ts';
import type { ContactFile } from '../schema/playbook.ts';
import type { LintRule } from './context.ts';
import { contactsOf } from './references.ts';

/** Numbers must be numbers; placeholders are marked. */
export const numbers: LintRule = ({ content }) =>
  Object.entries(content.contacts).flatMap(([id, contact]): Finding[] => {
    if (contact.phone === undefined) return [];
    const path = ['contacts', id, 'phone'];
    if (isPlaceholder(contact.phone)) {
      return [
        {
          severity: 'placeholder',
          path,
          message: `is ${contact.phone}, a placeholder; production refuses it until the real number stands here`,
        },
      ];
    }
    const fault = phoneFault(contact.phone, contact.country ?? content.holidays.country);
    return fault === null ? [] : [error(path, fault)];
  });

/** A contact that nobody can reach is no contact. */
export const reachable: LintRule = ({ content }) =>
  Object.entries(content.contacts).flatMap(([id, contact]) => {
    if (hasReach(contact)) return [];
    return [
      error(
        ['contacts', id],
        'cannot be reached: give it a phone, email or url, or say in "where" where to go',
      ),
    ];
  });

/** A report counts as spoken only where one can speak, as sent only where one can send. */
export const receipts: LintRule = ({ content }) =>
  Object.entries(content.contacts).flatMap(([id, contact]) => {
    if (contact.counts === 'spoken' && contact.phone === undefined && contact.where === undefined) {
      return [error(['contacts', id, 'counts'], 'says spoken, but there is no phone and no "where"')];
    }
    return [];
  });

/** The last fallback must be there at every minute: that is what makes every question end in an answer. */
export const fallbackHolds: LintRule = ({ content }) => {
  const fallback = content.contacts[content.fallback];
  if (fallback === undefined) return [];
  const findings: Finding[] = [];
  if (fallback.hours !== 'always') {
    findings.push(
      error(
        ['contacts', content.fallback, 'hours'],
        'leaves the last fallback closed at times; the fallback must be always there, so that every minute has an answer',
      ),
    );
  }
  if (fallback.for !== undefined) {
    findings.push(
      error(['contacts', content.fallback, 'for'], 'limits the last fallback; it must serve every class'),
    );
  }
  content.absences.forEach((absence, i) => {
    if (absence.contact === content.fallback)
      findings.push(error(['absences', i, 'contact'], 'is the last fallback, which cannot be absent'));
  });
  return findings;
};

/** Contacts that no policy, unit, agreement or stand-in leads to. */
export const unused: LintRule = ({ content }) => {
  const used = new Set<string | undefined>([content.fallback]);
  for (const steps of Object.values(content.policies))
    for (const step of steps) for (const id of contactsOf(step)) used.add(id);
  for (const site of Object.values(content.sites)) used.add(site.manager).add(site.contact);
  for (const service of Object.values(content.services)) used.add(service.supplier);
  for (const contact of Object.values(content.contacts)) used.add(contact['stand-in']);
  for (const entry of [...content['on-call'], ...content.absences]) used.add(entry.contact);
  return Object.keys(content.contacts)
    .filter((id) => !used.has(id))
    .map((id) =>
      warning(['contacts', id], 'is never used: no policy, site, service, agreement or stand-in names it'),
    );
};

function hasReach(contact: ContactFile): boolean {
  return [contact.phone, contact.email, contact.url, contact.where].some((way) => way !== undefined);
}
