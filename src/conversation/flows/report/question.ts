import type { Choice } from '../../messages.ts';

/** Something to choose as an answer. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly style?: Choice['style'];
}

/** One question of a report. */
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly options: readonly Option[];
  /** What may be written; null: the options only. */
  readonly hint: string | null;
  readonly picture: boolean;
}

export const QUESTION = {
  service: 'service',
  role: 'role',
  site: 'site',
  judge: 'judge',
  reached: 'reached',
  correct: 'correct',
} as const;

/** Values that stand for no id of the playbook: ids hold no "?". */
export const VALUE = {
  other: '?other',
  danger: '?danger',
  several: '?several',
  one: '?one',
  skip: '?skip',
  enough: '?enough',
} as const;
