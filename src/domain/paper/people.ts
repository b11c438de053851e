import { partIn } from '../duties/people.ts';
import type { Playbook } from '../organisation/playbook.ts';
import type { Identity } from '../people/directory.ts';
import { type Claimant, heldBy } from '../people/holders.ts';
import type { PaperRule } from './paper.ts';

/**
 * As which contact somebody has to do with a unit's paper: they print it or stand in for who does, manage the unit, are told of
 * what is not printed, or are IT. Null: as none.
 */
export function paperPart(
  playbook: Playbook,
  rule: PaperRule,
  site: string,
  claimant: Claimant,
  identity: Identity | null,
): string | null {
  const part = partIn(playbook, rule, site, claimant, identity);
  if (part !== null) return part;
  const held = heldBy(playbook, claimant, identity);
  return held.find((id) => rule.tell.includes(id) || playbook.contacts.get(id)?.isDesk === true) ?? null;
}
