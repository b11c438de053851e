import type { Duty } from '../../domain/duties/duty.ts';
import type { DutyFile } from '../schema/duties.ts';
import { type Localise, mapValues } from './texts.ts';

/** What units do again and again, in the order of the file. */
export function compileDuties(
  duties: Readonly<Record<string, DutyFile>>,
  local: Localise,
  spans: (hours: string) => Duty['spansOn'],
): ReadonlyMap<string, Duty> {
  return mapValues(duties, ({ name, what, proof, routine, units, hours, again, files }, id) => ({
    ...{ id, name: local(name), routine: routine ?? null, files: files ?? null },
    what: what === undefined ? null : local(what),
    proof: proof === undefined ? null : local(proof),
    units: new Map(Object.entries(units)),
    spansOn: spans(hours),
    againMs: again.total('milliseconds'),
  }));
}
