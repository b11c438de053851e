import { EVERYBODY, SITE_MANAGER } from '../../domain/absence/told.ts';
import { SITE_CONTACT } from '../../domain/escalation/policy.ts';
import { error, type Finding, warning } from '../fault.ts';
import type { PlaybookFile } from '../schema/playbook.ts';
import { suggestion } from '../suggestion.ts';
import type { LintRule } from './context.ts';
import { many, type Reference } from './reference.ts';

/** Those who are told of absences are contacts, or the unit's. */
export function awayReferences({ away }: PlaybookFile): Reference[] {
  return (away?.told ?? [])
    .flatMap(({ tell }, i) => many('contacts', tell, ['away', 'told', i, 'tell']))
    .filter(({ id }) => id !== SITE_CONTACT && id !== SITE_MANAGER);
}

/** Whose absences a rule is about: a misspelt one would be nobody's, in silence. */
export const whoseAbsences: LintRule = ({ content, names }) => {
  const [contacts, sites] = [names('contacts'), names('sites')];
  if (contacts === null || sites === null) return [];
  const known = new Set([...contacts, ...sites, EVERYBODY]);
  return (content.away?.told ?? []).flatMap(({ whose }, i): Finding[] => {
    const path = ['away', 'told', i, 'whose'];
    const unknown = whose.filter((id) => !known.has(id));
    if (unknown.length === 0 && whose.includes(EVERYBODY) && whose.length > 1)
      return [error(path, 'names everybody and others; write everybody alone')];
    return unknown.map((id) =>
      error(path, `names "${id}", which is neither a contact nor a site${suggestion(id, known)}`),
    );
  });
};

/** The unit's contact or manager is nobody where no site names one. */
export const unitsThatAreTold: LintRule = ({ content }) => {
  const sites = Object.values(content.sites);
  const isMissing = (id: string): boolean =>
    (id === SITE_CONTACT && sites.every(({ contact }) => contact === undefined)) ||
    (id === SITE_MANAGER && sites.every(({ manager }) => manager === undefined));
  return (content.away?.told ?? []).flatMap(({ tell }, i) =>
    tell
      .filter(isMissing)
      .map((id) => warning(['away', 'told', i, 'tell'], `names ${id}, but no site has one; nobody is told`)),
  );
};
