import type { MatterClass } from '../../domain/contacts/contact.ts';
import { who } from '../../domain/contacts/who.ts';
import { inLanguage, type Language } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { say } from '../../locales/say.ts';
import type { CallMessage } from '../messages.ts';
import { answerInWords } from './words.ts';

/** Whom to call now, to be read: nothing on it can be pressed but numbers. Without role and site for anybody. */
export function callMessage(
  playbook: Playbook,
  about: {
    readonly class: MatterClass;
    readonly service: string | null;
    readonly role?: string | null;
    readonly site?: string | null;
  },
  language: Language,
  now: Temporal.ZonedDateTime,
  lead: readonly string[] = [],
): CallMessage {
  const answer = who(playbook, { site: null, role: null, ...about }, now);
  const service = playbook.services.get(about.service ?? '');
  const name = service === undefined ? null : inLanguage(service.name, language, playbook.languages);
  return {
    ...{ kind: 'call', language, choices: [], question: null },
    lead: [...(name === null ? [] : [say(language, 'who.about', { service: name })]), ...lead],
    answer: answerInWords(playbook, answer, language, 'trusted'),
  };
}
