/** A table as RFC 4180 has it. What a spreadsheet would take for a formula has an apostrophe before it. */
export function csvOf<C extends string>(
  columns: readonly C[],
  rows: readonly Readonly<Record<C, string>>[],
): string {
  const cell = (text: string): string =>
    `"${text.replace(/^[=+\-@\t\r]/, (first) => `'${first}`).replaceAll('"', '""')}"`;
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(','));
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}
