import { NotUnderstood } from '../../notices/reading/faults.ts';
import { Line } from '../../notices/reading/line.ts';
import { readParts } from '../../notices/reading/parse-part.ts';
import { partLine } from '../../notices/reading/print.ts';
import { namedIn, takeNames } from '../../notices/reading/what.ts';
import { cut } from '../../plain-text/clean.ts';
import type { Talk } from '../../talk.ts';
import { chosenAmong } from '../../understanding/answers/choice.ts';
import { replyIn } from '../../understanding/answers/reply.ts';
import type { NoticeFlow } from '../flow.ts';
import { AS_IT_IS, BY_LINE, choicesOf, MOST_CHOICES, standsAlready } from './ask-choices.ts';
import { fieldValue, filled, type NoticeDraft } from './draft.ts';
import { type FieldFault, momentFault } from './faults.ts';
import { type DraftField, fieldsOf, translationFields } from './fields.ts';
import { goOn } from './form.ts';
import { readDraft } from './read-draft.ts';

/** From the form to one question after the other: the first. */
export function beginAsking(talk: Talk, flow: NoticeFlow): void {
  askNext(talk, { ...flow, draft: { ...flow.draft, asked: [], pending: null } });
}

/** The next question; after the last one the preview, or what is wrong. */
export function askNext(talk: Talk, flow: NoticeFlow): void {
  const { draft } = flow;
  const next = fieldsOf(talk, draft).find(({ id }) => !draft.asked.includes(id));
  if (next !== undefined) return askField(talk, flow, next);
  const reading = readDraft(talk, draft);
  const [fault] = reading.outcome === 'faulty' ? reading.faults : [];
  const field = fieldsOf(talk, draft).find(({ id }) => id === fault?.field);
  if (fault === undefined || field === undefined) return goOn(talk, flow);
  talk.tell({ kind: 'say', text: fault.text, tone: 'warning' });
  askField(talk, flow, field);
}

/** Asks for a text in another language, outside of the row of questions. */
export function askTranslation(talk: Talk, flow: NoticeFlow, id: string): boolean {
  const field = fieldCalled(talk, flow.draft, id);
  if (field === null) return false;
  askField(talk, flow, field);
  return true;
}

/** Something was written while a question waits. */
export function hearAnswer(talk: Talk, flow: NoticeFlow, text: string): void {
  const { draft } = flow;
  const field = fieldCalled(talk, draft, draft.pending ?? '');
  if (field === null) return goOn(talk, flow);
  const word = replyIn(talk.language, text);
  if (word === 'back') return stepBack(talk, flow);
  if (word === 'skip' && field.optional)
    return take(talk, flow, field, standsAlready(draft, field) ? fieldValue(draft, field.id) : '');
  if (word === 'done' && BY_LINE.includes(field.id))
    return take(talk, flow, field, fieldValue(draft, field.id));
  const value = valueIn(talk, field, text, word);
  if (typeof value !== 'string') return again(talk, flow, field, value.text);
  if (BY_LINE.includes(field.id)) return takeLine(talk, flow, field, value);
  take(talk, flow, field, value);
}

/**
 * Lines of a window that are written beside its form: what is understood is kept, and the rest is asked one by one.
 * @returns false for what is no such line
 */
export function hearLine(talk: Talk, flow: NoticeFlow, text: string): boolean {
  const [field] = fieldsOf(talk, flow.draft);
  if (field === undefined || !BY_LINE.includes(field.id)) return false;
  const before = fieldValue(flow.draft, field.id);
  const whole = cut([before, text].filter((part) => part !== '').join('\n'), field.max);
  const draft = filled(flow.draft, { [field.id]: whole }, talk.now.epochMilliseconds);
  if (faultOf(talk, draft, field) !== null) return false;
  askField(talk, { ...flow, draft: { ...draft, asked: [], pending: null } }, field);
  return true;
}

/** A choice of a question was pressed; of another question than the one that waits it does nothing. */
export function pressAnswer(talk: Talk, flow: NoticeFlow, id: string, value: string): boolean {
  if (value === '?') return askTranslation(talk, flow, id);
  const field = fieldCalled(talk, flow.draft, id);
  if (field === null || flow.draft.pending !== id) return false;
  take(talk, flow, field, value === AS_IT_IS ? fieldValue(flow.draft, id) : value);
  return true;
}

/** No more lines; or a translation is done without. */
export function pressDone(talk: Talk, flow: NoticeFlow): void {
  const { draft } = flow;
  const field = fieldCalled(talk, draft, draft.pending ?? '');
  if (field === null) return goOn(talk, flow);
  take(talk, flow, field, fieldValue(draft, field.id));
}

export function stepBack(talk: Talk, flow: NoticeFlow): void {
  const { draft } = flow;
  const asked = draft.asked.slice(0, -1);
  const last = draft.asked.at(-1);
  const values = last !== undefined && BY_LINE.includes(last) ? { [last]: '' } : {};
  askNext(talk, {
    ...flow,
    draft: { ...draft, asked, values: { ...draft.values, ...values }, pending: null },
  });
}

