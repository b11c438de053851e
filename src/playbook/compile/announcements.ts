import type { Absence, Announcements, OnCallAgreement } from '../../domain/absence/announcements.ts';
import type { PlaybookFile } from '../schema/playbook.ts';
import type { Localise } from './texts.ts';

/** What the playbook itself announces for certain times. */
export function compileAnnouncements(content: PlaybookFile, local: Localise): Announcements {
  return {
    absences: content.absences.map((entry) => compileAbsence(entry, content.timezone, local)),
    onCall: content['on-call'].map((entry) => compileAgreement(entry, content.timezone)),
  };
}

function compileAbsence(entry: PlaybookFile['absences'][number], zone: string, local: Localise): Absence {
  return {
    contact: entry.contact,
    ...period(entry, zone),
    reduced: entry.reduced,
    because: entry.because === undefined ? null : local(entry.because),
    standIn: entry['stand-in'] ?? null,
  };
}

function compileAgreement(entry: PlaybookFile['on-call'][number], zone: string): OnCallAgreement {
  return {
    contact: entry.contact,
    ...period(entry, zone),
    classes: entry.class ?? null,
    services: entry.service ?? null,
    sites: entry.site ?? null,
    announcedTo: entry['announced-to'],
  };
}

/** A day as the end is included wholly; a time is the end itself. */
function period(entry: { from: string; to: string }, zone: string): { start: number; end: number } {
  const local = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
  const end =
    entry.to.length === 10 ? Temporal.PlainDate.from(entry.to).add({ days: 1 }).toString() : entry.to;
  return { start: local(entry.from), end: local(end) };
}
