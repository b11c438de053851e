import type { Known, Speaker } from '../../conversation/event.ts';
import { bookFor } from '../../domain/absence/people.ts';
import type { Playbook } from '../../domain/organisation/playbook.ts';
import { maySeeReasons } from '../../domain/people/access.ts';
import type { Identity } from '../../domain/people/directory.ts';
import type { KeptBook } from './book.ts';

/** Who is away, without the reasons that the speaker may not see: what a turn does not know it cannot tell by mistake. */
export function awayKnown(
  playbook: Playbook,
  from: Speaker,
  identity: Identity | null,
  kept: KeptBook | null,
): Pick<Known, 'away'> {
  if (kept === null) return {};
  return { away: bookFor(kept.book, from.user, maySeeReasons(playbook, from, identity)) };
}
