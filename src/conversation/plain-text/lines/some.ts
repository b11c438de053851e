import type { Fact } from '../../messages.ts';
import type { Block } from '../plain-text.ts';

/** What is there, as a list of none or one. */
export function some(text: string | null | undefined): string[] {
  return text === null || text === undefined || text === '' ? [] : [text];
}

/** Lines with the same indentation, for what has several. */
export function indented(text: string, by: string): string {
  return text.replaceAll('\n', `\n${by}`);
}

export function factLines(facts: readonly Fact[], by = ''): Block {
  return facts.map(({ label, value }) => `${by}${label}: ${indented(value, `${by}  `)}`);
}

/** What happened, a row each. */
export function historyLines(rows: readonly { readonly at: string; readonly text: string }[]): Block {
  return rows.map(({ at, text }) => `- ${[...some(at), indented(text, '  ')].join(': ')}`);
}

export function withHeading(heading: string, lines: Block): Block {
  return lines.length === 0 ? [] : [`${heading}:`, ...lines];
}
