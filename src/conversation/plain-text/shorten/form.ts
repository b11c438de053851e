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
  const { options } = field;
  return {
    id: field.id,
    label: to.line(field.label, MESSAGE_LIMITS.label),
    // A field has one line.
    value:
      options === null
        ? cut(cleanText(field.value).replace(/\s*\n\s*/g, ' '), MESSAGE_LIMITS.field)
        : field.value,
    options:
      options === null
        ? null
        : options.map(({ value, label }) => ({ value, label: to.line(label, MESSAGE_LIMITS.label) })),
  };
}
