import { type FormField, type FormMessage, MESSAGE_LIMITS } from '../../../conversation/messages.ts';
import type { Language } from '../../../domain/organisation/language.ts';
import { say } from '../../../locales/say.ts';
import { literal } from '../literal.ts';
import { buttonFor, choicesData } from './choices.ts';
import { headingData, some } from './parts.ts';

export function formData(message: FormMessage): object {
  return {
    ...headingData(message.title),
    texts: some(message.text),
    fields: message.fields.map((field) => fieldData(field, message.language)),
    submit: buttonFor(message.submit),
    ...choicesData(message),
  };
}

/** The value goes back as it is, so nothing unseen is put into it; an input shows no markup. */
function fieldData({ id, label, value, options }: FormField, language: Language): object {
  const field = { id, label: literal(label), value };
  if (options === null) {
    const max = MESSAGE_LIMITS.field;
    return { written: [{ ...field, max, error: say(language, 'render.too-long', { max }) }], chosen: [] };
  }
  const choices = options.map((option) => ({ title: literal(option.label), value: option.value }));
  return {
    written: [],
    chosen: [{ ...field, options: choices, error: say(language, 'render.choose-one') }],
  };
}
