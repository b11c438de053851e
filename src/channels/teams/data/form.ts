import { mostOf, shownValue } from '../../../conversation/form-values.ts';
import type { FormField, FormMessage } from '../../../conversation/messages.ts';
import type { Language } from '../../../domain/organisation/language.ts';
import { say } from '../../../locales/say.ts';
import { literal } from '../literal.ts';
import { buttonFor, choicesData } from './choices.ts';
import { factsData, headingData, some } from './parts.ts';

/** Where the fields of a form are filled in: on its card, or in a dialog that the card opens. */
export type FieldsAre = 'inline' | 'dialog';

export function formData(message: FormMessage, fields: FieldsAre): object {
  const { submit, language } = message;
  const isInline = fields === 'inline';
  const opener = { ...submit, label: say(language, 'channel.form-open') };
  return {
    ...headingData(message.title),
    texts: some(message.text),
    before: isInline ? [] : [{ facts: factsData(message.fields.map((field) => filledIn(field))) }],
    fields: isInline ? fieldsData(message) : [],
    submits: isInline ? [buttonFor(submit)] : [],
    openers: isInline ? [] : [buttonFor(opener)],
    ...choicesData(message),
  };
}

/** The same fields in a dialog. */
export function dialogData(message: FormMessage): object {
  const { submit } = message;
  return {
    texts: some(message.text),
    quotes: [],
    fields: fieldsData({ ...message, fields: message.fields.map(withNothing) }),
    submits: [{ title: literal(submit.label), data: { choice: submit.id } }],
    wayBoxes: [],
  };
}

/** An option for nothing at all: cards want a value on each, so it has a space, which comes back as nothing. */
function withNothing(field: FormField): FormField {
  const { value, options, takes } = field;
  if (options === null || takes === 'several') return field;
  const some = (each: string): string => (each === '' ? ' ' : each);
  return {
    ...field,
    value: some(value),
    options: options.map((option) => ({ ...option, value: some(option.value) })),
  };
}

/** What a field holds so far, as people read it. */
function filledIn(field: FormField): { label: string; value: string } {
  const shown = shownValue(field);
  return { label: field.label, value: shown === '' ? '–' : shown };
}

function fieldsData({ fields, language }: FormMessage): object[] {
  return fields.map((field) => fieldData(field, language));
}

/** The value goes back as it is, so nothing unseen is put into it; an input shows no markup. */
function fieldData(field: FormField, language: Language): object {
  const { id, label, value, options, takes } = field;
  const about = { id, label: literal(label), value };
  if (options === null) {
    const max = mostOf(field);
    const error = say(language, 'render.too-long', { max });
    const text = { ...about, max, lines: takes === 'lines', hint: literal(field.hint ?? ''), error };
    return { written: [text], chosen: [] };
  }
  const choices = options.map((option) => ({ title: literal(option.label), value: option.value }));
  const several = takes === 'several';
  return {
    written: [],
    chosen: [{ ...about, several, options: choices, error: say(language, 'render.choose-one') }],
  };
}
