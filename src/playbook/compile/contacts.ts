import type { Contact, DatedHours } from '../../domain/contacts/contact.ts';
import type { PlaybookFile } from '../schema/playbook.ts';
import { HoursShelf } from './hours.ts';
import { type Localise, mapValues } from './texts.ts';

/** The dated hours that change the hours of a name. */
function datedHours(content: PlaybookFile, name: string, local: Localise): DatedHours[] {
  return content.exceptions
    .filter(({ hours }) => hours.includes(name))
    .map(({ date, from, to, open, because }) => ({
      from: Temporal.PlainDate.from(from ?? date ?? ''),
      to: Temporal.PlainDate.from(to ?? date ?? ''),
      spans: open,
      because: because === undefined ? null : local(because),
    }));
}

/** The contacts, each with its hours as a timeline. */
export function compileContacts(content: PlaybookFile, local: Localise): ReadonlyMap<string, Contact> {
  const timelines = new HoursShelf(content);
  return mapValues(
    content.contacts,
    (file, id): Contact => ({
      id,
      role: local(file.role),
      phone: file.phone ?? null,
      phoneShown: file['phone-shown'] ?? null,
      extension: file.extension ?? null,
      email: file.email ?? null,
      url: file.url ?? null,
      where: file.where === undefined ? null : local(file.where),
      note: file.note === undefined ? null : local(file.note),
      written: {
        hours: content.hours[file.hours] ?? null,
        often: content.hours[file.often ?? ''] ?? null,
        exceptions: datedHours(content, file.hours, local),
      },
      hours: timelines.of(file, file.hours),
      often: file.often === undefined ? null : timelines.of(file, file.often),
      usedFor: file.for ?? null,
      receipt: file.counts ?? (file.email === undefined && file.url === undefined ? 'spoken' : 'sent'),
      authorises: new Set(file.authorises === undefined ? [] : [file.authorises]),
      standIn: file['stand-in'] ?? null,
      isOwnManager: file['stands-for'] === 'own-manager',
      accounts: new Set(file.accounts.map((account) => account.toLowerCase())),
      heldBy: file['held-by'] ?? null,
      isDesk: file['it-desk'],
    }),
  );
}
