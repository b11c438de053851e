import type { z } from 'zod';
import { error, type FaultPath, type Finding } from '../fault.ts';
import { LIMITS } from '../limits.ts';
import { nearest, suggestion } from '../suggestion.ts';
import { descriptionAt, knownKeys } from './schema-words.ts';
import { valueAt } from './values.ts';

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
  object: 'a group of "name: value" lines',
  record: 'a group of "name: value" lines',
  array: 'a list',
  string: 'a text',
  boolean: 'true or false',
};

/** Words for what the schema itself has no words for; none of zod's own reach the user. */
export const ownWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return `is ${kindOf(issue.input)}, where ${KINDS[issue.expected] ?? issue.expected} is expected`;
    case 'too_small':
      return 'is empty; give it at least one entry, or leave the line out';
    case 'invalid_value':
      return `is unknown; write ${issue.values.join(' or ')}`;
    default:
      return 'cannot be used here; see docs/playbook.md';
  }
};

/**
 * What a person should read of an issue.
 * @param whole what was checked, to see what stands at the issue's path
 */
export function toFindings(issue: Issue, whole: unknown): Finding[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  const value = valueAt(whole, path);
  if (value === undefined) return [error(path, `is missing${meaning(path)}`)];
  if (value === null)
    return [
      error(
        path,
        `has nothing after the colon; fill it in, or remove the line if it is not needed${meaning(path)}`,
      ),
    ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, path);
    case 'too_big':
      return [error(path, tooLong(issue))];
    case 'invalid_key':
      return [error(path, issue.issues[0]?.message ?? issue.message)];
    case 'invalid_union':
      return unionFindings(issue, path, whole);
    case 'invalid_type':
      return [error(path, `${issue.message}${howToWrite(issue.expected, value, path)}`)];
    default:
      return [error(path, issue.message)];
  }
}

/** The key that was probably meant by an unknown one, if it does not stand there already. */
export function meantKey(key: string, path: FaultPath, present: ReadonlySet<string>): string | undefined {
  return nearest(
    key,
    knownKeys(path).filter((known) => !present.has(known)),
  );
}

function unknownKeys(keys: readonly string[], path: FaultPath): Finding[] {
  const known = knownKeys(path);
  return keys.slice(0, LIMITS.faults + 1).map((key) => {
    const hint = suggestion(key, known) || `; known are ${known.join(', ')}`;
    return error([...path, key], `is unknown here${hint}`);
  });
}

/** The faults of the one alternative that was evidently meant, else the union's own words. */
function unionFindings(issue: z.core.$ZodIssueInvalidUnion, path: FaultPath, whole: unknown): Finding[] {
  const meant = issue.errors.filter((faults) => !faults.some(isWholeOfWrongKind));
  if (meant.length !== 1) return [error(path, issue.message)];
  return (meant[0] ?? []).flatMap((inner) => toFindings({ ...inner, path: [...path, ...inner.path] }, whole));
}

function isWholeOfWrongKind(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}

function tooLong({ maximum, origin, message }: z.core.$ZodIssueTooBig): string {
  if (origin !== 'string' && origin !== 'array') return message;
  return `is too long: at most ${maximum} ${origin === 'string' ? 'characters' : 'entries'}`;
}

function howToWrite(expected: string, value: unknown, path: FaultPath): string {
  if (expected === 'array')
    return typeof value === 'object' ? '; start each entry with a dash' : `; write [${value}]`;
  const known = expected === 'object' || expected === 'record' ? knownKeys(path) : [];
  return known.length === 0 ? '' : `; known are ${known.join(', ')}`;
}

function meaning(path: FaultPath): string {
  const says = descriptionAt(path);
  return says === undefined ? '' : `. It says: ${says}`;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of lines';
  return typeof value === 'string' ? `the text "${shortened(value)}"` : `the ${typeof value} ${value}`;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
