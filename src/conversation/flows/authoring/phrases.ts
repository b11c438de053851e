import type { Language, LocalText } from '../../../domain/organisation/language.ts';
import type { Playbook } from '../../../domain/organisation/playbook.ts';
import { type ReadWindow, type ReadWindows, readWindows } from '../../notices/reading/read-windows.ts';
import { fieldValue, type NoticeDraft } from './draft.ts';

// What stands in the lines of a window in the author's words: effects, and how support is reached. Each other language has
// them as one field, a line for each.

/** Where the phrases of another language stand. */
export function phrasesIn(language: Language): string {
  return `phrases@${language}`;
}

/** The windows that the lines of a draft tell. */
export function windowsOf(playbook: Playbook, draft: NoticeDraft): ReadWindows {
  const now = Temporal.Instant.fromEpochMilliseconds(draft.at).toZonedDateTimeISO(playbook.timezone);
  const context = { playbook, language: draft.language, now };
  return readWindows(context, fieldValue(draft, 'parts'), fieldValue(draft, 'support'));
}

/** The author's phrases, each once, in the order of the lines. */
export function phrasesOf({ language }: NoticeDraft, windows: readonly ReadWindow[]): readonly string[] {
  const all = windows.flatMap(({ parts, support }) => [
    ...parts.map(({ effect }) => effect[language]),
    ...support.map(({ text }) => text[language]),
  ]);
  return [...new Set(all.filter((text) => text !== undefined && text !== ''))] as string[];
}

/** The phrases as they are said in another language; null: not yet, or not as many. */
export function translated(
  draft: NoticeDraft,
  phrases: readonly string[],
  language: Language,
): readonly string[] | null {
  const lines = fieldValue(draft, phrasesIn(language))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.length === phrases.length ? lines : null;
}

/** The windows with their phrases in every language in which they were written. */
export function withPhrases(
  draft: NoticeDraft,
  windows: readonly ReadWindow[],
  languages: readonly Language[],
): readonly ReadWindow[] {
  const phrases = phrasesOf(draft, windows);
  const known = languages.flatMap((language) => {
    const lines = translated(draft, phrases, language);
    return lines === null || language === draft.language ? [] : [[language, lines] as const];
  });
  const said = (text: LocalText): LocalText => {
    const at = phrases.indexOf(text[draft.language] ?? '');
    const others = known.map(([language, lines]) => [language, lines[at] ?? ''] as const);
    return at < 0 ? text : { ...text, ...Object.fromEntries(others) };
  };
  return windows.map(({ parts, support }) => ({
    parts: parts.map((part) => ({ ...part, effect: said(part.effect) })),
    support: support.map((time) => ({ ...time, text: said(time.text) })),
  }));
}
