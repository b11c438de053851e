import type { PaperRule } from '../../domain/paper/paper.ts';
import type { PaperFile } from '../schema/paper.ts';
import { type Localise, mapValues } from './texts.ts';

/** What units must have on paper, in the order of the file. */
export function compilePaper(
  paper: Readonly<Record<string, PaperFile>>,
  local: Localise,
): ReadonlyMap<string, PaperRule> {
  return mapValues(paper, ({ name, routines, numbers, units, within, again, tell }, id) => ({
    ...{ id, name: local(name), routines: routines ?? null, numbers, within, again, tell: tell ?? [] },
    units: new Map(Object.entries(units)),
  }));
}
