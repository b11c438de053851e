import { globSync } from 'node:fs';

/** Test files that run in one process of mocha. */
export interface Group {
  readonly name: string;
  readonly files: readonly string[];
}

/** Every file of the tests is in exactly one group: the first that names it. */
const ALL = 'test/**/*.test.ts';

/**
 * What takes longest comes first, so that both lanes end at about the same time. Suites that use the same ports
 * (Microsoft's own client has a fixed one) share a group.
 */
const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  journeys: ['test/journeys/*.test.ts'],
  'kills and pages': ['test/e2e/*-kill.test.ts', 'test/e2e/{cards,board,who-page,status-page}.test.ts'],
  'the real service': ['test/e2e/*.test.ts'],
  'parts, in all their cases': ['test/unit/**/*.test.ts'],
  'ports, recordings, and what is left': [ALL],
};

/** @param found the paths of files that match a pattern */
export function groups(found: (pattern: string) => readonly string[] = filesOf): readonly Group[] {
  const taken = new Set<string>();
  return Object.entries(PATTERNS).map(([name, patterns]) => {
    const files = patterns.flatMap((pattern) => found(pattern)).filter((file) => !taken.has(file));
    for (const file of files) taken.add(file);
    return { name, files: [...new Set(files)] };
  });
}

function filesOf(pattern: string): readonly string[] {
  return globSync(pattern).sort();
}
