/** A line that is on one of two versions of a sheet. */
export interface LineChange {
  readonly what: 'added' | 'removed';
  readonly line: string;
}

/** What is not the same on two versions of a sheet, what went before what came; empty where only the order is another. */
export function lineChanges(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  return [
    ...without(before, after).map((line): LineChange => ({ what: 'removed', line })),
    ...without(after, before).map((line): LineChange => ({ what: 'added', line })),
  ];
}

/** The lines of one that the other has not, or not so often. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
