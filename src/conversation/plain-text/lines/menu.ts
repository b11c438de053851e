import { shownValue } from '../../form-values.ts';
import type { FormField, FormMessage, MenuMessage } from '../../messages.ts';
import type { Block } from '../plain-text.ts';
import { indented, some } from './some.ts';

export function menuLines({ title, text }: MenuMessage): readonly Block[] {
  return [[title], [text]];
}

export function formLines({ title, text, fields }: FormMessage): readonly Block[] {
  return [[title], some(text), fields.map((field) => `${field.label}: ${filledIn(field)}`)];
}

function filledIn(field: FormField): string {
  const shown = shownValue(field);
  return shown === '' ? '–' : indented(shown, '  ');
}
