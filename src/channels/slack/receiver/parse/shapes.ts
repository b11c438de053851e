import { z } from 'zod';

/** Ids are letters and digits: they become parts of keys. */
const ID = /^[A-Za-z][\w-]{1,59}$/;

export const id = z.string().regex(ID);
/** The time of a message, which is its name in its channel: `1763885642.456789`. */
export const ts = z.string().regex(/^\d{1,12}\.\d{1,9}$/);
/** What names a request: `Ev0123ABCD`, `13345224609.738474920.8088930838d88f008e0`. */
export const token = z.string().regex(/^[\w.-]{1,180}$/);

/** Slack leaves out what it does not know, or writes null. What is odd and can be done without is left out. */
export function maybe<T extends z.ZodType>(shape: T) {
  return shape.nullish().catch(null).default(null);
}

export const words = maybe(z.string());
export const many = z
  .array(z.unknown())
  .nullish()
  .catch(null)
  .transform((list) => list ?? []);
export const object = z.record(z.string(), z.unknown());

/** Something that is known by its id. */
export const named = z.object({ id });
