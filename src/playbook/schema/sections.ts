import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { id } from './texts.ts';

/** A part of the playbook whose entries have ids. */
export function section<T extends z.ZodType>(entry: T, max: number = LIMITS.entries) {
  return z
    .record(id, entry)
    .refine((value) => Object.keys(value).length <= max, `has more than ${max} entries`);
}

/** A part of the playbook that is a list. */
export function list<T extends z.ZodType>(entry: T) {
  return z.array(entry).max(LIMITS.entries);
}

/** Several things, each named once. */
export function several<T extends z.ZodType<string, string>>(entry: T, max: number) {
  return z
    .array(entry)
    .min(1)
    .max(max)
    .refine((value) => new Set(value).size === value.length, 'names one of them twice; name each once');
}
