import type { Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { say } from '../../locales/say.ts';
import { momentInWords } from './moment.ts';

/** What to say above an answer that is made from memory, because the store cannot be asked: what may be missing in it. */
export function memoryMark(playbook: Playbook, language: Language, now: Temporal.ZonedDateTime): string[] {
  const { fromMemory } = playbook;
  if (fromMemory === undefined) return [];
  const { heardAt } = fromMemory;
  if (heardAt === null) return [say(language, 'memory.only')];
  const at = momentInWords(heardAt.toZonedDateTimeISO(playbook.timezone), now, language);
  return [say(language, 'memory.as-of', { at })];
}