function take(talk: Talk, flow: NoticeFlow, field: DraftField, value: string): void {
  const now = talk.now.epochMilliseconds;
  const isOwn = fieldsOf(talk, flow.draft).some(({ id }) => id === field.id);
  const draft = filled(flow.draft, { [field.id]: value }, now);
  const fault = faultOf(talk, draft, field);
  if (fault !== null) return again(talk, flow, field, fault.text);
  const asked = isOwn ? [...draft.asked.filter((id) => id !== field.id), field.id] : draft.asked;
  const next: NoticeFlow = { ...flow, draft: { ...draft, asked, pending: null } };
  if (isOwn) return askNext(talk, next);
  const [other] = talk.playbook.languages.flatMap((language) =>
    field.id.endsWith(`@${language}`) ? translationFields(talk, next.draft, language) : [],
  );
  // What is left out on purpose is not asked for again.
  if (other === undefined || value === '') return goOn(talk, next);
  askField(talk, next, other);
}

/** One more line: it is kept if it is understood, and the next one is waited for. */
function takeLine(talk: Talk, flow: NoticeFlow, field: DraftField, text: string): void {
  const before = fieldValue(flow.draft, field.id);
  const whole = cut([before, text].filter((part) => part !== '').join('\n'), field.max);
  const draft = filled(flow.draft, { [field.id]: whole }, talk.now.epochMilliseconds);
  const fault = faultOf(talk, draft, field);
  if (fault !== null) return again(talk, flow, field, fault.text);
  askField(talk, { ...flow, draft }, field);
}

/** What is wrong with one field; what is still to be asked for does not count. */
function faultOf(talk: Talk, draft: NoticeDraft, field: DraftField): FieldFault | null {
  const isEmpty = fieldValue(draft, field.id).trim() === '';
  if (isEmpty && !field.optional) return { field: field.id, text: talk.say('author.need-answer') };
  if (isEmpty) return null;
  const reading = readDraft(talk, draft);
  const faults = reading.outcome === 'faulty' ? reading.faults : [];
  return faults.find((fault) => fault.field === field.id) ?? null;
}

function again(talk: Talk, flow: NoticeFlow, field: DraftField, text: string): void {
  talk.tell({ kind: 'say', text, tone: 'warning' });
  askField(talk, flow, field);
}

/** What was written, as the value of its field; or what is wrong with it. */
function valueIn(
  talk: Talk,
  field: DraftField,
  text: string,
  word: ReturnType<typeof replyIn>,
): string | FieldFault {
  if (field.takes === 'several') return namesIn(talk, field, text);
  if (field.takes !== 'one')
    return text.length <= field.max
      ? text
      : { field: field.id, text: talk.say('author.fault-long', { max: field.max }) };
  const isYesNo = field.options[0]?.value === 'yes';
  if (isYesNo && (word === 'yes' || word === 'no')) return word;
  const chosen = chosenAmong(
    talk.language,
    text,
    field.options.map(({ label }) => label),
  );
  const value = chosen === null ? undefined : field.options[chosen]?.value;
  return value ?? { field: field.id, text: talk.say('report.need-choice') };
}

/** The services or sites that are named. */
function namesIn(talk: Talk, field: DraftField, text: string): string | FieldFault {
  try {
    const line = new Line(text);
    const names = takeNames(talk.playbook, line);
    const { services, sites, unknown } = namedIn(talk.playbook, line);
    if (unknown.length > 0) throw new NotUnderstood('not-understood', unknown.join(' '));
    const ids =
      field.id === 'services' ? [...names.services, ...(services ?? [])] : [...names.sites, ...(sites ?? [])];
    const isAll = field.id === 'sites' ? sites === null || services !== null : services !== null;
    if (ids.length === 0 && !isAll) throw new NotUnderstood('not-understood', text);
    return [...new Set(ids)].join(',');
  } catch (cause) {
    if (cause instanceof NotUnderstood) return momentFault(talk, field.id, cause);
    throw cause;
  }
}

function fieldCalled(talk: Talk, draft: NoticeDraft, id: string): DraftField | null {
  const [, language] = id.split('@');
  const translated = talk.playbook.languages.filter((each) => each === language);
  const all = [
    ...fieldsOf(talk, draft),
    ...translated.flatMap((each) => translationFields(talk, draft, each)),
  ];
  return all.find((field) => field.id === id) ?? null;
}

function askField(talk: Talk, flow: NoticeFlow, field: DraftField): void {
  const draft = { ...flow.draft, pending: field.id };
  talk.flow = { ...flow, draft };
  talk.tell({
    kind: 'ask',
    text: [...soFar(talk, draft, field), field.question].join('\n'),
    hint: field.hint,
    picture: false,
    choices: choicesOf(talk, flow, field),
  });
}

/** The lines that were told so far, as they were understood; of a correction the words that are out. */
function soFar(talk: Talk, draft: NoticeDraft, field: DraftField): string[] {
  const { id } = field;
  const value = fieldValue(draft, id);
  if (standsAlready(draft, field)) return [talk.say('author.says-now', { text: value })];
  if (!BY_LINE.includes(id) || value === '') return [];
  if (id === 'support') return [talk.say('author.so-far'), ...value.split('\n').map((line) => `– ${line}`)];
  const now = Temporal.Instant.fromEpochMilliseconds(draft.at).toZonedDateTimeISO(talk.playbook.timezone);
  const { parts, recurs } = readParts({ playbook: talk.playbook, language: draft.language, now }, value);
  const shown = recurs
    ? value.split('\n')
    : parts.map((part) => partLine(talk.playbook, talk.language, part));
  return [talk.say('author.so-far'), ...shown.slice(-MOST_CHOICES).map((line) => `– ${line}`)];
}
