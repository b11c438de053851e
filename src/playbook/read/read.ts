import type { z } from 'zod';
import type { FaultPath, Finding } from '../fault.ts';
import { LIMITS } from '../limits.ts';
import type { LintContext } from '../lint/context.ts';
import { type PlaybookFile, playbookSchema } from '../schema/playbook.ts';
import { meantKey, ownWords, toFindings } from './messages.ts';
import { Remainder } from './remainder.ts';
import { isGroup, isOnWay, valueAt } from './values.ts';

/** What is wrong with a playbook's shape, and what could be read of it. */
export interface ReadPlaybook {
  readonly findings: readonly Finding[];
  /** Null where so much is wrong that the rest tells nothing. */
  readonly context: LintContext | null;
}

/** Removing what is broken uncovers at most the levels above it. */
const MAX_ROUNDS = 20;

/**
 * Checks the shape of a playbook and finds every fault in it. What is broken is left out, so that the rest can be
 * checked for its meaning too and all faults appear at once.
 */
export function readPlaybook(original: Readonly<Record<string, unknown>>): ReadPlaybook {
  const rest = new Remainder(original);
  const findings: Finding[] = [];
  const unsound: FaultPath[] = [];
  for (let round = 0; round < MAX_ROUNDS && findings.length <= LIMITS.faults; round++) {
    const result = playbookSchema.safeParse(rest.value, { error: ownWords });
    if (result.success) return { findings, context: contextOf(original, result.data, rest, unsound) };
    const found = newFindings(result.error.issues, rest, unsound);
    findings.push(...found.findings);
    unsound.push(...found.unsound);
    rest.leaveOut(result.error.issues.flatMap(brokenPaths));
  }
  return { findings, context: null };
}

function contextOf(
  original: Readonly<Record<string, unknown>>,
  content: PlaybookFile,
  rest: Remainder,
  unsound: readonly FaultPath[],
): LintContext {
  const isSound = (path: FaultPath) => isSoundIn(unsound, path);
  return {
    content,
    isSound,
    names(section) {
      const held = original[section];
      if (isGroup(held)) return new Set(Object.keys(held));
      return isSound([section]) ? new Set() : null;
    },
    listed: (section) => content[section].map((entry, i) => [rest.placeOf(section, i), entry]),
  };
}

/** What a round finds that does not merely follow from what is known already. */
function newFindings(
  issues: readonly z.core.$ZodIssue[],
  rest: Remainder,
  unsound: readonly FaultPath[],
): { findings: Finding[]; unsound: FaultPath[] } {
  const fresh = issues
    .filter((issue) => brokenPaths(issue).some((path) => isSoundIn(unsound, rest.pathInFile(path))))
    .slice(0, LIMITS.faults + 1);
  const meant = fresh.flatMap((issue) => misspelt(issue, rest));
  const found = fresh
    .flatMap((issue) => toFindings(issue, rest.value))
    .slice(0, LIMITS.faults + 1)
    .map((finding) => ({ ...finding, path: rest.pathInFile(finding.path) }));
  const places = found.map(({ path }) => path);
  return {
    findings: found.filter(({ path }, i) => !follows(path, [...places.slice(0, i), ...meant], places)),
    unsound: [...places, ...meant],
  };
}

/**
 * One fault a place; a misspelt key explains that the right one is missing, and a fault within an entry one of the
 * whole entry.
 */
function follows(path: FaultPath, told: readonly FaultPath[], all: readonly FaultPath[]): boolean {
  const samePlace = (place: FaultPath) => place.length === path.length && isOnWay(place, path);
  const within = (place: FaultPath) => path.length > 1 && place.length > path.length && isOnWay(place, path);
  return told.some(samePlace) || all.some(within);
}

function misspelt(issue: z.core.$ZodIssue, rest: Remainder): FaultPath[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const path = pathOf(issue);
  const present = new Set(Object.keys(Object(valueAt(rest.value, path)) as object));
  return issue.keys
    .slice(0, LIMITS.faults)
    .map((key) => meantKey(key, path, present))
    .filter((key) => key !== undefined)
    .map((key) => rest.pathInFile([...path, key]));
}

function brokenPaths(issue: z.core.$ZodIssue): FaultPath[] {
  const path = pathOf(issue);
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
}

function pathOf(issue: z.core.$ZodIssue): FaultPath {
  return issue.path.filter((part) => typeof part !== 'symbol');
}

function isSoundIn(unsound: readonly FaultPath[], path: FaultPath): boolean {
  return !unsound.some((broken) => isOnWay(broken, path));
}
