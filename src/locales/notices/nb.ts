import type { notices as en } from './en.ts';

export const notices: Readonly<Record<keyof typeof en, string>> = {
  'notice.window': 'Planlagt arbeid: {what}',
  'notice.everything': 'alle systemer',
};
