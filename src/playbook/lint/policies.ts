import { SITE_CONTACT } from '../../domain/escalation/policy.ts';
import { error, type Finding, warning } from '../fault.ts';
import type { PlaybookFile, StepFile } from '../schema/playbook.ts';
import type { LintRule } from './context.ts';
import { leadsOf } from './leads.ts';
import { asksManagers, asksSiteContact, contactsOf } from './steps.ts';

/** A step that adds nobody to those before it is never reached; so is a policy that nothing leads to. */
export const unreachableSteps: LintRule = (context) => {
  const { content } = context;
  const used = new Set(leadsOf(context).map(({ policy }) => policy));
  return Object.entries(content.policies).flatMap(([id, steps]) => {
    const findings: Finding[] = [];
    const named = new Set<string>();
    steps.forEach((step, i) => {
      const asked = [...contactsOf(step), ...askedOfSites(step, content.sites)];
      if (asked.every((contact) => named.has(contact)))
        findings.push(error(['policies', id, i], neverReached(asked)));
      for (const contact of asked) named.add(contact);
    });
    if (!used.has(id))
      findings.push(warning(['policies', id], 'is never used: no route, triage or matter leads to it'));
    return findings;
  });
};

/** Who is asked to authorise something must be able to. */
export const authority: LintRule = ({ content, isSound }) =>
  Object.entries(content.policies).flatMap(([id, steps]) =>
    steps.flatMap((step, i) => {
      const line = step['line-of-managers'];
      if (line?.asks === undefined) return [];
      const unable = line['up-to'].filter((contact) => {
        const found = content.contacts[contact];
        return found !== undefined && found.authorises !== line.asks && isSound(['contacts', contact]);
      });
      return unable.map((contact) =>
        error(
          ['policies', id, i, 'line-of-managers'],
          `ends with "${contact}", who cannot authorise ${line.asks}; add "authorises: ${line.asks}" to that contact`,
        ),
      );
    }),
  );

function neverReached(asked: readonly string[]): string {
  return asked.length === 0
    ? 'is never reached: no site names a contact; give one site a "contact"'
    : 'is never reached: all its contacts stand in earlier steps; name others, or remove it';
}

/** What the caller's sites add, where they have anything to add. */
function askedOfSites(step: StepFile, sites: PlaybookFile['sites']): string[] {
  const all = Object.values(sites);
  const contact = asksSiteContact(step) && all.some((site) => site.contact !== undefined);
  const managers = asksManagers(step) && all.some((site) => site.manager !== undefined);
  return [...(contact ? [SITE_CONTACT] : []), ...(managers ? ['the managers of sites'] : [])];
}
