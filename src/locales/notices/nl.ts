import type { notices as en } from './en.ts';

export const notices: Readonly<Record<keyof typeof en, string>> = {
  'notice.window': 'Gepland onderhoud: {what}',
  'notice.everything': 'alle systemen',
};
