/**
 * Stands where a page says as of when it holds, until it is sent. Nobody's words hold this character: they are cleaned.
 * So what is made of a view stays the same as long as it is true, and only the time in it is put in anew.
 */
export const AS_OF = '\u0000';

/** What was made of a view, with the time put in. */
export function withAsOf(template: string, asOf: string): string {
  return template.replaceAll(AS_OF, asOf);
}
