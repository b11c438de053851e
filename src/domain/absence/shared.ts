import type { Contact } from '../contacts/contact.ts';
import type { Playbook } from '../organisation/playbook.ts';
import type { Absence } from './announcements.ts';
import type { AwayEntry } from './entry.ts';

/** A time in which somebody is away, with what is said of it. */
interface Gap {
  readonly start: number;
  readonly end: number;
  readonly standIn: string | null;
  readonly emergency: boolean;
}

/**
 * Contacts that several hold are unanswered only while all of them are away. Who holds them is known where the playbook names
 * their accounts; whoever holds one by a role or at IT's desk is not counted, so such a contact is always answered.
 */
export function sharedAbsences(playbook: Playbook, entries: readonly AwayEntry[]): Absence[] {
  const told = entries.filter(({ about }) => about.kind === 'person' && (about.shared ?? []).length > 0);
  if (told.length === 0) return [];
  return [...playbook.contacts.values()].filter(isCounted).flatMap((contact) =>
    gapsOf(playbook, contact, told).map((gap) => ({
      ...{ contact: contact.id, reduced: false, because: null, ...gap },
    })),
  );
}

function isCounted({ accounts, heldBy, isDesk, isOwnManager }: Contact): boolean {
  return accounts.size > 1 && heldBy === null && !isDesk && !isOwnManager;
}

function gapsOf(playbook: Playbook, contact: Contact, told: readonly AwayEntry[]): readonly Gap[] {
  if (contact.id === playbook.fallback.id) return [];
  const holders = [...contact.accounts].map((account) =>
    told
      .filter(({ about }) => about.kind === 'person' && about.email === account)
      .map(gapOf(playbook, contact)),
  );
  const [first = [], ...others] = holders;
  return others.reduce<readonly Gap[]>(
    (gaps, more) => gaps.flatMap((gap) => more.flatMap((other) => both(gap, other))),
    first,
  );
}

function gapOf({ contacts }: Playbook, contact: Contact) {
  return ({ start, end, calls, emergency }: AwayEntry): Gap => {
    const standIn = contacts.has(calls?.contact ?? '') ? (calls?.contact ?? null) : null;
    return { start, end, standIn: standIn === contact.id ? null : standIn, emergency: emergency !== null };
  };
}

/** While both are away; one of them can still be reached in an emergency. */
function both(a: Gap, b: Gap): Gap[] {
  const [start, end] = [Math.max(a.start, b.start), Math.min(a.end, b.end)];
  if (end <= start) return [];
  return [{ start, end, standIn: a.standIn ?? b.standIn, emergency: a.emergency || b.emergency }];
}
