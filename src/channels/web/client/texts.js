/** @import { Language, LocalText } from '../../../domain/organisation/language.ts' */
/** @import { OrganisationsAnswer } from '../wire.ts' */

/** How the browser knows our languages, with the habits of the country. */
export const TAGS = { sv: 'sv-SE', nb: 'nb-NO', nl: 'nl-NL', en: 'en-GB' };

/** @type {OrganisationsAnswer['texts'] | null} */
let catalogue = null;
/** @type {Language} */
let language = 'en';

/** @param {OrganisationsAnswer['texts']} texts */
export function useTexts(texts) {
  catalogue = texts;
}

/** The language of the page. */
export function currentLanguage() {
  return language;
}

/**
 * One of the page's words, filled in.
 * @param {string} key
 * @param {Record<string, string>} [values]
 */
export function text(key, values = {}) {
  const found = catalogue?.[language][key] ?? key;
  return found.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/**
 * The name of something in the page's language, else in the organisation's own.
 * @param {LocalText} name
 * @param {readonly Language[]} languages
 */
export function named(name, languages) {
  const found = [language, ...languages].find((each) => name[each] !== undefined);
  return found === undefined ? '' : (name[found] ?? '');
}

/**
 * Puts the page into a language: texts, labels and hints.
 * @param {Language} wanted
 */
export function speak(wanted) {
  language = wanted;
  document.documentElement.lang = wanted;
  document.title = `Driftvakt – ${text('title')}`;
  for (const element of document.querySelectorAll('[data-text]'))
    element.textContent = text(element.getAttribute('data-text') ?? '');
  for (const element of document.querySelectorAll('[data-label]'))
    element.setAttribute('aria-label', text(element.getAttribute('data-label') ?? ''));
  for (const element of document.querySelectorAll('[data-hint]'))
    element.setAttribute('placeholder', text(element.getAttribute('data-hint') ?? ''));
}
