import type { FormField, FormMessage, MenuMessage } from '../../messages.ts';
import type { Block } from '../plain-text.ts';
import { some } from './some.ts';

export function menuLines({ title, text }: MenuMessage): readonly Block[] {
  return [[title], [text]];
}

export function formLines({ title, text, fields }: FormMessage): readonly Block[] {
  return [[title], some(text), fields.map((field) => `${field.label}: ${shownValue(field)}`)];
}

function shownValue({ value, options }: FormField): string {
  const shown = options === null ? value : options.find((option) => option.value === value)?.label;
  return shown === undefined || shown === '' ? '–' : shown;
}
