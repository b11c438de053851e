import type { Language } from '../../domain/organisation/language.ts';
import { error, type FaultPath, type Finding } from '../fault.ts';
import type { LocalInput } from '../schema/texts.ts';
import type { LintContext, LintRule } from './context.ts';

/** A text given per language must be there in each of the organisation's languages. */
export const missingTranslations: LintRule = ({ content }) =>
  texts(content).flatMap(([path, text]): Finding[] => {
    if (text === undefined || typeof text === 'string') return [];
    const missing = content.languages.filter((language) => text[language] === undefined);
    return missing.length === 0
      ? []
      : [
          error(
            path,
            `is missing in ${missing.join(' and ')}; give one text for all languages, or one for each`,
          ),
        ];
  });

/** Names that do not tell two services apart. */
export const ambiguousServices: LintRule = ({ content }) => {
  const taken = new Map<string, string>();
  return Object.entries(content.services).flatMap(([id, service]) =>
    content.languages.flatMap((language) =>
      [...(service.aliases?.[language] ?? []), nameIn(service.name, language)].flatMap((word): Finding[] => {
        const key = `${language}:${word.toLowerCase()}`;
        const owner = taken.get(key);
        taken.set(key, owner ?? id);
        if (owner === undefined || owner === id) return [];
        return [
          error(
            ['services', id],
            `is called "${word}", and so is "${owner}"; nobody could tell which is meant`,
          ),
        ];
      }),
    ),
  );
};

function nameIn(name: LocalInput, language: Language): string {
  return typeof name === 'string' ? name : (name[language] ?? '');
}

function texts(content: LintContext['content']): [FaultPath, LocalInput | undefined][] {
  const named = (section: 'sites' | 'services', entries: Record<string, { name: LocalInput }>) =>
    Object.entries(entries).map(([id, entry]): [FaultPath, LocalInput] => [
      [section, id, 'name'],
      entry.name,
    ]);
  const plain = (section: 'roles' | 'circumstances') =>
    Object.entries(content[section]).map(([id, entry]): [FaultPath, LocalInput] => [[section, id], entry]);
  return [
    ...Object.entries(content.contacts).flatMap(([id, contact]) =>
      (['role', 'where', 'note'] as const).map((key): [FaultPath, LocalInput | undefined] => [
        ['contacts', id, key],
        contact[key],
      ]),
    ),
    ...named('sites', content.sites),
    ...named('services', content.services),
    ...plain('roles'),
    ...plain('circumstances'),
    ...Object.entries(content.classes).flatMap(([id, rule]) =>
      (['name', 'explains'] as const).map((key): [FaultPath, LocalInput | undefined] => [
        ['classes', id, key],
        rule[key],
      ]),
    ),
    ...Object.entries(content.policies).flatMap(([id, steps]) =>
      steps.map((step, i): [FaultPath, LocalInput | undefined] => [
        ['policies', id, i, 'only-if'],
        step['only-if'],
      ]),
    ),
    ...content.exceptions.map((exception, i): [FaultPath, LocalInput | undefined] => [
      ['exceptions', i, 'because'],
      exception.because,
    ]),
    ...content.absences.map((absence, i): [FaultPath, LocalInput | undefined] => [
      ['absences', i, 'because'],
      absence.because,
    ]),
  ];
}
