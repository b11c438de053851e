import type { FaultPath } from '../../fault.ts';
import type { PlaybookFile } from '../../schema/playbook.ts';
import { many, type Reference } from '../reference.ts';
import { allEnds } from './ends.ts';

/** What triage and the matters that are no fault refer to. */
export function triageReferences(content: PlaybookFile): Reference[] {
  return [
    ...Object.entries(content.triage).flatMap(([id, { service, role }]) => [
      ...many('services', service, ['triage', id, 'service']),
      ...many('roles', role, ['triage', id, 'role']),
    ]),
    ...allEnds(content).flatMap(({ path, end }) => [
      ...many('circumstances', end.is, [...path, 'is']),
      ...targets(end, path),
    ]),
    ...Object.entries(content.matters).flatMap(([name, matter]) => targets(matter ?? {}, ['matters', name])),
  ];
}

interface Targets {
  readonly service?: string | undefined;
  readonly policy?: string | undefined;
  readonly routine?: string | undefined;
}

function targets({ service, policy, routine }: Targets, path: FaultPath): Reference[] {
  return [
    { section: 'services', id: service, path: [...path, 'service'] },
    { section: 'policies', id: policy, path: [...path, 'policy'] },
    { section: 'routines', id: routine, path: [...path, 'routine'] },
  ];
}
