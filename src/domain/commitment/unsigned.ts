import type { Playbook } from '../organisation/playbook.ts';
import { siteLine } from '../organisation/site.ts';
import type { Identity } from '../people/directory.ts';
import { type Claimant, heldBy } from '../people/holders.ts';
import type { Person } from '../people/person.ts';

/** Whose signatures somebody may ask for: everybody's, those of some units, or nobody's. */
export type SignersSeen = 'everybody' | ReadonlySet<string> | null;

/** IT sees all; a manager those of the units that they manage, and of the units in them. Units by their ids. */
export function signersSeenBy(
  playbook: Playbook,
  claimant: Claimant,
  identity: Identity | null,
): SignersSeen {
  const { sites, contacts } = playbook;
  const held = heldBy(playbook, claimant, identity);
  if (held.some((id) => contacts.get(id)?.isDesk === true)) return 'everybody';
  const units = [...sites.keys()].filter((id) =>
    siteLine(sites, id).some(({ manager }) => manager !== null && held.includes(manager)),
  );
  return units.length === 0 ? null : new Set(units);
}

/** Those of the directory who have not signed, as far as somebody may see them. A signature is known by the mail address. */
export function unsignedOf(
  playbook: Playbook,
  people: readonly Person[],
  signed: ReadonlySet<string>,
  seen: Exclude<SignersSeen, null>,
): readonly Person[] {
  const names = seen === 'everybody' ? null : namesOf(playbook, seen);
  return people.filter(
    ({ email, unit }) =>
      email !== null &&
      !signed.has(email.toLowerCase()) &&
      (names === null || (unit !== null && names.has(unit.trim().toLowerCase()))),
  );
}

/** What units are called in any language: in the directory they stand by name. */
function namesOf({ sites }: Playbook, units: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    [...units]
      .flatMap((id) => [id, ...Object.values(sites.get(id)?.name ?? {})])
      .map((name) => name.toLowerCase()),
  );
}
