import { error, type Finding, warning } from '../fault.ts';
import { dialsSame, isPlaceholder, phoneFault } from '../phone.ts';
import type { ContactFile } from '../schema/playbook.ts';
import type { LintRule } from './context.ts';
import { contactsOf } from './steps.ts';

/** Numbers must be numbers; placeholders are marked. */
export const numbers: LintRule = ({ content, isSound }) => {
  const country = isSound(['holidays']) ? content.holidays.country : '';
  return Object.entries(content.contacts).flatMap(([id, contact]): Finding[] => {
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
    const fault = phoneFault(contact.phone, contact.country ?? country);
    return fault === null ? [] : [error(path, fault)];
  });
};

/** Addresses of the reserved domain `.example` are placeholders, as are certain numbers. */
export const accounts: LintRule = ({ content }) =>
  Object.entries(content.contacts).flatMap(([id, contact]) =>
    contact.accounts.flatMap((account, i): Finding[] => {
      if (!account.toLowerCase().endsWith('.example')) return [];
      const message = `is ${account}, a placeholder; production refuses it until a real address stands here`;
      return [{ severity: 'placeholder', path: ['contacts', id, 'accounts', i], message }];
    }),
  );

/** What is shown must be what is dialled. */
export const shownNumbers: LintRule = ({ content, isSound }) =>
  Object.entries(content.contacts).flatMap(([id, contact]): Finding[] => {
    const shown = contact['phone-shown'];
    if (shown === undefined || !isSound(['holidays']) || !isSound(['contacts', id])) return [];
    const path = ['contacts', id, 'phone-shown'];
    if (contact.phone === undefined)
      return [error(path, 'shows a number, but there is no phone; add the phone, or remove this')];
    if (dialsSame(shown, contact.phone, contact.country ?? content.holidays.country)) return [];
    const message = `is "${shown}", which is another number than "${contact.phone}"; write the same number`;
    return [error(path, message)];
  });

/** A contact that nobody can reach is no contact. */
export const reachable: LintRule = ({ content, isSound }) =>
  Object.entries(content.contacts).flatMap(([id, contact]) => {
    if (hasReach(contact) || !isSound(['contacts', id])) return [];
    return [
      error(
        ['contacts', id],
        'cannot be reached: give it a phone, email or url, or say in "where" where to go',
      ),
    ];
  });

/** Whose number a directory gives has none of the organisation's own. */
export const ownManagers: LintRule = ({ content, isSound }) =>
  Object.entries(content.contacts).flatMap(([id, contact]) => {
    if (contact['stands-for'] === undefined || contact.phone === undefined) return [];
    if (!isSound(['contacts', id])) return [];
    return [
      error(
        ['contacts', id, 'stands-for'],
        'is somebody else for each person, but there is one phone for all; remove the phone, or this',
      ),
    ];
  });

/** A report counts as spoken only where one can speak, as sent only where one can send. */
export const receipts: LintRule = ({ content, isSound }) =>
  Object.entries(content.contacts).flatMap(([id, contact]) => {
    if (contact.counts !== 'spoken' || contact.phone !== undefined || contact.where !== undefined) return [];
    if (!isSound(['contacts', id])) return [];
    return [
      error(
        ['contacts', id, 'counts'],
        'says spoken, but there is no phone and no "where"; add one of them, or write sent',
      ),
    ];
  });

/** The last fallback must be there at every minute: that is what makes every question end in an answer. */
export const fallbackHolds: LintRule = ({ content, listed }) => {
  const fallback = content.contacts[content.fallback];
  if (fallback === undefined) return [];
  const findings: Finding[] = [];
  if (fallback.hours !== 'always') {
    findings.push(
      error(
        ['contacts', content.fallback, 'hours'],
        'leaves the last fallback closed at times; write always, or name another fallback: every minute must have an answer',
      ),
    );
  }
  if (fallback.for !== undefined) {
    findings.push(
      error(
        ['contacts', content.fallback, 'for'],
        'limits the last fallback, which must serve every class; remove it, or name another fallback',
      ),
    );
  }
  for (const [i, absence] of listed('absences')) {
    if (absence.contact !== content.fallback) continue;
    const message =
      'is the last fallback, which cannot be absent; remove the absence, or name another fallback';
    findings.push(error(['absences', i, 'contact'], message));
  }
  return findings;
};

/** Contacts that no policy, unit, agreement or stand-in leads to. */
export const unused: LintRule = ({ content }) => {
  // Where people can search for them, every contact is of use.
  if (content.directory !== undefined) return [];
  const used = new Set<string | undefined>([content.fallback]);
  for (const steps of Object.values(content.policies))
    for (const step of steps) for (const id of contactsOf(step)) used.add(id);
  for (const site of Object.values(content.sites)) used.add(site.manager).add(site.contact);
  for (const service of Object.values(content.services)) used.add(service.supplier);
  for (const contact of Object.values(content.contacts)) used.add(contact['stand-in']);
  for (const routine of Object.values(content.routines))
    for (const step of [...routine.steps, ...routine.afterwards])
      for (const id of step.contacts) used.add(id);
  const handOffs = content['hand-offs'];
  for (const ids of [handOffs.manager, handOffs.quotes, handOffs.invoices, Object.keys(handOffs.suppliers)])
    for (const id of ids ?? []) used.add(id);
  for (const id of content.notices.authors) used.add(id);
  const followUp = content['follow-up'];
  used.add(followUp?.judge).add(followUp?.supplier);
  for (const id of followUp?.others?.['told-by'] ?? []) used.add(id);
  for (const { units } of Object.values(content.duties))
    for (const id of Object.values(units).flat()) used.add(id);
  for (const { units, tell = [] } of Object.values(content.paper))
    for (const id of [...Object.values(units).flat(), ...tell]) used.add(id);
  for (const entry of content['on-call']) used.add(entry.contact);
  for (const entry of content.absences) used.add(entry.contact).add(entry['stand-in']);
  return Object.keys(content.contacts)
    .filter((id) => !used.has(id))
    .map((id) =>
      warning(
        ['contacts', id],
        'is never used: no policy, site, service, routine, agreement or stand-in names it',
      ),
    );
};

function hasReach(contact: ContactFile): boolean {
  return [contact.phone, contact.email, contact.url, contact.where].some((way) => way !== undefined);
}
