import type { Playbook } from '../organisation/playbook.ts';
import { siteLine } from '../organisation/site.ts';
import type { Identity } from '../people/directory.ts';
import { type Claimant, heldBy } from '../people/holders.ts';
import type { Millis } from '../timeline/timeline.ts';
import type { Duty } from './duty.ts';

type Announced = Pick<Playbook, 'announcements' | 'contacts'>;

/** Who of some contacts is there at an instant; for whoever is away, the stand-in, unless that one is away too. */
export function presentOf(playbook: Announced, contacts: readonly string[], at: Millis): readonly string[] {
  const present = contacts.flatMap((contact) => {
    const absence = absenceOf(playbook, contact, at);
    if (absence === undefined) return [contact];
    const standIn = absence.standIn ?? playbook.contacts.get(contact)?.standIn ?? null;
    return standIn === null || absenceOf(playbook, standIn, at) !== undefined ? [] : [standIn];
  });
  return [...new Set(present)];
}

/** Who manages a unit, the nearest first. */
export function managersOf({ sites }: Pick<Playbook, 'sites'>, site: string): readonly string[] {
  return siteLine(sites, site).flatMap(({ manager }) => (manager === null ? [] : [manager]));
}

/** As which contact somebody has to do with a unit's duty: they or their stand-ins do it, or they manage it. Null: as none. */
export function partIn(
  playbook: Playbook,
  { units }: Pick<Duty, 'units'>,
  site: string,
  claimant: Claimant,
  identity: Identity | null,
): string | null {
  const contacts = units.get(site) ?? [];
  const standIns = contacts.flatMap((contact) => standInsOf(playbook, contact));
  const concerned = [...contacts, ...standIns, ...managersOf(playbook, site)];
  const held = heldBy(playbook, claimant, identity);
  return concerned.find((contact) => held.includes(contact)) ?? null;
}

/**
 * Contacts who are in the playbook only to do duties, or to print paper: no policy, unit or part of the follow-up names them, so nothing that
 * is reported is theirs to see.
 */
export function onlyDutiful(playbook: Playbook): ReadonlySet<string> {
  const { duties, paper, policies, sites, handOffs, followUp, notices } = playbook;
  const rules = [...duties.values(), ...paper.values()];
  const doers = new Set(rules.flatMap(({ units }) => [...units.values()].flat()));
  const others = [
    ...[...policies.values()].flatMap(({ steps }) => steps.flatMap(({ contacts }) => contacts)),
    ...[...sites.values()].flatMap(({ manager, contact }) => [manager, contact]),
    ...[...handOffs.managers, ...handOffs.quotes, ...handOffs.invoices, ...notices.authors],
    ...[followUp?.judge ?? null, ...(followUp?.spread?.contacts ?? [])],
  ];
  return doers.difference(new Set(others));
}

function absenceOf({ announcements }: Announced, contact: string, at: Millis) {
  return announcements.absences.findLast(
    (absence) => absence.contact === contact && !absence.reduced && absence.start <= at && at < absence.end,
  );
}

function standInsOf({ announcements, contacts }: Announced, contact: string): string[] {
  const named = announcements.absences.filter((absence) => absence.contact === contact);
  return [contacts.get(contact)?.standIn ?? null, ...named.map(({ standIn }) => standIn)].filter(
    (standIn) => standIn !== null,
  );
}
