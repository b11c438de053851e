import { deedsFor } from '../../../domain/reports/life/deeds.ts';
import type { Report } from '../../../domain/reports/report.ts';
import type { Choice } from '../../messages.ts';
import type { Talk } from '../../talk.ts';

/** What those who judge can do with a report, as it stands; what most will press first. */
export function caseChoices(talk: Talk, report: Report): Choice[] {
  return deedsFor(report).map((deed, i) =>
    talk.offer(
      talk.say(`case.do-${deed}`),
      { do: 'case', report: report.id, deed },
      deed === 'close' ? 'quiet' : deed === 'urgent' ? 'danger' : i === 0 ? 'main' : 'plain',
    ),
  );
}
