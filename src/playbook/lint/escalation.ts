import { type Finding, warning } from '../fault.ts';
import type { PlaybookFile } from '../schema/playbook.ts';
import type { LintRule } from './context.ts';
import type { Reference } from './reference.ts';
import { contactsOf } from './steps.ts';

/** What the part on escalation names. */
export function escalationReferences({ escalation }: PlaybookFile): Reference[] {
  return [{ section: 'hours', id: escalation?.quiet, path: ['escalation', 'quiet'] }];
}

/** Pings find nobody where no contact of any policy is held by people, and repeats that come too late never come. */
export const escalationReaches: LintRule = ({ content }) => {
  const { escalation, contacts, policies, matters } = content;
  if (escalation === undefined)
    return matters['lost-phone']?.report === true
      ? [
          warning(
            ['matters', 'lost-phone', 'report'],
            'brings it to nobody: the playbook has no part "escalation"; add it, or leave "report" out',
          ),
        ]
      : [];
  const named = Object.values(policies).flatMap((steps) => steps.flatMap(contactsOf));
  const isHeld = (id: string): boolean => {
    const contact = contacts[id];
    if (contact === undefined) return false;
    return contact.accounts.length > 0 || contact['held-by'] !== undefined || contact['it-desk'];
  };
  const findings: Finding[] = [];
  if (!named.some(isHeld))
    findings.push(
      warning(
        ['escalation'],
        'reaches nobody in Teams, Slack or by mail: no contact of a policy says who holds it; add "accounts" to contacts',
      ),
    );
  const { every, times } = escalation.repeat;
  if (times > 0 && Temporal.Duration.compare(every, escalation.wait, { relativeTo: '2026-01-01' }) >= 0)
    findings.push(
      warning(
        ['escalation', 'repeat', 'every'],
        'is not shorter than "wait": where a step does not say "then-after", it is never said again',
      ),
    );
  return findings;
};
