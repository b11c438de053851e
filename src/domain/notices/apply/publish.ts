import type { Playbook } from '../../organisation/playbook.ts';
import type { Applied, CommandContext, OutageDraft, WindowDraft } from '../commands.ts';
import type { MaintenanceWindow, Notice, OutageNotice } from '../notice.ts';
import { faultsOfOutage, faultsOfWindow } from './checks.ts';
import { refused } from './refused.ts';

/** A new outage notice; it waits for a second person where the playbook asks for one. */
export function publishOutage(playbook: Playbook, draft: OutageDraft, context: CommandContext): Applied {
  const faults = faultsOfOutage(playbook, draft, context.at);
  if (faults.length > 0) return refused(...faults);
  const notice: OutageNotice = {
    ...begun(playbook, context),
    ...draft,
    kind: 'outage',
    over: null,
    phase: 'investigating',
    retrospect: {},
  };
  return published(playbook, notice, context);
}

/** A new maintenance window, likewise. */
export function publishWindow(playbook: Playbook, draft: WindowDraft, context: CommandContext): Applied {
  const faults = faultsOfWindow(playbook, draft, context.at);
  if (faults.length > 0) return refused(...faults);
  const parts = draft.parts
    .map((part, i) => ({ ...part, id: String(i + 1), endedAt: null }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const notice: MaintenanceWindow = {
    ...begun(playbook, context),
    ...draft,
    kind: 'maintenance',
    parts,
    cancelledAt: null,
    sequence: 0,
  };
  return published(playbook, notice, context);
}

/** A second person has looked at it: whoever wrote it cannot confirm it. */
export function confirm(notice: Notice, { by, at }: CommandContext): Applied {
  if (notice.publication !== 'to-confirm') return refused({ field: 'notice', why: 'not-waiting' });
  if (notice.author.user === by.user) return refused({ field: 'by', why: 'same-person' });
  return {
    outcome: 'done',
    notice: visible({ ...notice, confirmedBy: by.name ?? by.user }, at),
    news: 'new',
  };
}

/** It waits no longer, and nobody gets it. */
export function discard(notice: Notice, { at }: CommandContext): Applied {
  if (notice.publication !== 'to-confirm') return refused({ field: 'notice', why: 'not-waiting' });
  return { outcome: 'done', notice: { ...notice, publication: 'discarded', changedAt: at }, news: null };
}

function begun({ organisation }: Playbook, { id, by, at }: CommandContext) {
  return {
    ...{ id, organisation, author: by, createdAt: at, changedAt: at },
    publication: 'to-confirm' as const,
    ...{ revision: 0, confirmedBy: null, publishedAt: null, correctedAt: null, updates: [], seenTo: [] },
  };
}

function published({ notices }: Playbook, notice: Notice, { at }: CommandContext): Applied {
  if (notices.secondPerson) return { outcome: 'done', notice, news: null };
  return { outcome: 'done', notice: visible(notice, at), news: 'new' };
}

function visible(notice: Notice, at: number): Notice {
  return { ...notice, publication: 'published', revision: 1, publishedAt: at, changedAt: at };
}
