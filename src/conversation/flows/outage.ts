import { happened } from '../../domain/reports/history.ts';
import type { Outage } from '../../domain/reports/outage.ts';
import type { Talk } from '../talk.ts';
import type { Flow } from './flow.ts';
import { noticeFor } from './outage-words.ts';
import { VALUE } from './report/question.ts';
import { outageQuestion } from './report/questions.ts';

/** An announced outage. Within a report: "me too" ends it in one press, and another matter goes on. */
export function tellOutage(talk: Talk, outage: Outage, begun: number | null): void {
  const question = outageQuestion(outage.id);
  const danger = talk.playbook.circumstances.get(talk.playbook.danger ?? '');
  const inReport =
    begun === null
      ? []
      : [
          talk.offer(talk.say('outage.something-else'), {
            do: 'answer',
            flow: begun,
            question,
            value: VALUE.other,
          }),
          ...(danger === undefined
            ? []
            : [
                talk.offer(
                  talk.local(danger),
                  { do: 'answer', flow: begun, question, value: VALUE.danger },
                  'danger',
                ),
              ]),
        ];
  const notice = talk.outageNotice(outage.id);
  if (notice === null) return;
  talk.tell({
    ...noticeFor(talk, notice),
    choices: [
      talk.offer(talk.say('outage.me-too'), { do: 'me-too', outage: outage.id, flow: begun }, 'main'),
      ...inReport,
    ],
  });
}

/** "Me too", in one press. Nothing more is asked. */
export function pressMeToo(talk: Talk, id: string, begun: number | null): boolean {
  const outage = talk.outages().find((known) => known.id === id);
  if (outage === undefined) {
    talk.note('outage.over-now');
    return true;
  }
  talk.want({ effect: 'me-too', outage: id });
  if (talk.flow !== null && talk.flow.begun === begun) endReport(talk, talk.flow, id);
  const [service = null] = outage.services;
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

/** A report that was kept before the outage was seen belongs to it. */
function endReport(talk: Talk, flow: Flow, outage: string): void {
  talk.flow = null;
  const report = flow.name === 'report' ? talk.report(flow.draft.report ?? '') : null;
  if (report === null || report.outage !== null) return;
  const now = talk.now.epochMilliseconds;
  talk.want({ effect: 'keep-report', report: happened(report, now, 'tied-to-outage', { outage }) });
}
