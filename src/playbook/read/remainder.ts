import type { FaultPath } from '../fault.ts';
import { isGroup } from './values.ts';

/** What a playbook must have, harmless, where the real thing cannot be read. Nothing is reported of them. */
const STAND_INS: Readonly<Record<string, unknown>> = {
  organisation: 'unnamed',
  name: 'unnamed',
  languages: ['en'],
  timezone: 'UTC',
  holidays: { country: 'SE' },
  contacts: {},
  fallback: 'unnamed',
  policies: {},
  routes: [{ class: 'normal', policy: 'unnamed' }],
};

/** A playbook's value without its broken parts; remembers which entries of a list are left. */
export class Remainder {
  readonly value: Record<string, unknown>;
  readonly #kept = new Map<string, readonly number[]>();

  constructor(original: Readonly<Record<string, unknown>>) {
    this.value = structuredClone(original);
  }

  /** The place in the file of an entry that now stands at `index`. */
  placeOf(section: string, index: number): number {
    return this.#kept.get(section)?.[index] ?? index;
  }

  /** A path in the file, for one in the remainder. */
  pathInFile(path: FaultPath): FaultPath {
    const [section, index, ...rest] = path;
    return typeof index === 'number'
      ? [String(section), this.placeOf(String(section), index), ...rest]
      : path;
  }

  /**
   * Leaves out the smallest parts that can be done without: a key, else the entry it belongs to, else the section. An
   * entry of a list goes as a whole: a route without its `service` would be another route.
   */
  leaveOut(paths: readonly FaultPath[]): void {
    const entries = new Map<string, Set<number>>();
    for (const path of paths) {
      const [section, index] = path;
      if (Array.isArray(this.value[String(section)]) && typeof index === 'number')
        entries.set(String(section), (entries.get(String(section)) ?? new Set()).add(index));
      else removeKey(this.value, path);
    }
    for (const [section, broken] of entries) this.#removeEntries(section, broken);
    for (const [section, standIn] of Object.entries(STAND_INS))
      if (paths.some((path) => path[0] === section)) this.value[section] ??= standIn;
  }

  #removeEntries(section: string, broken: ReadonlySet<number>): void {
    const list = this.value[section] as unknown[];
    const left = list.map((_, i) => i).filter((i) => !broken.has(i));
    this.#kept.set(
      section,
      left.map((i) => this.placeOf(section, i)),
    );
    this.value[section] = left.map((i) => list[i]);
    if (left.length === 0) Reflect.deleteProperty(this.value, section);
  }
}

/** Removes the last key of a path that stands in the value. */
function removeKey(whole: Record<string, unknown>, path: FaultPath): void {
  let holder: unknown = whole;
  let last: { holder: Record<string, unknown>; key: string } | undefined;
  for (const part of path) {
    if (isGroup(holder) && Object.hasOwn(holder, String(part))) last = { holder, key: String(part) };
    holder = (Object(holder) as Record<string | number, unknown>)[part];
  }
  if (last !== undefined) Reflect.deleteProperty(last.holder, last.key);
}
