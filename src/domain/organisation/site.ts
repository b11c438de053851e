import type { LocalText } from './language.ts';

/** A place or unit in the organisation's tree. */
export interface Site {
  readonly id: string;
  readonly name: LocalText;
  /** The unit that this one belongs to. */
  readonly parent: string | null;
  /** The contact who manages it, for the line of managers. */
  readonly manager: string | null;
  /** The contact whose phone is always open in the unit's working hours (scenario B4). */
  readonly contact: string | null;
}

/** A system or service that people report faults on. */
export interface Service {
  readonly id: string;
  readonly name: LocalText;
  /** Other words that people use for it, per language. */
  readonly aliases: Readonly<Partial<Record<string, readonly string[]>>>;
  /** The contact that supplies it, if from outside. */
  readonly supplier: string | null;
}

/** The sites from one up to the root; empty for an unknown or unnamed site. Cycles do not load. */
export function siteLine(sites: ReadonlyMap<string, Site>, from: string | null): Site[] {
  const line: Site[] = [];
  for (
    let site = sites.get(from ?? '');
    site !== undefined && !line.includes(site);
    site = sites.get(site.parent ?? '')
  )
    line.push(site);
  return line;
}
