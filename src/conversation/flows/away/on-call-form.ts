import { type AgreedEntry, AWAY_LIMITS, type OnCallFor } from '../../../domain/absence/entry.ts';
import { MATTER_CLASSES } from '../../../domain/contacts/contact.ts';
import { severalIn } from '../../form-values.ts';
import { type FormField, MESSAGE_LIMITS } from '../../messages.ts';
import { cut } from '../../plain-text/clean.ts';
import type { Talk } from '../../talk.ts';
import { type Period, readPeriod } from '../../understanding/periods/period.ts';
import { className } from '../../words/class-name.ts';
import { allowed } from './on-call-what.ts';
import { timesInWords } from './times.ts';

/** Options of one field; the rest is said in words. */
const MOST_OPTIONS = 200;

/** All of an agreement in one form; null: a new one. */
export function tellOnCallForm(talk: Talk, agreed: AgreedEntry | null): void {
  talk.tell({
    ...{ kind: 'form', title: talk.say('away.on-call-form'), text: talk.say('away.on-call-form-text') },
    fields: fieldsFor(talk, agreed),
    submit: talk.offer(
      talk.say('away.save'),
      { do: 'on-call-form', agreed: agreed?.id ?? null, deed: 'save' },
      'main',
    ),
    choices: [],
  });
}

/** What a form says; null: when could not be read, or nobody was chosen. */
export function onCallIn(
  talk: Talk,
  agreed: AgreedEntry | null,
  fields: Readonly<Record<string, string>>,
): { readonly contact: string; readonly period: Period; readonly what: OnCallFor } | null {
  const { playbook } = talk;
  const contact = callable(talk).find((id) => id === fields.who);
  const period = periodIn(talk, agreed, fields.when ?? '');
  if (contact === undefined || period === null) return null;
  const some = (value: string | undefined, known: ReadonlyMap<string, unknown>): readonly string[] | null => {
    const ids = severalIn(value ?? '').filter((id) => known.has(id));
    return ids.length === 0 ? null : ids;
  };
  const matter = MATTER_CLASSES.find((each) => each === fields.class);
  const what: OnCallFor = {
    classes: matter === undefined ? null : [matter],
    services: some(fields.services, playbook.services),
    sites: some(fields.sites, playbook.sites),
  };
  return { contact, period, what: allowed(playbook, contact, what) };
}

function periodIn(talk: Talk, agreed: AgreedEntry | null, text: string): Period | null {
  // What was shown and not touched is what it was.
  if (agreed !== null && text.trim() === timesInWords(talk, agreed.start, agreed.end))
    return { from: agreed.start, to: agreed.end };
  const read = readPeriod({ language: talk.language, now: talk.now }, text);
  return read.kind === 'period' ? read.period : null;
}

/** Contacts that somebody can be: not the last fallback, nor whoever the manager of the asker is. */
function callable({ playbook }: Talk): string[] {
  return [...playbook.contacts.values()]
    .filter(({ id, phone, isOwnManager }) => id !== playbook.fallback.id && phone !== null && !isOwnManager)
    .slice(0, MOST_OPTIONS)
    .map(({ id }) => id);
}

function fieldsFor(talk: Talk, agreed: AgreedEntry | null): FormField[] {
  const { playbook } = talk;
  const when = agreed === null ? '' : timesInWords(talk, agreed.start, agreed.end);
  const hint = cut(talk.say('away.hint-when'), MESSAGE_LIMITS.hint);
  return [
    {
      ...{ id: 'who', label: talk.say('away.on-call-who'), value: agreed?.contact ?? '' },
      options: callable(talk).map((value) => ({
        value,
        label: talk.local(playbook.contacts.get(value)?.role ?? {}),
      })),
    },
    { id: 'when', label: talk.say('away.when'), value: when, options: null, max: AWAY_LIMITS.words, hint },
    {
      ...{ id: 'class', label: talk.say('away.on-call-class'), value: agreed?.classes?.[0] ?? '' },
      options: [
        { value: '', label: talk.say('away.on-call-all') },
        ...MATTER_CLASSES.map((value) => ({ value, label: className(playbook, value, talk.language) })),
      ],
    },
    several('services', talk.say('away.on-call-services'), agreed?.services ?? null, [
      ...[...playbook.services.keys()].map((id) => ({ value: id, label: talk.serviceName(id) ?? id })),
    ]),
    several('sites', talk.say('away.on-call-sites'), agreed?.sites ?? null, [
      ...[...playbook.sites.keys()].map((id) => ({ value: id, label: talk.siteName(id) ?? id })),
    ]),
  ].filter(({ options }) => options === null || options.length > 0);
}

function several(
  id: string,
  label: string,
  chosen: readonly string[] | null,
  options: readonly { readonly value: string; readonly label: string }[],
): FormField {
  return {
    ...{ id, label, value: (chosen ?? []).join(','), takes: 'several' },
    options: options.slice(0, MOST_OPTIONS),
  };
}
