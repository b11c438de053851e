import { type Notice, OUTAGE_PHASES } from '../../../domain/notices/notice.ts';
import { endOf } from '../../../domain/notices/view.ts';
import type { TextKey } from '../../../locales/catalogue.ts';
import { LOCALE_TAGS } from '../../../locales/say.ts';
import type { FormField } from '../../messages.ts';
import { partLine } from '../../notices/reading/print.ts';
import { cut } from '../../plain-text/clean.ts';
import type { Talk } from '../../talk.ts';
import { DRAFT_LIMITS, fieldValue, inOther, missingIn, type NoticeDraft, type TextField } from './draft.ts';
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

const LINE = 300;
/** What a menu of a form can show on every platform. */
const MOST_OPTIONS = 100;

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
      return fieldsOfChange(fields, talk.authored(draft.notice ?? ''), draft);
  }
}

function fieldsOfChange(fields: Fields, notice: Notice | null, draft: NoticeDraft): readonly DraftField[] {
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
      return [
        ...(fieldValue(draft, 'of') === '' ? fields.title(draft) : []),
        fields.text('correct', false, 'text'),
      ];
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

class Fields {
  readonly #talk: Talk;

  constructor(talk: Talk) {
    this.#talk = talk;
  }

  services(): DraftField[] {
    const { playbook } = this.#talk;
    const options = [...playbook.services.values()].map(({ id, name }) => ({
      value: id,
      label: this.#talk.local(name),
    }));
    return options.length === 0 ? [] : [this.#several('services', options)];
  }

  sites(): DraftField[] {
    const { playbook } = this.#talk;
    const options = [...playbook.sites.values()].map(({ id, name }) => ({
      value: id,
      label: this.#talk.local(name),
    }));
    return options.length === 0 ? [] : [this.#several('sites', options)];
  }

  /** A title is made of what is hit; only where there is another one can it be changed. */
  title(draft: NoticeDraft): DraftField[] {
    if (fieldValue(draft, 'title') === '' && draft.values['had-title'] !== 'yes') return [];
    return [{ ...this.#field('title', 'title'), takes: 'line', max: DRAFT_LIMITS.title, optional: true }];
  }

  /** @param words which of the catalogue's texts ask for it; `id`: where it stands, if elsewhere */
  text(words: string, optional: boolean, id: string = words): DraftField {
    return { ...this.#field(id, words), takes: 'lines', max: DRAFT_LIMITS.text, optional };
  }

  lines(id: 'parts' | 'support', optional: boolean): DraftField {
    const hint = id === 'parts' ? this.#partExample() : this.#talk.say('author.hint-support');
    return { ...this.#field(id, id), hint, takes: 'lines', max: DRAFT_LIMITS.lines, optional };
  }

  /** "Sat 29 Oct 10–14 Payroll, Tierp: cannot be reached", with a day that is to come. */
  #partExample(): string {
    const { playbook, language, now } = this.#talk;
    const saturday = now.toPlainDate().add({ days: ((13 - now.dayOfWeek) % 7) + 7 });
    const day = saturday.toLocaleString(LOCALE_TAGS[language], {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
    });
    const [service] = playbook.services.values();
    const [site] = playbook.sites.values();
    const named = [service, site].flatMap((each) =>
      each === undefined ? [] : [this.#talk.local(each.name)],
    );
    const what = named.length === 0 ? this.#talk.say('notice.everything') : named.join(', ');
    return this.#talk.say('author.hint-parts', { day, what });
  }

  line(id: 'since' | 'next-word' | 'to', optional: boolean): DraftField {
    return { ...this.#field(id, id), takes: 'line', max: LINE, optional };
  }

  yesNo(id: string): DraftField {
    const options = (['yes', 'no'] as const).map((value) => ({
      value,
      label: this.#talk.say(`author.${value}`),
    }));
    return { ...this.#field(id, id), hint: null, takes: 'one', options, optional: false };
  }

  phase(): DraftField {
    const phases = OUTAGE_PHASES.filter((phase) => phase !== 'resolved');
    const options = phases.map((value) => ({ value, label: this.#talk.say(`notice.phase-${value}`) }));
    return { ...this.#field('phase', 'phase'), hint: null, takes: 'one', options, optional: true };
  }

  routine(): DraftField[] {
    const { playbook } = this.#talk;
    if (playbook.routines.size === 0) return [];
    const options = [...playbook.routines.values()]
      .slice(0, MOST_OPTIONS - 1)
      .map(({ id, name }) => ({ value: id, label: this.#talk.local(name) }));
    return [{ ...this.#field('routine', 'routine'), hint: null, takes: 'one', options, optional: true }];
  }

  /** The parts that are not over; of a window with one there is nothing to choose. */
  part(notice: Notice | null, change: 'finish' | 'extend'): DraftField[] {
    if (notice?.kind !== 'maintenance') return [];
    const now = this.#talk.now.epochMilliseconds;
    const open = notice.parts.filter((part) => now < endOf(part));
    if (open.length < 2) return [];
    const all = { value: 'all', label: this.#talk.say('author.part-all') };
    const parts = open.map((part) => ({
      value: part.id,
      label: partLine(this.#talk.playbook, this.#talk.language, part),
    }));
    const options = change === 'finish' ? [all, ...parts] : parts;
    return [{ ...this.#field('part', 'part'), hint: null, takes: 'one', options, optional: false }];
  }

  #several(id: 'services' | 'sites', options: DraftField['options']): DraftField {
    return {
      ...this.#field(id, id),
      takes: 'several',
      options: options.slice(0, MOST_OPTIONS),
      optional: true,
    };
  }

  #field(id: string, words: string): DraftField {
    const say = (what: 'field' | 'ask'): string => this.#talk.say(`author.${what}-${words}` as TextKey);
    const hint = HINTS.has(words) ? this.#talk.say(`author.hint-${words}` as TextKey) : null;
    return {
      ...{ id, label: say('field'), question: say('ask'), hint, takes: 'line' as const },
      ...{ options: [], optional: false, max: LINE },
    };
  }
}

/** Fields of which an example says more. */
const HINTS: ReadonlySet<string> = new Set([
  'services',
  'sites',
  'text',
  'since',
  'next-word',
  'meanwhile',
  'why',
  'to',
]);

/** The field that a fault of a command is about. */
export function fieldOfFault(field: string): string {
  const [first = ''] = field.split('.');
  const renamed: Readonly<Record<string, string>> = { nextWord: 'next-word', update: 'of' };
  return renamed[first] ?? first;
}

/** Whether a field takes what is written in an author's own words, in each language. */
export function isText(id: string): id is TextField {
  return ['title', 'text', 'meanwhile', 'retrospect'].includes(id);
}
