import { relevantTo } from '../../notices/relevant.ts';
import type { Talk } from '../../talk.ts';
import { pressMeToo, tellNotice } from './known.ts';

/** Outages shown where it is not known which one is meant. */
const MOST_SHOWN = 5;

/** All that somebody writes who means the button, in every language at once. */
const PHRASES =
  /^(?:(?:och )?jag (?:också|oxå|med)|samma (?:här|för mig)|(?:hos oss|här|vi) (?:också|oxå|med)|(?:og )?jeg (?:også|òg|og)|samme (?:her|for meg)|(?:hos oss|her|vi) (?:også|òg)|(?:en )?ik ook|(?:bij ons|hier|wij) ook|(?:hier )?hetzelfde(?: hier)?|me too|(?:and )?me as well|same here|(?:us|here|we) too)$/u;

/** "Jag också!" */
export function saysMeToo(text: string): boolean {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\s]/gu, ' ');
  return PHRASES.test(plain.trim().replaceAll(/\s+/g, ' '));
}

/**
 * Written below a notice it counts as its button does. Where several outages hit the speaker, each is told with its button.
 * @returns false: there is none that it could be about
 */
export function hearMeToo(talk: Talk): boolean {
  const place = { sites: talk.site === null ? null : [talk.site], services: null };
  const outages = relevantTo(talk, place).now.filter(({ kind }) => kind === 'outage');
  const [only] = outages;
  if (only === undefined) return false;
  if (outages.length === 1) return pressMeToo(talk, only.id, null);
  for (const notice of outages.slice(0, MOST_SHOWN)) tellNotice(talk, notice);
  return true;
}
