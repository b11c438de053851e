import { momentIn } from '../../../conversation/board/in-words.ts';
import { cut } from '../../../conversation/plain-text/clean.ts';
import { answersAs } from '../../../domain/escalation/answer.ts';
import { type Escalation, PING_DEEDS, type PingDeed } from '../../../domain/escalation/escalation.ts';
import { ESCALATION_LIMITS } from '../../../domain/escalation/rules.ts';
import { inLanguage } from '../../../domain/organisation/language.ts';
import { say } from '../../../locales/say.ts';
import type { BoardAnswer, BoardParts, BoardSession } from '../../board/parts.ts';
import { bodyForm } from '../../form.ts';
import { sendNoReport, sendReport } from './report.ts';
import { type BoardRequest, isFromHere, isOnce, isProof, sendDoor } from './request.ts';

/**
 * POST: a ping is answered on the page of its report, the same as in the chat. Whether they may is asked at this moment, by
 * what they hold; whoever may not is told so, nothing changes, and it stands in the history.
 */
export async function answerPing(
  parts: BoardParts,
  asked: BoardRequest,
  session: BoardSession,
): Promise<void> {
  const { playbook, request, rest, language } = asked;
  const [, report = '', , id] = rest;
  const form = await bodyForm(request);
  if (!isFromHere(request) || !isProof(parts, session, form?.get('proof') ?? null))
    return sendDoor(asked, 403, 'refused');
  const escalation = await parts.escalationOf(playbook.organisation, report);
  if (escalation === null) return sendNoReport(asked);
  const tell = (status: number, text: string) =>
    sendReport(parts, asked, session, report, { status, said: { text, isGood: false }, written: null });
  const deed = PING_DEEDS.find((each) => each === form?.get('deed'));
  const once = form?.get('once') ?? '';
  if (escalation.id !== id || deed === undefined || !isOnce(once))
    return tell(409, say(language, 'ping.unknown'));
  const words = cut((form?.get('words') ?? '').trim(), ESCALATION_LIMITS.note);
  const answer = answerOf({ session, escalation, deed, words, once });
  if (answer.given.kind === 'answered' && answer.given.note === '')
    return tell(400, say(language, 'ping.why'));
  const outcome = await parts.answerPing(answer);
  if (answer.given.kind === 'refused') return tell(403, say(language, 'ping.not-yours'));
  if (outcome === 'pending') return tell(202, say(language, 'board.do-late'));
  if (outcome === 'late')
    return tell(409, lateWords(asked, await parts.escalationOf(playbook.organisation, report)));
  const Location = `/board/${playbook.organisation}/reports/${report}?answered=${deed}`;
  asked.response.writeHead(303, { Location, 'Cache-Control': 'no-store' });
  asked.response.end();
}

/** Somebody on their page, and what they pressed there. */
interface Pressed {
  readonly session: BoardSession;
  readonly escalation: Escalation;
  readonly deed: PingDeed;
  readonly words: string;
  readonly once: string;
}

function answerOf({ session, escalation, deed, words, once }: Pressed): BoardAnswer {
  const contact = answersAs(escalation, session.contacts, deed);
  const note = deed === 'decline' ? words : null;
  return {
    id: `${session.id}/${once}/${deed}`,
    organisation: session.organisation,
    escalation: escalation.id,
    from: { user: session.user, name: session.desk ? null : session.name },
    given: contact === null ? { kind: 'refused', deed } : { kind: 'answered', deed, contact, note },
  };
}

/** Somebody was faster, or it is over: what is true now. */
function lateWords({ playbook, language, now }: BoardRequest, escalation: Escalation | null): string {
  const taken = escalation?.state === 'acknowledged' ? escalation.taken : null;
  if (taken == null) return say(language, 'ping.late');
  const role = playbook.contacts.get(taken.contact)?.role;
  const called = role === undefined ? '' : inLanguage(role, language, playbook.languages);
  const at = momentIn({ playbook, language, now }, taken.at);
  return say(language, 'ping.late-taken', { who: taken.by.name ?? called, at });
}
