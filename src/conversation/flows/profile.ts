import { LANGUAGES, type Language } from '../../domain/organisation/language.ts';
import { say } from '../../locales/say.ts';
import type { ProfileField } from '../actions.ts';
import type { Profile } from '../event.ts';
import type { FormField } from '../messages.ts';
import type { Talk } from '../talk.ts';

type Field = ProfileField;
/** Hours at which the daily message can come. */
const HOURS = [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18];
const MOST_OPTIONS = 200;
/** Choices on one message when a field is asked for by itself. */
const MOST_CHOICES = 20;

/** Who I am here: all of it in one form, or one question at a time. */
export function tellProfile(talk: Talk): void {
  const fields = fieldsFor(talk);
  talk.tell({
    kind: 'form',
    title: talk.say('profile.title', { name: talk.playbook.name }),
    text: [talk.say('profile.text'), ...directorySays(talk)].join('\n'),
    fields,
    submit: talk.offer(talk.say('profile.save'), { do: 'save-profile' }, 'main'),
    choices: fields.map(({ id }) =>
      talk.offer(talk.say(`profile.change-${id as Field}`), { do: 'change', field: id as Field }),
    ),
  });
}

/** What the directory of the organisation tells of the person, and that it does. */
function directorySays(talk: Talk): string[] {
  const { identity } = talk.event.known;
  if (identity === null) return [];
  const { name, email, manager } = identity;
  const says = [
    talk.say('profile.directory', { who: email === null ? name : `${name} (${email})` }),
    ...(manager === null ? [] : [talk.say('profile.directory-manager', { name: manager.name })]),
    talk.say('profile.directory-wrong'),
  ];
  return [says.join(' ')];
}

/** Asks for one field. */
export function askField(talk: Talk, field: Field): void {
  const options = fieldsFor(talk).find(({ id }) => id === field)?.options ?? [];
  talk.tell({
    kind: 'ask',
    text: talk.say(`profile.ask-${field}`),
    hint: null,
    picture: false,
    choices: options
      .slice(0, MOST_CHOICES)
      .map(({ value, label }) => talk.offer(label, { do: 'set', field, value })),
  });
}

/** One field was chosen. What the playbook does not know is not taken. */
export function pressSet(talk: Talk, field: Field, value: string): boolean {
  if (!isKnown(talk, field, value)) return false;
  change(talk, toldBy(field, value));
  talk.note('profile.saved', {}, 'good');
  return true;
}

/** The form was sent. */
export function pressSave(talk: Talk, fields: Readonly<Record<string, string>>): boolean {
  const known = fieldsFor(talk).filter(({ id }) => isKnown(talk, id as Field, fields[id] ?? ''));
  change(talk, Object.assign({}, ...known.map(({ id }) => toldBy(id as Field, fields[id] ?? ''))));
  talk.note('profile.saved', {}, 'good');
  return true;
}

function toldBy(field: Field, value: string): Partial<Profile> {
  if (field !== 'news') return { [field]: value === '' ? null : value };
  return value === EACH ? { news: 'each', newsAt: null } : { news: 'digest', newsAt: value };
}

/** Keeps what somebody told about themselves. */
export function setProfile(talk: Talk, told: Partial<Profile>): void {
  talk.want({ effect: 'keep-profile', profile: { ...talk.profile, ...told } });
}

function change(talk: Talk, told: Partial<Profile>): void {
  setProfile(talk, told);
  if (told.language !== undefined && told.language !== null) talk.language = told.language;
}

/** The person wishes for a language, for this organisation and from now on. */
export function setLanguage(talk: Talk, language: Language): void {
  change(talk, { language });
}

function isKnown(talk: Talk, field: Field, value: string): boolean {
  return (
    fieldsFor(talk)
      .find(({ id }) => id === field)
      ?.options?.some((option) => option.value === value) ?? false
  );
}

function fieldsFor(talk: Talk): FormField[] {
  const { playbook, event } = talk;
  const none = { value: '', label: talk.say('profile.not-said') };
  const roles = [...playbook.roles].map(([id, name]) => ({ value: id, label: talk.local(name) }));
  const sites = [...playbook.sites.values()].map(({ id, name }) => ({ value: id, label: talk.local(name) }));
  const languages = LANGUAGES.map((id) => ({ value: id, label: say(id, 'language.name') }));
  const field = (id: Field, value: string | null, options: FormField['options'] & object): FormField => ({
    ...{ id, label: talk.say(`profile.${id}`), value: value ?? '' },
    options: [none, ...options].slice(0, MOST_OPTIONS),
  });
  return [
    ...(roles.length === 0 || event.from.role !== null ? [] : [field('role', talk.role, roles)]),
    ...(sites.length === 0 || event.from.site !== null ? [] : [field('site', talk.site, sites)]),
    field('language', talk.profile.language, languages),
    ...newsField(talk),
  ];
}

const EACH = 'each';

/** How they hear what becomes of their reports, where somebody follows them up. */
function newsField(talk: Talk): FormField[] {
  const { playbook, profile } = talk;
  if (playbook.followUp === null) return [];
  const usual = playbook.followUp.digestAt.toString({ smallestUnit: 'minute' });
  const own = profile.news === 'digest' ? (profile.newsAt ?? usual) : null;
  const hours = HOURS.map((hour) => `${String(hour).padStart(2, '0')}:00`);
  const times = [...new Set([...hours, usual, ...(own === null ? [] : [own])])].sort();
  const options = [
    { value: EACH, label: talk.say('news.do-each') },
    ...times.map((at) => ({ value: at, label: talk.say('profile.news-at', { at }) })),
  ];
  return [{ id: 'news', label: talk.say('profile.news'), value: own ?? EACH, options }];
}
