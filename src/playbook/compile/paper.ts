import type { PackRules } from '../../domain/paper/pack-letters.ts';
import type { PaperRule } from '../../domain/paper/paper.ts';
import { PACK_DAYS, type PackFile } from '../schema/pack.ts';
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

/** Who gets the emergency pack by mail; null: nobody. */
export function compilePack(pack: PackFile | undefined): PackRules | null {
  if (pack === undefined) return null;
  return {
    mail: [...new Set(pack.mail.map((address) => address.toLowerCase()))],
    day: PACK_DAYS.indexOf(pack.day) + 1,
    at: pack.at,
  };
}
