import type { DirectoryRules } from '../../domain/people/rules.ts';
import type { DirectoryFile } from '../schema/directory.ts';
import { daysInMs } from './commitment.ts';
import { type Localise, mapValues } from './texts.ts';

/** How the organisation's directory is searched; null: it has none. */
export function compileDirectory(file: DirectoryFile | undefined, local: Localise): DirectoryRules | null {
  if (file === undefined) return null;
  return {
    services: mapValues(file.services, ({ name, aliases, contact }, id) => ({
      ...{ id, name: local(name), aliases: aliases ?? {}, contacts: contact },
    })),
    changes:
      file.changes === undefined
        ? null
        : { from: file.changes.from, policy: file.changes.policy, askMs: daysInMs(file.changes.ask) },
    privateFor: file['private-numbers'] ?? [],
    reasonsFor: file.reasons ?? [],
  };
}
