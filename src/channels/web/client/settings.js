/** @import { Language } from '../../../domain/organisation/language.ts' */
/** @import { OrganisationAnswer } from '../wire.ts' */

/**
 * Who one is in one organisation.
 * @typedef {{ user: string, role: string | null, site: string | null, ahead: number }} Person
 */
/**
 * What is chosen on this page.
 * @typedef {{ organisation: string, desk: boolean, language: Language, people: Record<string, Person> }} Settings
 */

const KEY = 'driftvakt-playground';
const LANGUAGES = /** @type {const} */ (['sv', 'nb', 'nl', 'en']);

/**
 * What was chosen before, on this page or on another, and what the address asks for.
 * @param {readonly OrganisationAnswer[]} organisations
 * @returns {{ settings: Settings, at: string | null }}
 */
export function readSettings(organisations) {
  const asked = new URLSearchParams(location.search);
  const kept = read(sessionStorage) ?? read(localStorage) ?? {};
  const language = ours(asked.get('lang')) ?? ours(kept.language) ?? browserLanguage();
  const known = organisations.map(({ id }) => id);
  const nearest = organisations.find(({ languages }) => languages[0] === language)?.id;
  const organisation = [asked.get('org'), kept.organisation, nearest].find((id) => known.includes(id ?? ''));
  const settings = {
    organisation: organisation ?? known[0] ?? '',
    desk: asked.has('as') ? asked.get('as') === 'desk' : kept.desk === true,
    language,
    people: typeof kept.people === 'object' && kept.people !== null ? kept.people : {},
  };
  askedPerson(settings, asked);
  keepSettings(settings);
  if (location.search !== '') history.replaceState(null, '', location.pathname);
  return { settings, at: asked.get('at') };
}

/**
 * Who one is in the organisation that is chosen.
 * @param {Settings} settings
 * @returns {Person}
 */
export function personIn(settings) {
  settings.people[settings.organisation] ??= { user: newUser(), role: null, site: null, ahead: 0 };
  return /** @type {Person} */ (settings.people[settings.organisation]);
}

/** @param {Settings} settings */
export function keepSettings(settings) {
  for (const storage of [sessionStorage, localStorage]) storage.setItem(KEY, JSON.stringify(settings));
}

/** A name that nobody had before. */
export function newUser() {
  return `u-${newId()}`;
}

/** Random, 80 bits. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * @param {Settings} settings
 * @param {URLSearchParams} asked
 */
function askedPerson(settings, asked) {
  const person = personIn(settings);
  const user = asked.get('user');
  if (user !== null && user !== person.user)
    Object.assign(person, { user, role: null, site: null, ahead: 0 });
  if (asked.has('role')) person.role = asked.get('role') || null;
  if (asked.has('site')) person.site = asked.get('site') || null;
}

/** @param {Storage} storage */
function read(storage) {
  try {
    return JSON.parse(storage.getItem(KEY) ?? 'null');
  } catch {
    return null;
  }
}

/**
 * @param {unknown} language
 * @returns {Language | null}
 */
function ours(language) {
  return LANGUAGES.find((known) => known === language) ?? null;
}

/** @returns {Language} */
function browserLanguage() {
  const tags = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  const found = tags
    .map((tag) => ours(tag === 'no' || tag === 'nn' ? 'nb' : tag))
    .find((tag) => tag !== null);
  return found ?? 'en';
}
