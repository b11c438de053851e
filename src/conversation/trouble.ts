import { who } from '../domain/contacts/who.ts';
import type { Language } from '../domain/organisation/language.ts';
import type { Playbook } from '../domain/organisation/playbook.ts';
import { say } from '../locales/say.ts';
import type { Message, Reply } from './messages.ts';
import { answerInWords } from './who/words.ts';

/**
 * What to say when an answer could not be made: that it could not, and whom to call instead. A person on their worst
 * morning is never left without a number.
 * @param key what the keys of the replies begin with; unique in the conversation
 */
export function trouble(
  playbook: Playbook,
  language: Language,
  now: Temporal.ZonedDateTime,
  key: string,
): readonly Reply[] {
  return apology(playbook, language, now, key, 'trouble.failed');
}

/**
 * The same for a message that was not even kept, and that the platform sends again, as far as it does. Said by the channel
 * itself.
 */
export function notKeptYet(
  playbook: Playbook,
  language: Language,
  now: Temporal.ZonedDateTime,
  key: string,
): readonly Reply[] {
  return apology(playbook, language, now, key, 'trouble.not-kept-yet');
}

/** The same for one that comes no second time: a press, a command, a form. */
export function notKept(
  playbook: Playbook,
  language: Language,
  now: Temporal.ZonedDateTime,
  key: string,
): readonly Reply[] {
  return apology(playbook, language, now, key, 'trouble.not-kept');
}

function apology(
  playbook: Playbook,
  language: Language,
  now: Temporal.ZonedDateTime,
  key: string,
  text: 'trouble.failed' | 'trouble.not-kept' | 'trouble.not-kept-yet',
): readonly Reply[] {
  const answer = who(playbook, { class: 'critical', service: null, site: null, role: null }, now);
  const spoken = { language, choices: [] };
  const messages: readonly Message[] = [
    { ...spoken, kind: 'say', text: say(language, text), tone: 'warning' },
    {
      ...spoken,
      kind: 'call',
      lead: [say(language, 'trouble.call')],
      answer: answerInWords(playbook, answer, language, 'trusted'),
      question: null,
    },
  ];
  return messages.map((message, i) => ({ key: `${key}.${i + 1}`, replaces: null, message }));
}
