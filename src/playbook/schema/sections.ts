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
