/** Whether somebody says that life or health is in danger now. */
export function saysDanger(_text: string): boolean {
  return false;
}

/** Whether somebody states that the matter is critical or urgent. */
export function saysCritical(_text: string): boolean {
  return false;
}
