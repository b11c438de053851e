import type { Situation } from '../../domain/contacts/situation.ts';
import { inLanguage, type Language, type LocalText } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { say } from '../../locales/say.ts';
import type { CaseCoverage } from '../../playbook/coverage/coverage.ts';

/** "Critical. Holds for: IntraPhone web" */
export function caseName(playbook: Playbook, { situations }: CaseCoverage, language: Language): string {
  const [first] = situations;
  const name = playbook.classes.get(first.class)?.name ?? null;
  const matter =
    name === null ? say(language, `class.${first.class}`) : inLanguage(name, language, playbook.languages);
  const widest = situations.filter(
    (one) => !situations.some((other) => other !== one && includes(other, one)),
  );
  const parts = widest.map((situation) => situationName(playbook, situation, language));
  const what = parts.includes('') ? say(language, 'calendar.everything') : parts.join(', ');
  return `${matter}. ${say(language, 'calendar.concerns', { what })}`;
}

function situationName(playbook: Playbook, { service, site, role }: Situation, language: Language): string {
  const names: (LocalText | undefined)[] = [
    playbook.services.get(service ?? '')?.name,
    playbook.sites.get(site ?? '')?.name,
    playbook.roles.get(role ?? ''),
  ];
  return names
    .flatMap((text) => (text === undefined ? [] : [inLanguage(text, language, playbook.languages)]))
    .join(' / ');
}

/** Whether the wider situation says nothing that the narrower does not say too. */
function includes(wide: Situation, narrow: Situation): boolean {
  return (['service', 'site', 'role'] as const).every(
    (field) => wide[field] === null || wide[field] === narrow[field],
  );
}
