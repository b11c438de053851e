import type { notices as en } from './en.ts';

export const notices: Readonly<Record<keyof typeof en, string>> = {
  'notice.window': 'Planerat arbete: {what}',
  'notice.everything': 'alla system',
};
