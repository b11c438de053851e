import type { Language } from '../../domain/organisation/language.ts';
import { error, type FaultPath, type Finding } from '../fault.ts';
import type { PlaybookFile } from '../schema/playbook.ts';
import type { LocalInput } from '../schema/texts.ts';
import type { LintContext, LintRule } from './context.ts';
import { followUpTexts } from './follow-up.ts';
import { triageTexts } from './triage/texts.ts';

type ServiceFile = PlaybookFile['services'][string];

/** A text given per language must be there in each of the organisation's languages. */
export const missingTranslations: LintRule = (context) => {
  const { content } = context;
  if (!context.isSound(['languages'])) return [];
  return texts(context).flatMap(([path, text]): Finding[] => {
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
};

/** Names that do not tell two services apart. */
export const ambiguousServices: LintRule = ({ content }) => {
  const taken = new Map<string, string>();
  return Object.entries(content.services).flatMap(([id, service]) => {
    const found = new Map<string, Finding>();
    for (const language of content.languages)
      for (const [path, word] of wordsFor(service, language)) {
        const key = `${language}:${word.toLowerCase()}`;
        const owner = taken.get(key) ?? id;
        taken.set(key, owner);
        const message = `is "${word}", and so "${owner}" is called; nobody could tell which is meant: choose another word`;
        if (owner !== id) found.set(path.join(), error(['services', id, ...path], message));
      }
    return [...found.values()];
  });
};

/** What people may call a service, and where that stands. */
function wordsFor({ name, aliases }: ServiceFile, language: Language): [FaultPath, string][] {
  return [
    [['name'], nameIn(name, language)],
    ...(aliases?.[language] ?? []).map((word, i): [FaultPath, string] => [['aliases', language, i], word]),
  ];
}

function nameIn(name: LocalInput, language: Language): string {
  return typeof name === 'string' ? name : (name[language] ?? '');
}

function texts({ content, listed }: LintContext): [FaultPath, LocalInput | undefined][] {
  const named = (section: 'sites' | 'services', entries: Record<string, { name: LocalInput }>) =>
    Object.entries(entries).map(([id, entry]): [FaultPath, LocalInput] => [
      [section, id, 'name'],
      entry.name,
    ]);
  const plain = (section: 'roles' | 'circumstances') =>
    Object.entries(content[section]).map(([id, entry]): [FaultPath, LocalInput] => [[section, id], entry]);
  return [
    ...content.holidays.add.map(({ name }, i): [FaultPath, LocalInput | undefined] => [
      ['holidays', 'add', i, 'name'],
      name,
    ]),
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
    ...Object.entries(content.routines).flatMap(([id, routine]) => routineTexts(routine, ['routines', id])),
    [['commitment', 'title'], content.commitment?.title],
    [['commitment', 'text'], content.commitment?.text],
    ...Object.entries(content.directory?.services ?? {}).map(([id, { name }]): [FaultPath, LocalInput] => [
      ['directory', 'services', id, 'name'],
      name,
    ]),
    ...Object.entries(content.paper).map(([id, { name }]): [FaultPath, LocalInput] => [
      ['paper', id, 'name'],
      name,
    ]),
    ...triageTexts(content),
    ...followUpTexts(content),
    ...listed('exceptions').map(([i, exception]): [FaultPath, LocalInput | undefined] => [
      ['exceptions', i, 'because'],
      exception.because,
    ]),
    ...listed('absences').map(([i, absence]): [FaultPath, LocalInput | undefined] => [
      ['absences', i, 'because'],
      absence.because,
    ]),
  ];
}

function routineTexts(
  routine: PlaybookFile['routines'][string],
  path: FaultPath,
): [FaultPath, LocalInput | undefined][] {
  const inSteps = (part: 'steps' | 'afterwards') =>
    routine[part].map(({ text }, i): [FaultPath, LocalInput] => [[...path, part, i], text]);
  return [
    [[...path, 'name'], routine.name],
    [[...path, 'when'], routine.when],
    ...inSteps('steps'),
    ...inSteps('afterwards'),
  ];
}
