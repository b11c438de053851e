import type { Happening } from '../../../../conversation/event.ts';

/** What an activity means: something that happened, with signs by which its repetition is known; or why nothing did. */
export type Meaning =
  | { readonly what: Happening; readonly signs: readonly string[] }
  | { readonly ignored: string };
