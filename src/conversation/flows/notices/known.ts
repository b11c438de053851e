import type { Notice } from '../../../domain/notices/notice.ts';
import { endOf } from '../../../domain/notices/view.ts';
import { happened } from '../../../domain/reports/history.ts';
import type { Choice, NoticeMessage } from '../../messages.ts';
import { partsAt, relevantTo } from '../../notices/relevant.ts';
import { type StandingDeed, standingChoice } from '../../notices/standing.ts';
import { noticeMessage } from '../../notices/words.ts';
import type { Talk } from '../../talk.ts';
import { sayMoment } from '../../when.ts';
import type { Flow } from '../flow.ts';
import { VALUE } from '../report/question.ts';
import { outageQuestion } from '../report/questions.ts';

/** A notice as the speaker sees it at their unit, or for one service: what concerns that. */
export function noticeFor(talk: Talk, notice: Notice, service: string | null = null): NoticeMessage {
  const sites = talk.site === null ? null : [talk.site];
  const services = service === null ? null : [service];
  return noticeMessage(talk.playbook, notice, { language: talk.language, sites, services }, talk.now);
}

/** The same in answer to a question, with what may be done so that it can be written too. */
export function tellNotice(talk: Talk, notice: Notice, service: string | null = null): void {
  const message = noticeFor(talk, notice, service);
  talk.tell({ ...message, choices: offered(talk, message, ['read', 'me-too', 'routine']) });
}

/** What a message's standing choices are, as offers of this conversation. */
function offered(talk: Talk, { choices }: NoticeMessage, deeds: readonly StandingDeed[]): Choice[] {
  return choices.flatMap(({ id, label, style }) => {
    const choice = standingChoice(id);
    if (choice === null || !deeds.includes(choice.deed)) return [];
    return [talk.offer(label, { do: 'standing', ...choice }, style)];
  });
}

/** Within a report, what may be the same: "me too" ends it in one press, and another matter goes on. */
export function tellKnown(talk: Talk, notice: Notice, begun: number): void {
  const question = outageQuestion(notice.id);
  const danger = talk.playbook.circumstances.get(talk.playbook.danger ?? '');
  const message = noticeFor(talk, notice);
  const answer = (value: string) => ({ do: 'answer', flow: begun, question, value }) as const;
  talk.tell({
    ...message,
    advice: [...isItThis(talk, notice), ...message.advice],
    choices: [
      talk.offer(talk.say('outage.me-too'), { do: 'me-too', outage: notice.id, flow: begun }, 'main'),
      talk.offer(talk.say('outage.something-else'), answer(VALUE.other)),
      ...(danger === undefined ? [] : [talk.offer(talk.local(danger), answer(VALUE.danger), 'danger')]),
    ],
  });
}

/** "Planned work until 13:00: is it that?" */
function isItThis(talk: Talk, notice: Notice): string[] {
  if (notice.kind === 'outage') return [];
  const until = untilWhen(talk, notice);
  return until === null ? [] : [talk.say('notice.is-it-this', { until: sayMoment(talk, until) })];
}

/** When the work that hits the speaker now is to be done; null if none does. */
export function untilWhen(
  talk: Talk,
  window: Extract<Notice, { kind: 'maintenance' }>,
  service: string | null = null,
): number | null {
  const place = {
    sites: talk.site === null ? null : [talk.site],
    services: service === null ? null : [service],
  };
  const parts = partsAt(talk, window, place);
  return parts.length === 0 ? null : Math.max(...parts.map(endOf));
}

/** "Me too", in one press. Nothing more is asked. */
export function pressMeToo(talk: Talk, id: string, begun: number | null): boolean {
  const notice = talk.notices().find((known) => known.id === id) ?? null;
  const holds = notice !== null && isHitNow(talk, notice);
  if (!holds) {
    talk.note('outage.over-now');
    return true;
  }
  const { conversation } = talk.event;
  talk.want({ effect: 'me-too', outage: id, conversation, language: talk.language });
  if (talk.flow !== null && talk.flow.begun === begun) endReport(talk, talk.flow, notice);
  const [service = null] = notice.kind === 'outage' ? notice.services : [];
  talk.tell({
    kind: 'say',
    text: talk.say('outage.me-too-noted'),
    tone: 'good',
    choices: [
      ...(talk.playbook.routines.size === 0
        ? []
        : [talk.offer(talk.say('menu.routine'), { do: 'wish', wish: 'routine', service })]),
      talk.offer(talk.say('menu.who'), { do: 'wish', wish: 'who', service }),
    ],
  });
  return true;
}

/** Whether it holds: an outage that is not over, a window of which something is under way. */
function isHitNow(talk: Talk, notice: Notice): boolean {
  if (notice.kind === 'outage') return talk.outageNotice(notice.id) !== null;
  const anywhere = { sites: null, services: null };
  return talk.knownNotice(notice.id) !== null && partsAt(talk, notice, anywhere).length > 0;
}

/** A report that was kept before the outage was seen belongs to it. */
function endReport(talk: Talk, flow: Flow, notice: Notice): void {
  talk.flow = null;
  const report = flow.name === 'report' ? talk.report(flow.draft.report ?? '') : null;
  if (report === null || report.outage !== null || notice.kind !== 'outage') return;
  const now = talk.now.epochMilliseconds;
  const tied = happened(report, now, 'tied-to-outage', { outage: notice.id });
  talk.want({ effect: 'keep-report', report: tied });
}

/** What hits the speaker now, in few words, for a menu. */
export function hitsInWords(talk: Talk): string[] {
  const place = { sites: talk.site === null ? null : [talk.site], services: null };
  return relevantTo(talk, place).now.map((notice) => noticeFor(talk, notice).title);
}
