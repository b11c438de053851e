import type { Fact } from '../../../conversation/messages.ts';
import { isUnmarked, literal } from '../literal.ts';

/**
 * What may be missing is a list of none or one: a template repeats a piece for each entry, so none leaves nothing.
 * Every text goes through `literal`.
 */
export function some(text: string | null | undefined): string[] {
  return text === null || text === undefined || text === '' ? [] : [literal(text)];
}

export function literals(texts: readonly string[]): string[] {
  return texts.flatMap(some);
}

/** A heading that a screen reader can jump to; or the same to look at, for a text that Markdown would change. */
export function headingData(text: string): { heading: { plain: string[]; marked: string[] } } {
  return { heading: isUnmarked(text) ? { plain: [text], marked: [] } : { plain: [], marked: some(text) } };
}

export function factsData(facts: readonly Fact[]): object[] {
  return facts.map(({ label, value }, i) => ({
    label: literal(label),
    value: literal(value),
    spacing: i === 0 ? 'Medium' : 'Small',
  }));
}

/** What happened, with its time where it is known. */
export function historyData(rows: readonly { readonly at: string; readonly text: string }[]): object[] {
  return rows.map(({ at, text }) => ({ at: some(at).map((time) => `${time}  `), text: literal(text) }));
}

/** Container styles by what a message is about. */
export const TONES = { good: 'good', warning: 'warning', plain: 'default' } as const;
