import type { Playbook } from '../organisation/playbook.ts';
import type { Absence, Announcements, OnCallAgreement } from './announcements.ts';
import type { AgreedEntry, AwayBook, AwayEntry } from './entry.ts';
import { sharedAbsences } from './shared.ts';

/**
 * The playbook with what was told in the chat beside what it announces itself: so that "who", escalations and the directory
 * know it at once. Why somebody is away is not in it: whoever may see that reads it elsewhere.
 */
export function withAway(playbook: Playbook, book: AwayBook): Playbook {
  if (book.entries.length === 0 && book.agreed.length === 0) return playbook;
  return { ...playbook, announcements: announcedBy(playbook, book) };
}

/** All announcements: the playbook's, then the chat's. */
export function announcedBy(playbook: Playbook, book: AwayBook): Announcements {
  const { absences, onCall } = playbook.announcements;
  return {
    absences: [
      ...absences,
      ...book.entries.flatMap((entry) => absencesOf(playbook, entry)),
      ...sharedAbsences(playbook, book.entries),
    ],
    onCall: [...onCall, ...book.agreed.flatMap((agreed) => agreementOf(playbook, agreed))],
  };
}

/** The contacts that are not answered during an absence; ids that the playbook does not know any more are none. */
export function contactsOf(playbook: Playbook, { about }: Pick<AwayEntry, 'about'>): readonly string[] {
  const ids = about.kind === 'person' ? about.contacts : [playbook.sites.get(about.site)?.contact ?? ''];
  return ids.filter((id) => playbook.contacts.has(id) && id !== playbook.fallback.id);
}

function absencesOf(playbook: Playbook, entry: AwayEntry): Absence[] {
  const { start, end, calls, emergency } = entry;
  if (end <= start) return [];
  const standIn = playbook.contacts.has(calls?.contact ?? '') ? (calls?.contact ?? null) : null;
  return contactsOf(playbook, entry).map((contact) => ({
    ...{ contact, start, end, reduced: false, because: null },
    standIn: standIn === contact ? null : standIn,
    // A unit that is unmanned is not called at its own phone: where somebody is reached is said beside it.
    emergency: emergency !== null && entry.about.kind === 'person',
  }));
}

/** Only what it was agreed for; services and units that the playbook knows no more are none. */
function agreementOf(playbook: Playbook, agreed: AgreedEntry): OnCallAgreement[] {
  const { contact, start, end, classes = null } = agreed;
  if (!playbook.contacts.has(contact) || end <= start) return [];
  const services = agreed.services?.filter((id) => playbook.services.has(id)) ?? null;
  const sites = agreed.sites?.filter((id) => playbook.sites.has(id)) ?? null;
  if (services?.length === 0 || sites?.length === 0) return [];
  return [{ contact, start, end, classes, services, sites, announcedTo: [] }];
}
