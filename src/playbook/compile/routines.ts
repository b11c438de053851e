import type { Routine, RoutineStep } from '../../domain/routines/routine.ts';
import type { PlaybookFile } from '../schema/playbook.ts';
import { type Localise, mapValues } from './texts.ts';

type StepFile = PlaybookFile['routines'][string]['steps'][number];

/** The fallback routines, in the order of the file. */
export function compileRoutines(content: PlaybookFile, local: Localise): ReadonlyMap<string, Routine> {
  const step = ({ text, contacts }: StepFile): RoutineStep => ({ text: local(text), contacts });
  return mapValues(
    content.routines,
    (file, id): Routine => ({
      id,
      name: local(file.name),
      when: file.when === undefined ? null : local(file.when),
      services: file.service ?? null,
      sites: file.site ?? null,
      roles: file.role ?? null,
      onlyWhenDeclared: file['only-when-declared'],
      steps: file.steps.map(step),
      afterwards: file.afterwards.map(step),
    }),
  );
}
