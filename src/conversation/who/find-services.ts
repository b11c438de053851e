import type { Playbook } from '../../domain/organisation/playbook.ts';
import type { Service } from '../../domain/organisation/site.ts';
import { mentionsIn } from '../understanding/services.ts';
import { type Word, wordsOf } from '../understanding/text.ts';

const SURE_OF_SERVICE = 0.6;

/**
 * The services that some words name, or begin to name, the likeliest first: for a search that is asked anew with every
 * letter. None for no words.
 */
export function findServices(playbook: Playbook, text: string): readonly string[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const named = mentionsIn(playbook, words)
    .filter(({ sureness }) => sureness >= SURE_OF_SERVICE)
    .map(({ service }) => service);
  const begun = [...playbook.services.values()].filter((service) => begins(service, words));
  return [...new Set([...named, ...begun.map(({ id }) => id)])];
}

/** Whether each word is the beginning of a word of the service's names. */
function begins({ name, aliases }: Service, words: readonly Word[]): boolean {
  const names = [name, aliases].flatMap((texts) => Object.values(texts).flat());
  const known = names.flatMap((text) => wordsOf(text ?? '')).map(({ plain }) => plain);
  return words.every((word) => known.some((plain) => plain.startsWith(word.plain)));
}
