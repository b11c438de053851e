/** Bytes of a line, without its end (RFC 5545, 3.1). */
const LINE_BYTES = 75;

/** A value of type TEXT (RFC 5545, 3.3.11). Line ends become `\n`; other controls are not for this, and must be gone. */
export function textValue(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

/** An instant in UTC. */
export function utcValue(at: number): string {
  const text = Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'second' });
  return text.replace(/[-:]/g, '');
}

/** Content lines as they are sent: each folded after at most 75 bytes, never within a character, each with its end. */
export function contentLines(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function folded(line: string): string {
  if (Buffer.byteLength(line) <= LINE_BYTES) return line;
  const rows: string[] = [];
  let [row, bytes] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > LINE_BYTES) {
      rows.push(row);
      // The blank that begins each further line counts.
      [row, bytes] = [' ', 1];
    }
    row += character;
    bytes += size;
  }
  return [...rows, row].join('\r\n');
}
