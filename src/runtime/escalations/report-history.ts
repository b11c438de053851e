import type { Escalation, EscalationEntry } from '../../domain/escalation/escalation.ts';
import { inLanguage } from '../../domain/organisation/language.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { happened as noted } from '../../domain/reports/history.ts';
import type { Report, ReportHappening } from '../../domain/reports/report.ts';
import type { Json } from '../../ports/store/json.ts';
import type { RecordChange } from '../../ports/store/records.ts';
import { KINDS, reportKeys } from '../record-codecs.ts';

/** What stands in a report's history; that it is said again does not. */
const SAID: Readonly<Partial<Record<EscalationEntry['what'], ReportHappening>>> = {
  pinged: 'pinged',
  'overtime-asked': 'overtime-asked',
  'called-in': 'called-in',
  'no-answer': 'no-answer',
  skipped: 'skipped',
  'passed-on': 'passed-on',
  acknowledged: 'acknowledged',
  'on-it': 'on-it',
  'call-me': 'call-me',
  approved: 'approved',
  declined: 'declined',
  exhausted: 'exhausted',
  refused: 'refused',
};

/**
 * Every step of an escalation stands in the history of its reports, in the same commit. Whoever takes a report that is to
 * be spoken has received it.
 */
export function reportRecords(
  playbook: Playbook,
  reports: readonly { readonly report: Report; readonly version: number }[],
  { matter }: Escalation,
  happened: readonly EscalationEntry[],
): RecordChange[] {
  const entries = happened.filter(({ what }) => SAID[what] !== undefined);
  if (entries.length === 0) return [];
  return reports.map(({ report, version }): RecordChange => {
    const now = entries.reduce((each, entry) => withEntry(playbook, each, entry, matter.kind), report);
    const { organisation, id, at } = now;
    return {
      ...{ change: 'write', organisation, kind: KINDS.report, id, at, expected: version },
      ...{ keys: reportKeys(now), body: now as unknown as Json },
    };
  });
}

function withEntry(
  playbook: Playbook,
  report: Report,
  { at, what, contact, by, note }: EscalationEntry,
  matter: Escalation['matter']['kind'],
): Report {
  const said = SAID[what];
  if (said === undefined) return report;
  const takes = what === 'acknowledged' || what === 'on-it';
  const change =
    takes && matter === 'report' && report.state === 'open' ? { state: 'received' as const } : {};
  const isDecision = what === 'approved' || what === 'declined';
  // Of whoever was asked in vain the history names the contact as it always did: as its text.
  if (what === 'no-answer') return noted(report, at, said, change, roleOf(playbook, report, contact));
  const actor = contact === null && by === null ? null : { name: by?.name ?? null, contact };
  return noted(report, at, said, change, isDecision ? note : null, actor);
}

function roleOf(playbook: Playbook, { language }: Report, contact: string | null): string | null {
  const found = playbook.contacts.get(contact ?? '');
  return found === undefined ? null : inLanguage(found.role, language, playbook.languages);
}
