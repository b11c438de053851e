import { joinable } from '../../../domain/reports/life/deeds.ts';
import type { Report } from '../../../domain/reports/report.ts';
import type { Talk } from '../../talk.ts';
import { sayMoment } from '../../when.ts';
import { titleOf } from '../receipt.ts';

/** Reports to which another can be joined, as many as fit on a message. */
const MOST = 10;

/** Which report of the same fault does it go on as? */
export function askJoin(talk: Talk, report: Report): void {
  const others = joinable(report, talk.event.known.recent).slice(0, MOST);
  if (others.length === 0) return talk.note('case.join-none');
  talk.tell({
    kind: 'ask',
    text: talk.say('case.join-ask', { reference: report.id }),
    ...{ hint: null, picture: false },
    choices: [
      ...others.map((other) =>
        talk.offer(
          talk.say('case.join-choice', {
            reference: other.id,
            title: titleOf(talk, other),
            when: sayMoment(talk, other.at),
          }),
          { do: 'case', report: report.id, deed: 'join', to: other.id },
        ),
      ),
      talk.offer(talk.say('flow.cancel'), { do: 'case', report: report.id, deed: 'open' }, 'quiet'),
    ],
  });
}
