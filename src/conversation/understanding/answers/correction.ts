/** A correction of what was said before, with the rest of the text; null for anything else. */
export function correctionIn(_text: string): { readonly rest: string } | null {
  return null;
}
