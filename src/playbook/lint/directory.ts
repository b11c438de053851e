import { error, type Finding } from '../fault.ts';
import type { PlaybookFile } from '../schema/playbook.ts';
import { suggestion } from '../suggestion.ts';
import type { LintRule } from './context.ts';
import { many, type Reference } from './reference.ts';

/** What the part on the directory names. */
export function directoryReferences({ directory }: PlaybookFile): Reference[] {
  return [
    { section: 'policies', id: directory?.changes?.policy, path: ['directory', 'changes', 'policy'] },
    ...Object.entries(directory?.services ?? {}).flatMap(([id, { contact }]) =>
      many('contacts', contact, ['directory', 'services', id, 'contact']),
    ),
  ];
}

/** Who sees or may do what others do not is a role or a contact: a misspelt one would be nobody, in silence. */
export const directoryReaders: LintRule = ({ content, names }) => {
  const [roles, contacts] = [names('roles'), names('contacts')];
  if (roles === null || contacts === null) return [];
  const known = new Set([...roles, ...contacts]);
  const lists = [
    [['directory', 'private-numbers'], content.directory?.['private-numbers']],
    [['directory', 'reasons'], content.directory?.reasons],
    [['directory', 'changes', 'from'], content.directory?.changes?.from],
    [['away', 'for-others'], content.away?.['for-others']],
    [['away', 'on-call-by'], content.away?.['on-call-by']],
  ] as const;
  return lists.flatMap(([path, ids]): Finding[] =>
    (ids ?? [])
      .filter((id) => !known.has(id))
      .map((id) =>
        error(path, `names "${id}", which is neither a role nor a contact${suggestion(id, known)}`),
      ),
  );
};
