import { error, type FaultPath, type Finding, warning } from '../fault.ts';
import type { PlaybookFile } from '../schema/playbook.ts';
import type { LocalInput } from '../schema/texts.ts';
import type { LintRule } from './context.ts';
import { many, type Reference } from './reference.ts';

type Content = PlaybookFile;

/** What the part on following up names. */
export function followUpReferences({ 'follow-up': file }: Content): Reference[] {
  if (file === undefined) return [];
  const path = 'follow-up';
  return [
    { section: 'contacts', id: file.judge, path: [path, 'judge'] },
    { section: 'contacts', id: file.supplier, path: [path, 'supplier'] },
    { section: 'hours', id: file.hours, path: [path, 'hours'] },
    ...many('services', file.others?.service, [path, 'others', 'service']),
    ...many('contacts', file.others?.['told-by'], [path, 'others', 'told-by']),
  ];
}

export function followUpTexts({ 'follow-up': file }: Content): [FaultPath, LocalInput][] {
  return Object.entries(file?.others?.texts ?? {}).flatMap(
    ([id, { name, text }]): [FaultPath, LocalInput][] => [
      [['follow-up', 'others', 'texts', id, 'name'], name],
      [['follow-up', 'others', 'texts', id, 'text'], text],
    ],
  );
}

/** Every waiting must be able to end, and what is said must hold together. */
export const followUpHolds: LintRule = ({ content, names }) => {
  const file = content['follow-up'];
  if (file === undefined) return [];
  return [...workingHours(file), ...handsOn(file), ...toldBySomebody(file, names('sites'))];
};

type File = NonNullable<Content['follow-up']>;

function workingHours(file: File): Finding[] {
  if (file.counts !== 'working-hours' || file.hours !== undefined) return [];
  return [error(['follow-up', 'counts'], 'needs "hours": name the hours within which time counts')];
}

function handsOn(file: File): Finding[] {
  const both = file.judge === undefined ? [] : file['hands-on'].filter((each) => file.judged.includes(each));
  return both.map((each) =>
    error(
      ['follow-up', 'hands-on'],
      `has "${each}", which is judged first; take it out of "judged", or out of "hands-on"`,
    ),
  );
}

function toldBySomebody({ others }: File, sites: ReadonlySet<string> | null): Finding[] {
  const nobody = others !== undefined && others['told-by'] === undefined && (sites?.size ?? 1) === 0;
  return nobody
    ? [
        warning(
          ['follow-up', 'others'],
          'is told by nobody: name contacts in "told-by", or sites with managers',
        ),
      ]
    : [];
}
