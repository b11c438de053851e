import type { Language } from '../domain/organisation/language.ts';

/** A page with little on it: what is so, and at most one thing to do. All of it is plain text. */
export interface SmallPage {
  /** Of HTTP. */
  readonly status: number;
  readonly language: Language;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly list: { readonly heading: string; readonly items: readonly string[] } | null;
  /** Lines to be copied; null for none. */
  readonly code: string | null;
  /** A button that leads to an address of our own. */
  readonly action: { readonly words: string; readonly address: string } | null;
  /** What is said below that, smaller; null for nothing. */
  readonly remark: string | null;
  /** The same page in other languages. */
  readonly others: readonly { readonly language: Language; readonly address: string }[];
}
