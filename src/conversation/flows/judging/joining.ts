import type { Report } from '../../../domain/reports/report.ts';
import type { Talk } from '../../talk.ts';
import { sayMoment } from '../../when.ts';
import { titleOf } from '../receipt.ts';

/** Reports to which another can be joined, as many as fit on a message. */
const MOST = 10;

/** Which report of the same fault does it go on as? Those of the same service stand first. */
export function askJoin(talk: Talk, report: Report): void {
  const others = candidates(talk, report);
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

function candidates(talk: Talk, report: Report): readonly Report[] {
  const isAlike = (other: Report) => other.service === report.service && report.service !== null;
  return talk.event.known.recent
    .filter(({ id, state }) => id !== report.id && !['withdrawn', 'closed', 'joined'].includes(state))
    .toSorted((a, b) => Number(isAlike(b)) - Number(isAlike(a)) || b.at - a.at)
    .slice(0, MOST);
}
