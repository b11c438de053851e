import { hash } from 'node:crypto';
import type { StandingWords } from '../conversation/paper/pack.ts';

/** Letters and digits that nobody takes for each other on paper. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * The version of what stands on paper, as `K7M2Q`: made of what a reader sees, so that it changes when a routine, a number or hours
 * change, and not when somebody only moves lines of the playbook.
 */
export function paperVersion(words: StandingWords): string {
  const { organisation, routines, numbers } = words;
  const bytes = hash('sha256', JSON.stringify([organisation, routines, numbers]), 'buffer');
  return Array.from({ length: 5 }, (_, i) => LETTERS[(bytes[i] ?? 0) % LETTERS.length]).join('');
}
