import { isOpen } from '../../../domain/notices/view.ts';
import { assertNever } from '../../messages.ts';
import type { StandingChoice } from '../../notices/standing.ts';
import type { Talk } from '../../talk.ts';
import { tellRoutine, tellRoutines } from '../routine.ts';
import { tellStatus } from '../status.ts';
import { pressMeToo, tellNotice } from './known.ts';
import { tellSubscription } from './subscription.ts';

/**
 * A choice that stands on a message told to many: resolved by what is known of its notice now. It answers nothing that
 * was asked here, so nothing is taken away.
 */
export function pressStanding(talk: Talk, { notice: id, deed }: StandingChoice): void {
  if (deed === 'unsubscribe') return tellSubscription(talk);
  const notice = talk.knownNotice(id);
  if (notice === null || notice.publication !== 'published') return tellGone(talk, id);
  if (deed === 'read') {
    talk.want({ effect: 'read-notice', notice: id, name: talk.event.known.identity?.name ?? null });
    return talk.note('notice.read-noted', {}, 'good');
  }
  if (!isOpen(notice, talk.now.epochMilliseconds)) return tellGone(talk, id);
  switch (deed) {
    case 'me-too':
      pressMeToo(talk, id, null);
      return;
    case 'routine': {
      const [service = null] = notice.kind === 'outage' ? notice.services : [];
      if (notice.routine === null || !tellRoutine(talk, notice.routine)) tellRoutines(talk, service);
      return;
    }
    default:
      return assertNever(deed);
  }
}

/** It does not hold any more, or nothing is known of it: what is true now. */
function tellGone(talk: Talk, id: string): void {
  talk.note('notice.gone');
  const notice = talk.knownNotice(id);
  if (notice === null) tellStatus(talk, null);
  else tellNotice(talk, notice);
}
