import { NOTICE_LIMITS } from '../../../domain/notices/notice.ts';
import type { Language, LocalText } from '../../../domain/organisation/language.ts';
import type { Millis } from '../../../domain/timeline/timeline.ts';

/** What is being written: a new notice, or a change of one that is there. */
export type DraftKind =
  | 'outage'
  | 'maintenance'
  | 'update'
  | 'correct'
  | 'resolve'
  | 'retrospect'
  | 'finish'
  | 'extend'
  | 'cancel';

/**
 * A notice, or a change of one, as its author has filled it in so far. What they wrote stays as it is, so that it can be
 * put right; it is read anew each time. Plain data.
 */
export interface NoticeDraft {
  readonly kind: DraftKind;
  /** The notice that is changed; null: a new one. */
  readonly notice: string | null;
  readonly proposal: string | null;
  /** The language that the author writes; other languages' texts stand under `text@en` and the like. */
  readonly language: Language;
  /** What was written and chosen, by the ids of fields. */
  readonly values: Readonly<Record<string, string>>;
  /** The question that waits for an answer; null: a form or a preview stands. */
  readonly pending: string | null;
  /** Questions that were asked one by one, so that one can go back. */
  readonly asked: readonly string[];
  /** When something was last written: "in an hour" counts from then. */
  readonly at: Millis;
}

/** A field that is a text in the author's language, which can be translated. */
export const TEXTS = ['title', 'text', 'meanwhile', 'retrospect'] as const;
export type TextField = (typeof TEXTS)[number];

/** Where the text of a field in another language stands. */
export function inOther(field: TextField, language: Language): string {
  return `${field}@${language}`;
}

export function fieldValue({ values }: NoticeDraft, field: string): string {
  return values[field] ?? '';
}

/** The draft with some fields filled in. */
export function filled(
  draft: NoticeDraft,
  values: Readonly<Record<string, string>>,
  at: Millis,
): NoticeDraft {
  return { ...draft, values: { ...draft.values, ...values }, at };
}

/** A text in every language in which it was written. */
export function textOf(draft: NoticeDraft, field: TextField): LocalText {
  const others = Object.entries(draft.values).flatMap(([id, text]) => {
    const [name, language] = id.split('@');
    return name === field && language !== undefined ? [[language, text.trim()] as const] : [];
  });
  const all = [[draft.language, fieldValue(draft, field).trim()] as const, ...others];
  return Object.fromEntries(all.filter(([, text]) => text !== ''));
}

/** The texts that were written in the author's language and not in another one. */
export function missingIn(draft: NoticeDraft, language: Language): readonly TextField[] {
  if (language === draft.language) return [];
  return TEXTS.filter((field) => {
    const text = textOf(draft, field);
    return (text[draft.language] ?? '') !== '' && (text[language] ?? '') === '';
  });
}

export const DRAFT_LIMITS = {
  /** Characters of a text that stands in the messages. */
  text: NOTICE_LIMITS.text,
  title: NOTICE_LIMITS.title,
  /** Characters of the lines that tell parts, and support. */
  lines: 3000,
} as const;
