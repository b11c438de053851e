import type { Draft } from './report/draft.ts';

/** What is going on in a conversation. Plain data. */
export type Flow =
  | { readonly name: 'report'; readonly begun: number; readonly draft: Draft }
  /** Waits for a text to be added to a report. */
  | { readonly name: 'add'; readonly begun: number; readonly report: string }
  /** Waits for a word from IT about an outage. */
  | { readonly name: 'word'; readonly begun: number; readonly outage: string };
