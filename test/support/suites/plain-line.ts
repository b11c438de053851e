/** How many tests went how. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The line by which a run ends. */
export function plainLine({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** What such a line says; null: it is another line. */
export function countOf(line: string): Count | null {
  const match = /^(\d+) passed, (\d+) failed, (\d+) skipped$/.exec(line);
  if (match === null) return null;
  const [passed = 0, failed = 0, skipped = 0] = match.slice(1).map(Number);
  return { passed, failed, skipped };
}

export function sum(counts: readonly Count[]): Count {
  return counts.reduce(
    (all, { passed, failed, skipped }) => ({
      passed: all.passed + passed,
      failed: all.failed + failed,
      skipped: all.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** So much of a message stands in the line of a failure (characters). */
const MESSAGE_LENGTH = 400;

/** The line by which a failed test is told again at the end, where somebody who sees only the end of a long run finds it. */
export function failureLine(title: string, message: string): string {
  return `failed: ${`${title}: ${message}`.replaceAll(/\s+/g, ' ').slice(0, MESSAGE_LENGTH)}`;
}

export function isFailureLine(line: string): boolean {
  return line.startsWith('failed: ');
}
