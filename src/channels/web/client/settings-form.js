/** @import { Language } from '../../../domain/organisation/language.ts' */
/** @import { NamedThing, OrganisationAnswer } from '../wire.ts' */
/** @import { Settings } from './settings.js' */
import { byId, el } from './dom.js';
import { personIn } from './settings.js';
import { named, text } from './texts.js';

const LANGUAGE_NAMES = { sv: 'Svenska', nb: 'Norsk bokmål', nl: 'Nederlands', en: 'English' };

/**
 * What may change.
 * @typedef {{ organisation: (id: string) => void, desk: (desk: boolean) => void, role: (id: string | null) => void, site: (id: string | null) => void, language: (language: Language) => void, moment: (to: string) => void, startOver: () => void }} Changes
 */

/**
 * Listens to the form.
 * @param {Changes} changes
 */
export function listenToSettings(changes) {
  onPick('organisation', changes.organisation);
  onPick('role', (id) => changes.role(id === '' ? null : id));
  onPick('site', (id) => changes.site(id === '' ? null : id));
  onPick('language', (language) => changes.language(/** @type {Language} */ (language)));
  for (const radio of radios()) radio.addEventListener('change', () => changes.desk(radio.value === 'desk'));
  for (const button of document.querySelectorAll('[data-moment]'))
    button.addEventListener('click', () => changes.moment(button.getAttribute('data-moment') ?? 'now'));
  const at = byId('at', HTMLInputElement);
  at.addEventListener('change', () => at.value !== '' && changes.moment(at.value));
  byId('start-over').addEventListener('click', changes.startOver);
  byId('settings').addEventListener('submit', (event) => event.preventDefault());
}

/**
 * Shows what is chosen.
 * @param {Settings} settings
 * @param {readonly OrganisationAnswer[]} organisations
 * @param {OrganisationAnswer} organisation
 */
export function showSettings(settings, organisations, organisation) {
  const person = personIn(settings);
  fill(
    'organisation',
    organisations.map(({ id, name }) => [id, name]),
    settings.organisation,
  );
  fill('role', things(organisation.roles, organisation), person.role ?? '', {
    label: text('duties'),
    options: things(organisation.duties, organisation).slice(1),
  });
  fill('site', things(organisation.sites, organisation), person.site ?? '');
  fill('language', Object.entries(LANGUAGE_NAMES), settings.language);
  for (const radio of radios()) radio.checked = (radio.value === 'desk') === settings.desk;
  byId('role').closest('.field')?.toggleAttribute('hidden', settings.desk);
  byId('site')
    .closest('.field')
    ?.toggleAttribute('hidden', organisation.sites.length === 0 || settings.desk);
  byId('start-over').hidden = settings.desk;
  showLanguageNote(settings, organisation);
}

/**
 * @param {Settings} settings
 * @param {OrganisationAnswer} organisation
 */
function showLanguageNote({ language }, { name, languages }) {
  const note = byId('language-note');
  note.hidden = languages.includes(language);
  const spoken = languages.map((each) => LANGUAGE_NAMES[each]).join(', ');
  note.textContent = note.hidden ? '' : text('other-language', { organisation: name, languages: spoken });
}

/**
 * @param {readonly NamedThing[]} all
 * @param {OrganisationAnswer} organisation
 * @returns {[string, string][]}
 */
function things(all, { languages }) {
  return [
    ['', text('not-set')],
    ...all.map(({ id, name }) => /** @type {[string, string]} */ ([id, named(name, languages)])),
  ];
}

/**
 * @param {string} id
 * @param {readonly (readonly string[])[]} options
 * @param {string} chosen
 * @param {{ label: string, options: readonly (readonly string[])[] } | null} group further ones, under a heading
 */
function fill(id, options, chosen, group = null) {
  const select = byId(id, HTMLSelectElement);
  const wanted = JSON.stringify([options, group]);
  if (select.dataset.options !== wanted) {
    /** @param {readonly string[]} option */
    const option = ([value = '', label = '']) => el('option', { value }, label);
    const more = group === null ? [] : [el('optgroup', { label: group.label }, ...group.options.map(option))];
    select.replaceChildren(...options.map(option), ...more);
    select.dataset.options = wanted;
  }
  select.value = chosen;
}

/**
 * @param {string} id
 * @param {(value: string) => void} changed
 */
function onPick(id, changed) {
  const select = byId(id, HTMLSelectElement);
  select.addEventListener('change', () => changed(select.value));
}

function radios() {
  return /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('input[name="as"]'));
}
