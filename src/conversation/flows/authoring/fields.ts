import type { FormField } from '../../messages.ts';
import { cut } from '../../plain-text/clean.ts';
import type { Talk } from '../../talk.ts';
import { DRAFT_LIMITS, fieldValue, inOther, missingIn, type NoticeDraft, type TextField } from './draft.ts';
import { Fields } from './field-kinds.ts';
import { phrasesIn, phrasesOf, translated, windowsOf } from './phrases.ts';

/** A field of a draft. */
export interface DraftField {
  readonly id: string;
  readonly label: string;
  /** The same as a question. */
  readonly question: string;
  /** What may be written, for a question; null: only the options. */
  readonly hint: string | null;
  readonly takes: 'line' | 'lines' | 'one' | 'several';
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Whether nothing at all is an answer too. */
  readonly optional: boolean;
  readonly max: number;
}

/** The fields of a draft, in the order in which they are asked for. */
export function fieldsOf(talk: Talk, draft: NoticeDraft): readonly DraftField[] {
  const fields = new Fields(talk);
  switch (draft.kind) {
    case 'outage':
      return [
        ...fields.services(),
        ...fields.sites(),
        ...fields.title(draft),
        fields.text('text', true),
        fields.line('since', false),
        fields.yesNo('wait'),
        fields.yesNo('long'),
        fields.line('next-word', true),
        fields.text('meanwhile', true),
        ...fields.routine(),
        fields.yesNo('asks-read'),
      ];
    case 'maintenance':
      return [
        fields.lines('parts', false),
        fields.lines('support', true),
        ...fields.title(draft),
        fields.text('why', true, 'text'),
        fields.yesNo('short-notice'),
        fields.text('meanwhile', true),
        ...fields.routine(),
        fields.yesNo('asks-read'),
      ];
    default:
      return fieldsOfChange(talk, fields, draft);
  }
}

function fieldsOfChange(talk: Talk, fields: Fields, draft: NoticeDraft): readonly DraftField[] {
  const notice = talk.authored(draft.notice ?? '');
  switch (draft.kind) {
    case 'update':
      return notice?.kind === 'maintenance'
        ? [fields.text('word', false, 'text'), fields.yesNo('important')]
        : [
            fields.text('word', true, 'text'),
            fields.phase(),
            fields.line('next-word', true),
            fields.yesNo('long'),
            fields.yesNo('wait'),
            fields.yesNo('important'),
          ];
    case 'correct':
      return correctionFields(talk, fields, draft);
    case 'resolve':
      return [fields.text('resolved', true, 'text'), fields.text('retrospect', true)];
    case 'retrospect':
      return [fields.text('retrospect', false)];
    case 'finish':
      return [...fields.part(notice, 'finish'), fields.text('word', true, 'text')];
    case 'extend':
      return [...fields.part(notice, 'extend'), fields.line('to', false), fields.text('word', true, 'text')];
    default:
      return [fields.text('word', true, 'text')];
  }
}

/** Every text that is out, in every language of the organisation: a slip may be in any of them. */
function correctionFields(talk: Talk, fields: Fields, draft: NoticeDraft): readonly DraftField[] {
  const isOwn = fieldValue(draft, 'of') === '';
  const texts: readonly (readonly [TextField, DraftField])[] = [
    ...(isOwn ? fields.title(draft).map((field) => ['title', field] as const) : []),
    ['text', fields.text('correct', true, 'text')],
    ...(isOwn && draft.values['had-meanwhile'] === 'yes'
      ? [['meanwhile', fields.text('meanwhile', true)] as const]
      : []),
  ];
  const others = talk.playbook.languages.filter((language) => language !== draft.language);
  return [draft.language, ...others].flatMap((language) =>
    texts.map(([text, field]) =>
      inLanguageOf(talk, field, language, language === draft.language ? null : text),
    ),
  );
}

/** A field with the language that it is to be written in. @param text which; null: in the author's own language */
function inLanguageOf(
  talk: Talk,
  field: DraftField,
  language: NoticeDraft['language'],
  text: TextField | null,
): DraftField {
  if (talk.playbook.languages.length === 1) return field;
  const named = (what: string): string =>
    talk.say('author.in-language', { what, language: talk.languageName(language) });
  const id = text === null ? field.id : inOther(text, language);
  return { ...field, id, label: named(field.label), question: named(field.question) };
}

/** The texts of a draft that another language lacks, as fields; the author's own words stand as what they are called. */
export function translationFields(
  talk: Talk,
  draft: NoticeDraft,
  language: NoticeDraft['language'],
): readonly DraftField[] {
  const name = talk.languageName(language);
  const texts = missingIn(draft, language).map(
    (field): DraftField => ({
      id: inOther(field, language),
      label: talk.say('author.in-language', { what: talk.say(`author.field-${field}`), language: name }),
      question: talk.say('author.ask-translation', { text: fieldValue(draft, field), language: name }),
      hint: cut(fieldValue(draft, field).replace(/\s+/g, ' '), 140),
      takes: field === 'title' ? 'line' : 'lines',
      ...{ options: [], optional: true },
      max: field === 'title' ? DRAFT_LIMITS.title : DRAFT_LIMITS.text,
    }),
  );
  return [...texts, ...phraseField(talk, draft, language)];
}

/** What stands in the lines of a window, a line for each. */
function phraseField(talk: Talk, draft: NoticeDraft, language: NoticeDraft['language']): DraftField[] {
  if (draft.kind !== 'maintenance' || language === draft.language) return [];
  const phrases = phrasesOf(draft, windowsOf(talk.playbook, draft).windows);
  if (phrases.length === 0 || translated(draft, phrases, language) !== null) return [];
  const name = talk.languageName(language);
  const label = talk.say('author.in-language', { what: talk.say('author.field-phrases'), language: name });
  return [
    {
      ...{ id: phrasesIn(language), label, takes: 'lines', options: [], optional: true },
      question: talk.say('author.ask-translation', { text: phrases.join('\n'), language: name }),
      hint: cut(phrases.join(' / '), 140),
      max: DRAFT_LIMITS.lines,
    },
  ];
}

/** A field as a form shows it. */
export function formField(field: DraftField, value: string): FormField {
  const { id, label, takes, options, hint, max, optional } = field;
  const about = { id, label, value };
  if (takes === 'line') return { ...about, options: null, max, ...(hint === null ? {} : { hint }) };
  if (takes === 'lines') return { ...about, options: null, takes, max, ...(hint === null ? {} : { hint }) };
  if (takes === 'several') return { ...about, options, takes };
  return { ...about, options: optional ? [{ value: '', label: '–' }, ...options] : options };
}

/** The field that a fault of a command is about. */
export function fieldOfFault(field: string): string {
  const [first = ''] = field.split('.');
  const renamed: Readonly<Record<string, string>> = { nextWord: 'next-word', update: 'of' };
  return renamed[first] ?? first;
}
