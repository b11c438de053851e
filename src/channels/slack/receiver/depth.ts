const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const [LIST, OBJECT] = [0x5b, 0x7b];
const [LIST_END, OBJECT_END] = [0x5d, 0x7d];

/**
 * Whether objects and lists of a JSON text stand deeper within each other than so. Told without parsing it: what walks
 * through a value later would run out of stack.
 */
export function isDeeper(json: string, max: number): boolean {
  let depth = 0;
  let isText = false;
  for (let i = 0; i < json.length; i += 1) {
    const code = json.charCodeAt(i);
    if (isText) {
      if (code === BACKSLASH) i += 1;
      else if (code === QUOTE) isText = false;
    } else if (code === QUOTE) isText = true;
    else if (code === LIST || code === OBJECT) {
      depth += 1;
      if (depth > max) return true;
    } else if (code === LIST_END || code === OBJECT_END) depth -= 1;
  }
  return false;
}
