import { type FormField, MESSAGE_LIMITS } from './messages.ts';

/** The values of a field that takes several options. */
export function severalIn(value: string): string[] {
  return value
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** What a field holds, as people read it: the labels of what is chosen. */
export function shownValue({ value, options, takes }: FormField): string {
  if (options === null) return value;
  const chosen = takes === 'several' ? severalIn(value) : [value];
  const labels = options.filter((option) => chosen.includes(option.value)).map(({ label }) => label);
  return labels.join(', ');
}

/** Characters that a field of text takes. */
export function mostOf({ takes, max }: FormField): number {
  return max ?? (takes === 'lines' ? MESSAGE_LIMITS.lines : MESSAGE_LIMITS.field);
}

/** What is wrong with a field as it was filled in; null: nothing. */
export function faultIn(field: FormField, value: string): 'choose-one' | 'too-long' | null {
  const { options, takes } = field;
  if (options === null) return value.length <= mostOf(field) ? null : 'too-long';
  const chosen = takes === 'several' ? severalIn(value) : [value];
  return chosen.every((each) => options.some((option) => option.value === each)) ? null : 'choose-one';
}
