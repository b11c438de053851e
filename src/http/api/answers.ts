import type { Ledger, LedgerRow } from '../../domain/notices/ledger.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { endOf, windowPhase } from '../../domain/notices/view.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';

/** A notice as programs read it; times in the organisation's zone, ISO 8601 with an offset. */
export function noticeJson({ timezone }: Pick<Playbook, 'timezone'>, notice: Notice, now: number): object {
  const at = (ms: number | null): string | null => (ms === null ? null : isoIn(timezone, ms));
  const { id, kind, organisation, publication, revision, title, text, meanwhile, routine, asksRead } = notice;
  const common = {
    ...{ id, kind, organisation, publication, revision },
    // Whose it is, if a department wrote it that serves this organisation.
    origin: notice.origin?.organisation ?? null,
    ...{ publishedAt: at(notice.publishedAt), changedAt: at(notice.changedAt) },
    ...{ title, text, meanwhile, routine, asksRead },
    updates: notice.updates.map((update) => ({
      ...update,
      at: at(update.at),
      correctedAt: at(update.correctedAt),
    })),
  };
  if (notice.kind === 'outage') {
    const { services, sites, phase, long, wait, retrospect } = notice;
    const times = { since: at(notice.since), over: at(notice.over), nextWord: at(notice.nextWord) };
    return { ...common, services, sites, phase, long, wait, ...times, retrospect };
  }
  return {
    ...common,
    phase: windowPhase(notice, now),
    shortNotice: notice.shortNotice,
    parts: notice.parts.map((part) => ({
      ...{ id: part.id, services: part.services, sites: part.sites, effect: part.effect },
      ...{ from: at(part.from), to: at(part.to), ends: at(endOf(part)) },
    })),
    support: notice.support.map((time) => ({
      ...{ services: time.services ?? [], sites: time.sites ?? null },
      ...{ from: at(time.from), to: at(time.to), text: time.text },
    })),
    cancelledAt: at(notice.cancelledAt),
    sequence: notice.sequence,
  };
}

/** How a notice goes out, as programs read it. */
export function ledgerJson(ledger: Ledger, rows: readonly LedgerRow[]): object {
  const { at, ...counts } = ledger;
  return { ...counts, at: Temporal.Instant.fromEpochMilliseconds(at).toString(), rows };
}

function isoIn(timezone: string, ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(timezone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
