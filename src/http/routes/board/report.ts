import { deedsFor } from '../../../conversation/pings/words.ts';
import { answersAs } from '../../../domain/escalation/answer.ts';
import type { Escalation } from '../../../domain/escalation/escalation.ts';
import { boardEntry } from '../../../domain/reports/board/entry.ts';
import type { Report } from '../../../domain/reports/report.ts';
import { say } from '../../../locales/say.ts';
import type { BoardParts, BoardSession } from '../../board/parts.ts';
import { html } from '../../html.ts';
import type { DeedsView } from '../../pages/board/deeds.ts';
import { doorPage } from '../../pages/board/frame.ts';
import type { PingOnPage } from '../../pages/board/ping.ts';
import { boardReportPage, type ReportOnPage, type SaidOnTop } from '../../pages/board/report-page.ts';
import { answeredWords } from './answered.ts';
import { type BoardRequest, sendBoard, viewOf } from './request.ts';

/** How a report's page is sent: what stands on top of it, and what was written with something that was not done. */
export interface ReportAnswer {
  readonly status: number;
  readonly said: SaidOnTop | null;
  readonly written: DeedsView['written'];
}

/** GET: a report with its history, and what somebody who judges can do with it. */
export async function showReport(
  parts: BoardParts,
  asked: BoardRequest,
  session: BoardSession,
): Promise<void> {
  const isDone = asked.query.has('done');
  const said = isDone ? { text: say(session.language, 'case.done'), isGood: true } : null;
  return sendReport(parts, asked, session, asked.rest[1] ?? '', { status: 200, said, written: null });
}

export async function sendReport(
  parts: BoardParts,
  asked: BoardRequest,
  session: BoardSession,
  id: string,
  { status, said, written }: ReportAnswer,
): Promise<void> {
  const { playbook } = asked;
  const source = await parts.read(playbook.organisation);
  const report = source.reports.find((each) => each.id === id);
  if (report === undefined) return sendNoReport(asked);
  const judge = playbook.followUp?.judge ?? null;
  const mayJudge = judge !== null && session.contacts.includes(judge);
  const once = parts.newId();
  const deeds = mayJudge ? { report, others: source.reports, once, written } : null;
  const entry = boardEntry(playbook, report, source);
  const escalation = await parts.escalationOf(playbook.organisation, id);
  const page: ReportOnPage = {
    ...{ entry, deeds, ping: pingFor(session, report, escalation, once) },
    said: said ?? answeredWords(asked, session, report, escalation),
  };
  sendBoard(asked.response, status, boardReportPage(viewOf(parts, asked, session), page));
}

/** Null: nobody is asked to take it any more. */
function pingFor(
  { contacts }: BoardSession,
  report: Report,
  escalation: Escalation | null,
  once: string,
): PingOnPage | null {
  if (escalation === null || escalation.state === 'closed') return null;
  const contact = answersAs(escalation, contacts, 'acknowledge');
  const deeds = contact === null ? [] : deedsFor(escalation, contact);
  return { report, escalation, contact, deeds, once };
}

export function sendNoReport({ playbook, language, response }: BoardRequest): void {
  const text = say(language, 'board.no-report');
  sendBoard(response, 404, doorPage({ playbook, language }, html`<p class="status limited">${text}</p>`));
}
