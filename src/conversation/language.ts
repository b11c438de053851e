import type { Language } from '../domain/organisation/language.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import type { TurnEvent } from './event.ts';
import type { ConversationState } from './state.ts';
import { languageOf } from './understanding/language.ts';

/** Shorter texts do not tell a language for certain; to change it in the midst of a conversation takes more. */
const TELLING_WORDS = 3;
const CHANGING_WORDS = 4;
/** Characters that are looked at. */
const MOST_READ = 2000;
/** Markup and addresses are in no language. */
const NO_LANGUAGE = /<[^<>]*>|\$\{[^{}]*\}|https?:\S+/g;

/**
 * The language to answer in: the one that was asked for, else the one that is written, else the platform's, else the
 * organisation's. What is written counts only for the organisation's languages and the platform's: "tack" is no wish.
 */
export function languageFor(playbook: Playbook, state: ConversationState, event: TurnEvent): Language {
  const wished = event.known.profile?.language ?? null;
  if (wished !== null) return wished;
  const isOwn = event.what.kind === 'said' && !isTranslating(state);
  const written = isOwn ? writtenIn(playbook, state, event, event.what.text) : null;
  // Of IT's desk it does not matter who happened to write first.
  const own = event.from.desk ? null : (event.from.locale ?? event.known.identity?.language);
  return written ?? state.language ?? own ?? playbook.languages[0];
}

/** Whether a text in another language was asked for: whoever gives it does not want to be answered in it. */
function isTranslating({ flow }: ConversationState): boolean {
  return flow?.name === 'notice' && flow.draft.pending?.includes('@') === true;
}

function writtenIn(
  playbook: Playbook,
  state: ConversationState,
  event: TurnEvent,
  text: string,
): Language | null {
  const words = text.slice(0, MOST_READ).replace(NO_LANGUAGE, ' ').trim();
  const needed = state.language === null ? TELLING_WORDS : CHANGING_WORDS;
  if (words.split(/\s+/).length < needed) return null;
  const language = languageOf(words);
  if (language === null) return null;
  return playbook.languages.includes(language) || event.from.locale === language ? language : null;
}
