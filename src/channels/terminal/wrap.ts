/** Breaks lines between words, keeping their indentation. A word that is too long stays whole: it may be an address. */
export function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, width))
    .join('\n');
}

function wrapLine(line: string, width: number): string {
  if (line.length <= width) return line;
  const [indent = ''] = /^\s*(?:- |\d+\. |\[.\] )?/.exec(line) ?? [];
  const rows: string[] = [];
  let row = indent;
  let isEmpty = true;
  for (const word of line.slice(indent.length).split(' ')) {
    if (!isEmpty && row.length + 1 + word.length > width) {
      rows.push(row);
      row = ' '.repeat(indent.length);
      isEmpty = true;
    }
    row += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...rows, row].join('\n');
}
