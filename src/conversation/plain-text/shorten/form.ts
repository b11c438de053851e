import { mostOf } from '../../form-values.ts';
import { type FormField, type FormMessage, MESSAGE_LIMITS } from '../../messages.ts';
import { cleanText, cut } from '../clean.ts';
import type { Shortener } from './shortener.ts';

export function shortForm(message: FormMessage, to: Shortener): FormMessage {
  return {
    ...message,
    title: to.line(message.title),
    text: message.text === null ? null : to.text(message.text),
    // A field that is left out could not be filled in: all of them stay.
    fields: message.fields.map((field) => shortField(field, to)),
    submit: to.choice(message.submit),
  };
}

function shortField(field: FormField, to: Shortener): FormField {
  const { options, hint } = field;
  return {
    ...field,
    label: to.line(field.label, MESSAGE_LIMITS.label),
    value: options === null ? cut(written(field), mostOf(field)) : field.value,
    ...(hint === undefined ? {} : { hint: cut(cleanText(hint).replace(/\s+/g, ' '), MESSAGE_LIMITS.hint) }),
    options:
      options === null
        ? null
        : options.map(({ value, label }) => ({ value, label: to.line(label, MESSAGE_LIMITS.label) })),
  };
}

function written({ value, takes }: FormField): string {
  const clean = cleanText(value);
  return takes === 'lines' ? clean : clean.replace(/\s*\n\s*/g, ' ');
}
