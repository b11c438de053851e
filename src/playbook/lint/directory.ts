import { error, type Finding } from '../fault.ts';
import type { PlaybookFile } from '../schema/playbook.ts';
import { suggestion } from '../suggestion.ts';
import type { LintRule } from './context.ts';
import { many, type Reference } from './reference.ts';

/** What the part on the directory names. */
export function directoryReferences({ directory }: PlaybookFile): Reference[] {
  return Object.entries(directory?.services ?? {}).flatMap(([id, { contact }]) =>
    many('contacts', contact, ['directory', 'services', id, 'contact']),
  );
}

/** Who sees what others do not is a role or a contact: a misspelt one would be nobody, in silence. */
export const directoryReaders: LintRule = ({ content, names }) => {
  const [roles, contacts] = [names('roles'), names('contacts')];
  if (content.directory === undefined || roles === null || contacts === null) return [];
  const known = new Set([...roles, ...contacts]);
  return (['private-numbers', 'reasons'] as const).flatMap((part): Finding[] =>
    (content.directory?.[part] ?? [])
      .filter((id) => !known.has(id))
      .map((id) =>
        error(
          ['directory', part],
          `names "${id}", which is neither a role nor a contact${suggestion(id, known)}`,
        ),
      ),
  );
};
