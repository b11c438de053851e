import { MATTER_CLASSES, type MatterClass } from '../contacts/contact.ts';
import { answersBetween } from '../contacts/who.ts';
import type { Playbook } from '../organisation/playbook.ts';
import { siteLine } from '../organisation/site.ts';
import { announcedBy, contactsOf } from './announced.ts';
import { withEntries } from './book.ts';
import type { AwayBook, AwayEntry } from './entry.ts';

/** It is looked at the first days of an absence: whoever is away for longer is missed by then. */
const LOOKED_AT_MS = 3 * 24 * 3_600_000;

/** What is wrong with an absence as it would be, and who could take over instead. */
export type CoverFault =
  /** Calls are referred around in a circle: each of these refers to the next, and the last to the first. */
  | { readonly kind: 'circle'; readonly contacts: readonly string[]; readonly proposal: string | null }
  /** For this class nobody but the last fallback is left while the step would be covered without it. */
  | { readonly kind: 'uncovered'; readonly class: MatterClass; readonly proposal: string | null };

/**
 * Looks at once whether an absence leaves calls in a circle or a step without its last cover (scenario B3).
 * @param book without the absence
 */
export function coverFault(
  playbook: Playbook,
  book: AwayBook,
  entry: AwayEntry,
  site: string | null,
): CoverFault | null {
  const after = withEntries(book, [entry], entry.start);
  const circle = contactsOf(playbook, entry).map((contact) => circleFrom(playbook, after, contact, entry));
  const found = circle.find((contacts) => contacts !== null) ?? null;
  if (found !== null)
    return { kind: 'circle', contacts: found, proposal: proposalFor(playbook, after, entry, found) };
  const lost = MATTER_CLASSES.find((each) => losesCover(playbook, book, after, entry, each, site));
  return lost === undefined
    ? null
    : {
        kind: 'uncovered',
        class: lost,
        proposal: proposalFor(playbook, after, entry, contactsOf(playbook, entry)),
      };
}

/** From whom to whom calls are referred at some time of the absence, if that comes back to where it began. */
function circleFrom(
  playbook: Playbook,
  { entries }: AwayBook,
  contact: string,
  during: AwayEntry,
): readonly string[] | null {
  const path = [contact];
  for (;;) {
    const last = path.at(-1) ?? '';
    const away = entries.find(
      (entry) => overlap(entry, during) && contactsOf(playbook, entry).includes(last),
    );
    const next =
      away === undefined ? null : (away.calls?.contact ?? playbook.contacts.get(last)?.standIn ?? null);
    if (next === null) return null;
    if (next === contact) return path;
    if (path.includes(next)) return null;
    path.push(next);
  }
}

function losesCover(
  playbook: Playbook,
  before: AwayBook,
  after: AwayBook,
  entry: AwayEntry,
  matterClass: MatterClass,
  site: string | null,
): boolean {
  const situation = { class: matterClass, service: null, site, role: null };
  const to = Math.min(entry.end, entry.start + LOOKED_AT_MS);
  const [was, is] = [before, after].map((book) =>
    answersBetween(playbook, situation, entry.start, to, announcedBy(playbook, book)),
  );
  const lost = (is ?? []).filter(({ value }) => value.onlyFallback);
  return lost.some((gone) => (was ?? []).some((had) => !had.value.onlyFallback && overlap(had, gone)));
}

/** Who is there and refers to nobody: the unit's own contact, else the one above, else one that is always there. */
function proposalFor(
  playbook: Playbook,
  { entries }: AwayBook,
  entry: AwayEntry,
  without: readonly string[],
): string | null {
  const away = new Set(
    entries.filter((other) => overlap(other, entry)).flatMap((other) => contactsOf(playbook, other)),
  );
  const sites = [...playbook.sites.values()].filter(
    ({ contact, manager }) => without.includes(contact ?? '') || without.includes(manager ?? ''),
  );
  const near = sites.flatMap(({ id }) =>
    siteLine(playbook.sites, id).flatMap(({ contact, manager }) => [contact, manager]),
  );
  const others = [...playbook.policies.values()].flatMap(({ steps }) =>
    steps.flatMap(({ contacts }) => contacts),
  );
  return (
    [...near, ...others].find(
      (id): id is string =>
        id !== null &&
        playbook.contacts.has(id) &&
        !away.has(id) &&
        !without.includes(id) &&
        canBeCalled(playbook, id),
    ) ?? null
  );
}

function canBeCalled(playbook: Playbook, id: string): boolean {
  const contact = playbook.contacts.get(id);
  return contact !== undefined && contact.phone !== null && contact.usedFor === null;
}

type Stretch = Pick<AwayEntry, 'start' | 'end'>;

function overlap(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}
