import type { status as en } from './en.ts';

export const status: Readonly<Record<keyof typeof en, string>> = {
  'status.title': 'Driftsstatus',
};
