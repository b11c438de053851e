import type { Message } from '../conversation/messages.ts';
import type { Language } from '../domain/organisation/language.ts';
import type { TextKey } from '../locales/catalogue.ts';
import { say, type TextValues } from '../locales/say.ts';

/** A sentence that a channel says by itself, as a message. */
export function sentence(language: Language, key: TextKey, values: TextValues = {}): Message {
  return { kind: 'say', tone: 'plain', language, choices: [], text: say(language, key, values) };
}
