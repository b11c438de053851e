import type { en } from './en.ts';

/** The key of one of the product's texts. */
export type TextKey = keyof typeof en;
/** All texts in one language. */
export type Catalogue = Readonly<Record<TextKey, string>>;
