/** What is there, as a list of none or one. */
export function some(text: string | null | undefined): string[] {
  return text === null || text === undefined || text === '' ? [] : [text];
}

/** Lines with the same indentation, for what has several. */
export function indented(text: string, by: string): string {
  return text.replaceAll('\n', `\n${by}`);
}
