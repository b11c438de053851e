import { LEDGER_ROWS, type Ledger, type LedgerRow } from '../../../domain/notices/ledger.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { shareOf } from '../../../domain/notices/served/share.ts';
import type { Playbook } from '../../../domain/organisation/playbook.ts';
import { servedOf } from '../../../domain/organisation/served.ts';
import { noticeProcessOf } from '../../names.ts';
import { KINDS } from '../../record-codecs.ts';
import { countedLedger, type LedgerParts, type LedgerWithRows, ledgerRows } from '../ledger.ts';
import { type ProcessState, processState } from '../state.ts';

export interface WholeLedgerParts extends LedgerParts {
  readonly playbooks: ReadonlyMap<string, Playbook>;
}

/** How a notice goes out, by the outbox as it is now; null: there is no such notice. */
export async function ledgerOf(
  parts: WholeLedgerParts,
  organisation: string,
  id: string,
  now: number,
): Promise<LedgerWithRows | null> {
  const record = await parts.store.record({ organisation, kind: KINDS.notice, id });
  if (record === null) return null;
  const notice = record.body as unknown as Notice;
  const process = processState(await parts.store.load(noticeProcessOf(organisation, id)));
  return {
    ledger: await wholeLedger(parts, notice, process, now),
    rows: await wholeRows(parts, notice),
  };
}

/**
 * How a notice goes out, with what became of it in the organisations that the department serves. It is complete only when
 * it is everywhere, and all of it adds up at each moment.
 */
export async function wholeLedger(
  parts: WholeLedgerParts,
  notice: Notice,
  process: ProcessState,
  now: number,
): Promise<Ledger> {
  let whole = await countedLedger(parts, notice, process, now);
  for (const served of servedOf(parts.playbooks, notice.organisation)) {
    const share = await shareIn(parts, served, notice.id);
    if (share === null) {
      const isNowhere = !isConcerned(parts, served, notice);
      whole = { ...whole, complete: whole.complete && isNowhere };
      continue;
    }
    const own = await countedLedger(parts, share.notice, share.process, now);
    const isUpToDate = (share.notice.origin?.revision ?? 0) >= notice.revision;
    // Where nobody was told anything of it yet, nothing is being looked for.
    const isComplete = isUpToDate && (own.complete || share.process.fan === null);
    whole = { ...whole, ...sum(whole, own), complete: whole.complete && isComplete };
  }
  return whole;
}

/** What did not surely arrive, the department's own first, at most `LEDGER_ROWS`; others with whose they are. */
export async function wholeRows(
  parts: WholeLedgerParts,
  { id, organisation, revision }: Notice,
): Promise<readonly LedgerRow[]> {
  const rows = await ledgerRows(parts, organisation, { notice: id, revision });
  for (const served of servedOf(parts.playbooks, organisation)) {
    if (rows.length >= LEDGER_ROWS) break;
    const share = await shareIn(parts, served, id);
    if (share === null) continue;
    const found = await ledgerRows(parts, served.organisation, {
      notice: id,
      revision: share.notice.revision,
    });
    rows.push(...found.map((row) => ({ ...row, name: `${row.name} (${served.name})` })));
  }
  return rows.slice(0, LEDGER_ROWS);
}

interface Share {
  readonly notice: Notice;
  readonly process: ProcessState;
}

/** What became of a department's notice in an organisation; null: it is not there, or is another. */
async function shareIn(
  { store }: WholeLedgerParts,
  { organisation }: Playbook,
  id: string,
): Promise<Share | null> {
  const record = await store.record({ organisation, kind: KINDS.notice, id });
  const notice = record === null ? null : (record.body as unknown as Notice);
  if (notice?.origin === undefined) return null;
  return { notice, process: processState(await store.load(noticeProcessOf(organisation, id))) };
}

/** Whether it is still to come there. What was taken back before it came does not. */
function isConcerned({ playbooks }: WholeLedgerParts, served: Playbook, notice: Notice): boolean {
  const department = playbooks.get(notice.organisation);
  if (department === undefined || notice.publication !== 'published') return false;
  return shareOf(department, served, notice) !== null;
}

function sum(one: Ledger, other: Ledger): Partial<Ledger> {
  const { intended, sent, failed, skipped, waiting, ambiguous } = one;
  return {
    intended: intended + other.intended,
    sent: sent + other.sent,
    failed: failed + other.failed,
    skipped: skipped + other.skipped,
    waiting: waiting + other.waiting,
    ambiguous: ambiguous + other.ambiguous,
  };
}
