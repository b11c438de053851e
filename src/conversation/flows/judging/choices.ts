import type { Report } from '../../../domain/reports/report.ts';
import type { CaseDeed } from '../../actions.ts';
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

function deedsFor({ state, life, class: matterClass }: Report): readonly Exclude<CaseDeed, 'open'>[] {
  switch (state) {
    case 'open':
    case 'received':
      return ['not-urgent', 'urgent', 'look-first', 'ask', 'join', 'close'];
    case 'looking':
      return ['not-urgent', 'urgent', 'ask', 'join', 'close'];
    case 'waiting':
      return ['ask-now', 'hand-on', 'urgent', 'ask', 'join', 'close'];
    case 'asked':
      return ['hand-on', 'urgent', 'ask', 'close'];
    case 'handing-on':
      return ['by-hand', ...(matterClass === 'critical' ? (['not-urgent'] as const) : []), 'ask', 'close'];
    case 'handed-on':
      return life?.handed?.how === 'by-hand' ? ['in-work', 'solved', 'ask', 'close'] : ['ask', 'close'];
    case 'in-work':
      return life?.handed?.how === 'by-hand' ? ['solved', 'ask', 'close'] : ['ask', 'close'];
    case 'solved':
      return ['ask', 'close'];
    case 'joined':
    case 'withdrawn':
    case 'closed':
      return [];
  }
}
