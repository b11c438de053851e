import type { Language } from '../domain/organisation/language.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import type { TurnEvent } from './event.ts';
import type { ConversationState } from './state.ts';
import { languageOf } from './understanding/language.ts';

/** Shorter texts do not tell a language for certain. */
const TELLING_WORDS = 3;

/**
 * The language to answer in: the one that was asked for, else the one that is written, else the platform's, else the
 * organisation's. What is written counts only for the organisation's languages and the platform's: "tack" is no wish.
 */
export function languageFor(playbook: Playbook, state: ConversationState, event: TurnEvent): Language {
  const wished = event.known.profile?.language ?? null;
  if (wished !== null) return wished;
  const written = event.what.kind === 'said' ? writtenIn(playbook, event, event.what.text) : null;
  return written ?? state.language ?? event.from.locale ?? playbook.languages[0];
}

function writtenIn(playbook: Playbook, event: TurnEvent, text: string): Language | null {
  if (text.trim().split(/\s+/).length < TELLING_WORDS) return null;
  const language = languageOf(text);
  if (language === null) return null;
  return playbook.languages.includes(language) || event.from.locale === language ? language : null;
}
