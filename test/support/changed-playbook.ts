import type { Playbook } from '../../src/domain/organisation/playbook.ts';
import { playbookFrom, type Shipped, shippedText } from './playbooks.ts';

/** A shipped playbook in which some words are others. */
export function changedPlaybook(
  organisation: Shipped,
  ...changes: readonly (readonly [string, string])[]
): Playbook {
  const text = changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`${organisation} has no "${from}"`);
    return before.replace(from, to);
  }, shippedText(organisation));
  return playbookFrom(text);
}
