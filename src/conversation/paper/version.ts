import { hash } from 'node:crypto';
import type { Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Audience } from '../who/audience.ts';
import { standingWords } from './pack.ts';

/** Letters and digits that nobody takes for each other on paper. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 5;

/** Versions as they are printed. */
export const PAPER_VERSION: RegExp = new RegExp(`^[${LETTERS}]{${LENGTH}}$`);

const known = new WeakMap<Playbook, Map<string, string>>();

/**
 * The version of what an organisation has on paper, as `K7M2Q`: made of what a reader sees, so that it changes when a routine, a
 * number or hours change, and not when somebody only moves lines of the playbook, nor when days go by.
 */
export function paperVersion(playbook: Playbook, language: Language, audience: Audience): string {
  const ofPlaybook = known.get(playbook) ?? new Map<string, string>();
  known.set(playbook, ofPlaybook);
  const name = `${language} ${audience}`;
  const version = ofPlaybook.get(name) ?? versionOf(playbook, language, audience);
  ofPlaybook.set(name, version);
  return version;
}

/** The version on the page that units are sent to print, in the organisation's own language. */
export function printedVersion(playbook: Playbook): string {
  const audience = playbook.pages.routine === 'link' ? 'trusted' : 'everybody';
  return paperVersion(playbook, playbook.languages[0], audience);
}

function versionOf(playbook: Playbook, language: Language, audience: Audience): string {
  const bytes = hash('sha256', JSON.stringify(standingWords(playbook, language, audience, null)), 'buffer');
  return Array.from(bytes.subarray(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');
}
