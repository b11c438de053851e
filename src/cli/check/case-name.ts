import { className } from '../../conversation/words/class-name.ts';
import type { Situation } from '../../domain/contacts/situation.ts';
import { inLanguage, type Language, type LocalText } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { say } from '../../locales/say.ts';
import type { CaseCoverage, Coverage } from '../../playbook/coverage/coverage.ts';

/** What some cases are about, a line for each class: "Critical. Holds for: IntraPhone web". */
export function caseNames(
  playbook: Playbook,
  coverage: Coverage,
  cases: readonly CaseCoverage[],
  language: Language,
): string[] {
  const classOf = ({ situations: [first] }: CaseCoverage) => first.class;
  return [...Map.groupBy(cases, classOf)].map(([matterClass, ofClass]) => {
    const matter = className(playbook, matterClass, language);
    const all = coverage.cases.filter((each) => classOf(each) === matterClass).length === ofClass.length;
    const what = all
      ? say(language, 'calendar.everything')
      : ofClass.map((each) => concerns(playbook, each, language)).join(', ');
    return `${matter}. ${say(language, 'calendar.concerns', { what })}`;
  });
}

function concerns(playbook: Playbook, { situations }: CaseCoverage, language: Language): string {
  const widest = situations.filter(
    (one) => !situations.some((other) => other !== one && includes(other, one)),
  );
  const parts = widest.map((situation) => situationName(playbook, situation, language));
  return parts.includes('') ? say(language, 'calendar.other') : parts.join(', ');
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
