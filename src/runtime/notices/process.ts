import type { Notice } from '../../domain/notices/notice.ts';
import { Process, type ProcessParts } from '../process/process.ts';
import { KINDS } from '../record-codecs.ts';
import { NOTICE_EVENTS, type NoticeHappening } from './events.ts';
import { type PlanParts, planStep } from './plan.ts';
import { type ProcessState, processState } from './state.ts';

/** What the processes of notices need from around them. */
export interface NoticeProcessParts extends PlanParts, Omit<ProcessParts, 'store'> {
  /** Told of each event that was processed. */
  readonly processed: (event: string) => void;
}

/** Takes the events of notices' own conversations to their commits. */
export function noticeProcess(parts: NoticeProcessParts): Process<NoticeHappening, ProcessState> {
  return new Process(parts, {
    name: 'a notice',
    events: NOTICE_EVENTS,
    stateOf: processState,
    async plan(job) {
      const { organisation, subject: id } = job.event;
      const record = await parts.store.record({ organisation, kind: KINDS.notice, id });
      const notice = record === null ? null : (record.body as unknown as Notice);
      return planStep(parts, { ...job, notice, version: record?.version ?? 0 });
    },
    // Whoever gives a command is told, and gives it again.
    letsGo: ({ kind }) => kind === 'commanded',
    processed: parts.processed,
  });
}
