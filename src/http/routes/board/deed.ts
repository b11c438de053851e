import { cut } from '../../../conversation/plain-text/clean.ts';
import { inLanguage } from '../../../domain/organisation/language.ts';
import { deedCommand, deedsFor, type JudgeDeed, takesWords } from '../../../domain/reports/life/deeds.ts';
import { LIFE_LIMITS, type LifeCommand } from '../../../domain/reports/life/life.ts';
import type { Actor, Report } from '../../../domain/reports/report.ts';
import type { TextKey } from '../../../locales/catalogue.ts';
import { say, type TextValues } from '../../../locales/say.ts';
import type { BoardParts, BoardSession } from '../../board/parts.ts';
import { bodyForm } from '../../form.ts';
import { sendNoReport, sendReport } from './report.ts';
import { type BoardRequest, isFromHere, isOnce, isProof, sendDoor } from './request.ts';

/**
 * POST: somebody who judges does something with a report, the same as on its card in the chat. Whether they are one of
 * them is asked at this moment; whoever may not is told so, and it stands in the history.
 */
export async function doDeed(parts: BoardParts, asked: BoardRequest, session: BoardSession): Promise<void> {
  const { playbook, request, rest } = asked;
  const form = await bodyForm(request);
  if (!isFromHere(request) || !isProof(parts, session, form?.get('proof') ?? null))
    return sendDoor(asked, 403, 'refused');
  const source = await parts.read(playbook.organisation);
  const report = source.reports.find(({ id }) => id === rest[1]);
  if (report === undefined) return sendNoReport(asked);
  const answer = (status: number, key: TextKey, values: TextValues = {}, written: Written = null) =>
    sendReport(parts, asked, session, report.id, {
      status,
      said: { text: say(asked.language, key, values), isGood: false },
      written,
    });
  const deed = deedsFor(report).find((each) => each === form?.get('deed'));
  const once = form?.get('once') ?? '';
  if (deed === undefined || !isOnce(once)) return answer(409, 'case.not-not-now');
  const words = cut((form?.get('words') ?? '').trim(), LIFE_LIMITS.text);
  const judge = playbook.followUp?.judge ?? null;
  const mayJudge = judge !== null && session.contacts.includes(judge);
  const by: Actor = { name: session.desk ? null : session.name, contact: mayJudge ? judge : null };
  const id = `${session.id}/${once}`;
  const { organisation } = playbook;
  if (!mayJudge) {
    await parts.act({ id, organisation, report: report.id, command: { do: 'refused', what: deed }, by });
    const role = playbook.contacts.get(judge ?? '')?.role;
    const who = role === undefined ? '–' : inLanguage(role, asked.language, playbook.languages);
    return answer(403, 'case.refused', { who });
  }
  const command = commandOf(deed, words, form?.get('to') ?? null, source.reports);
  if (command === null) return answer(400, 'board.do-no-words');
  const outcome = await parts.act({ id, organisation, report: report.id, command, by });
  if (outcome === 'late') return answer(202, 'board.do-late');
  if (outcome.why !== null) return answer(409, `case.not-${outcome.why}`, {}, { deed, words });
  const { response } = asked;
  response.writeHead(303, {
    Location: `/board/${organisation}/reports/${report.id}?done`,
    'Cache-Control': 'no-store',
  });
  response.end();
}

type Written = { readonly deed: string; readonly words: string } | null;

/** Null: what belongs to it is missing. */
function commandOf(
  deed: JudgeDeed,
  words: string,
  to: string | null,
  reports: readonly Report[],
): LifeCommand | null {
  if (deed !== 'join')
    return takesWords(deed) && deed === 'ask' && words === '' ? null : deedCommand(deed, words);
  const other = reports.find(({ id }) => id === to);
  // It goes on as what that one goes on as.
  return other === undefined ? null : { do: 'join', to: other.life?.joined ?? other.id };
}
