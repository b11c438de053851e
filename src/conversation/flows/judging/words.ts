import type { Report } from '../../../domain/reports/report.ts';
import type { Talk } from '../../talk.ts';
import type { CaseTextDeed } from '../flow.ts';
import { titleOf } from '../receipt.ts';
import { putAside } from '../report/begin.ts';

/** Without words it is done too: the organisation's rule says why, or the reporter said enough. */
const MAY_BE_LEFT_OUT: readonly CaseTextDeed[] = ['not-urgent', 'close', 'not-satisfied'];

/** Asks for the words that belong to something that is done with a report: whatever is written next is them. */
export function askWords(talk: Talk, report: Report, deed: CaseTextDeed): void {
  putAside(talk, report.id);
  talk.flow = { name: 'case', begun: talk.number, report: report.id, deed };
  const without = talk.offer(
    talk.say(`case.without-${deed === 'not-urgent' || deed === 'close' ? 'why' : 'words'}`),
    { do: 'case-without-words', flow: talk.number },
    'main',
  );
  talk.tell({
    kind: 'ask',
    text: talk.say(`case.words-${deed}`, { reference: report.id, title: titleOf(talk, report) }),
    hint: talk.say('case.words-hint'),
    picture: false,
    choices: [
      ...(MAY_BE_LEFT_OUT.includes(deed) ? [without] : []),
      talk.offer(talk.say('flow.cancel'), { do: 'drop', flow: talk.number }, 'quiet'),
    ],
  });
}
