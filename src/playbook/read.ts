import leven from 'leven';
import type { z } from 'zod';
import { error, type FaultPath, type Finding } from './fault.ts';
import { type PlaybookFile, playbookSchema } from './schema/playbook.ts';

/** A playbook's content as far as it can be read, what is wrong with its shape, and the names it does define. */
export interface ReadPlaybook {
  readonly content: PlaybookFile;
  readonly findings: readonly Finding[];
  readonly names: DefinedNames;
}

/** The ids of each section, those of broken entries included: a reference to one is not unknown. */
export type DefinedNames = (section: string) => ReadonlySet<string>;

const MAX_ROUNDS = 20;
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

/**
 * Checks the shape of a playbook and finds every fault in it. What is broken is left out, so that the rest can be
 * checked for its meaning too and all faults appear at once.
 */
export function readPlaybook(value: unknown): ReadPlaybook {
  const original = value as Record<string, unknown>;
  const names: DefinedNames = (section) => new Set(Object.keys(Object(original[section]) as object));
  const rest = structuredClone(original);
  const findings: Finding[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const result = playbookSchema.safeParse(rest);
    if (result.success) return { content: result.data, findings, names };
    const issues = result.error.issues.flatMap((issue) => toFindings(issue, rest));
    for (const issue of issues)
      if (!findings.some((known) => isAt(known.path, issue.path))) findings.push(issue);
    leaveOut(
      rest,
      issues.map((issue) => issue.path),
    );
  }
  return { content: playbookSchema.parse(STAND_INS), findings, names };
}

/** Sections that make sense only as a whole. */
const WHOLES = new Set(['holidays', 'languages', 'pages', 'classes']);

/** Removes the smallest parts that can be done without: entries of a section or list, else the section. */
function leaveOut(rest: Record<string, unknown>, paths: readonly FaultPath[]): void {
  const entries = new Map<string, Set<string | number>>();
  for (const [section, entry] of paths) {
    const held = rest[String(section)];
    const known = entries.get(String(section)) ?? new Set();
    if (entry !== undefined && !WHOLES.has(String(section)) && typeof held === 'object' && held !== null)
      known.add(entry);
    entries.set(String(section), known);
  }
  for (const [section, broken] of entries) {
    const held = rest[section];
    const whole = broken.size === 0 || Object.keys(Object(held) as object).length === broken.size;
    if (whole) replaceSection(rest, section);
    else if (Array.isArray(held)) rest[section] = held.filter((_, i) => !broken.has(i));
    else
      rest[section] = Object.fromEntries(Object.entries(held as object).filter(([key]) => !broken.has(key)));
  }
}

function replaceSection(rest: Record<string, unknown>, section: string): void {
  if (STAND_INS[section] === undefined) Reflect.deleteProperty(rest, section);
  else rest[section] = STAND_INS[section];
}

function isAt(known: FaultPath, path: FaultPath): boolean {
  return known.length === path.length && known.every((part, i) => part === path[i]);
}

function toFindings(issue: z.core.$ZodIssue, whole: unknown): Finding[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(path);
    return issue.keys.map((key) => error([...path, key], `is unknown here${suggestion(key, known)}`));
  }
  if (issue.code === 'invalid_key')
    return [error(path, 'is no id; use lower-case letters a to z, digits and single hyphens')];
  if (issue.code === 'invalid_type' && valueAt(whole, path) === undefined) {
    return [error(path, 'is missing; see docs/playbook.md')];
  }
  return [error(path, clean(issue))];
}

function clean(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return `is too long: at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ' entries'}`;
    case 'invalid_type':
      return issue.message.startsWith('Invalid input')
        ? `has the wrong kind of value: a ${KINDS[issue.expected] ?? issue.expected} is expected`
        : issue.message;
    default:
      return issue.message;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  object: 'group of "name: value" lines',
  record: 'group of "name: value" lines',
  array: 'list',
  string: 'text in quotes',
};

function valueAt(whole: unknown, path: FaultPath): unknown {
  return path.reduce<unknown>(
    (value, part) => (Object(value) as Record<string | number, unknown>)[part],
    whole,
  );
}

/** The nearest known word, if it is near enough to be meant. */
export function suggestion(word: string, known: Iterable<string>): string {
  const [nearest] = [...known]
    .map((candidate) => ({ candidate, distance: leven(word, candidate) }))
    .sort((a, b) => a.distance - b.distance);
  if (nearest === undefined) return '';
  return nearest.distance <= Math.max(2, word.length / 3) ? `; did you mean "${nearest.candidate}"?` : '';
}

interface SchemaNode {
  readonly shape?: Record<string, SchemaNode>;
  readonly valueType?: SchemaNode;
  readonly element?: SchemaNode;
  readonly in?: SchemaNode;
  readonly options?: readonly SchemaNode[];
  unwrap?(): SchemaNode;
}

/** The keys that the schema knows at a path. */
function knownKeys(path: FaultPath): string[] {
  let node: SchemaNode | undefined = playbookSchema as unknown as SchemaNode;
  for (const part of path) {
    node = bare(node);
    node = node?.shape?.[String(part)] ?? node?.valueType ?? node?.element;
  }
  return Object.keys(bare(node)?.shape ?? {});
}

function bare(node: SchemaNode | undefined): SchemaNode | undefined {
  let inner = node;
  while (
    inner !== undefined &&
    inner.shape === undefined &&
    inner.valueType === undefined &&
    inner.element === undefined
  ) {
    const next: SchemaNode | undefined = inner.unwrap?.() ?? inner.in;
    if (next === undefined) break;
    inner = next;
  }
  return inner;
}
