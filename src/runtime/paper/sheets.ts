import { type Sheet, sheetsOf } from '../../conversation/paper/sheets.ts';
import type { SheetList, SheetSince } from '../../domain/paper/copies.ts';
import type { RecordChange } from '../../ports/store/records.ts';
import type { Step } from '../process/step.ts';
import { PAPER_EVENTS } from './events.ts';
import type { PaperJob, PaperParts, PaperProcessState } from './plan.ts';
import { linesRecord, readSheets, sheetsRecord } from './records.ts';

/** Sheets whose words are kept in one step: far below what one commit takes, in number and bytes. */
const AT_ONCE = 100;

/** Keeps the sheets of an organisation as they are now: which version since when, and what stands on each. */
export async function planSheets({ store }: PaperParts, job: PaperJob): Promise<Step<PaperProcessState>> {
  const { organisation, subject } = job.event;
  const { list, version } = await readSheets(store, organisation);
  const { sheets } = list;
  const now = sheetsOf(job.playbook);
  const changed = [...now.values()].filter((sheet) => sheets[sheet.id]?.version !== sheet.version);
  if (changed.length === 0 && list.text === job.playbook.version) return { process: job.process };
  const portion = changed.slice(0, AT_ONCE);
  const kept = Object.entries(sheets).filter(([id]) => now.has(id as Sheet['id']));
  const fresh = portion.map((sheet) => [sheet.id, since(sheets, sheet, job.now)] as const);
  const next: SheetList = { text: job.playbook.version, sheets: Object.fromEntries([...kept, ...fresh]) };
  const records: RecordChange[] = [
    sheetsRecord(organisation, next, { at: job.now, expected: version }),
    ...portion.flatMap((sheet) => linesRecord(organisation, sheet, job.now)),
  ];
  const rest = { organisation, subject, ahead: 0, what: { kind: 'tick' } } as const;
  const timers = changed.length > portion.length ? [PAPER_EVENTS.timer(rest, job.now)] : [];
  return { process: job.process, records, timers };
}

function since(sheets: SheetList['sheets'], { id, version }: Sheet, now: number): SheetSince {
  return { version, since: now, before: sheets[id]?.version ?? null };
}
