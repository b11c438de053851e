import type { Language } from '../../domain/organisation/language.ts';
import { say } from '../../locales/say.ts';
import { standingChoice } from './standing.ts';

/** The words on a standing choice; null if the id is none. */
export function standingLabel(id: string, language: Language): string | null {
  const choice = standingChoice(id);
  return choice === null ? null : say(language, `notice.do-${choice.deed}`);
}
